import ProvisoLanguage
import ProvisoSource

/// Reads a message with slots: `{length(body)}` is a value, `{{1}}` stands for itself.
struct MessageReader {
  let environment: Environment
  private(set) var diagnostics: [Diagnostic] = []

  init(_ environment: Environment) {
    self.environment = environment
  }

  mutating func read(_ source: ExpressionSource) -> MessageTemplate {
    var parts: [MessageTemplate.Part] = []
    let bytes = Array(source.text.utf8)
    var textStart = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
        // A placeholder of the platform, quoted in a message.
        index = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        continue
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
        report(source, "message.slot", "this slot has no closing `}`", Span(index, bytes.count))
        break
      }
      if index > textStart { parts.append(.text(String(decoding: bytes[textStart..<index], as: UTF8.self))) }
      if let term = term(source, bytes, index + 1..<end) { parts.append(.value(term)) }
      index = end + 1
      textStart = index
    }
    if textStart < bytes.count { parts.append(.text(String(decoding: bytes[textStart...], as: UTF8.self))) }
    return MessageTemplate(parts: parts)
  }

  private mutating func term(_ source: ExpressionSource, _ bytes: [UInt8], _ range: Range<Int>) -> Term? {
    // White space in place of what stands before the slot keeps every offset true to the message's map.
    let blank = String(repeating: " ", count: range.lowerBound)
    let slot = ExpressionSource(
      file: source.file, text: blank + String(decoding: bytes[range], as: UTF8.self), map: source.map)
    let (term, problems) = Checker.term(slot, in: environment)
    diagnostics += problems
    return term
  }

  private mutating func report(_ source: ExpressionSource, _ id: String, _ message: String, _ span: Span) {
    diagnostics.append(Diagnostic(id, message, in: source.file, at: source.map.source(of: span)))
  }
}
