import ProvisoModel
import ProvisoSource

extension FactDeclarations {
  /// Reads `fact=value`.
  mutating func readAssignment(_ source: SourceFile) {
    guard let equals = source.bytes.firstIndex(of: UInt8(ascii: "=")) else {
      return fail(.noAssignment, at: Span(0, source.bytes.count))
    }
    let path = trimmedWord(Span(0, equals), of: source)
    guard let definition = schema[path.text] else {
      return fail(.unknownFact(path.text, near: nearestName(to: path.text, in: schema.paths)), at: path.span)
    }
    if let each = definition.each { return fail(.oneByOne(path.text, each: each), at: path.span) }
    let value = trimmedWord(Span(equals + 1, source.bytes.count), of: source)
    do throws(FactFailure) {
      if value.text.isEmpty || value.text == "null" {
        guard definition.canBeAbsent else { throw FactFailure(.cannotBeAbsent(path.text), at: value.span) }
        facts[path.text] = .absent
      } else {
        facts[path.text] = try state(of: words(in: value, of: source, definition.type), at: value.span, definition)
      }
    } catch {
      failures.append(error)
    }
  }

  private func words(in value: FactWord, of source: SourceFile, _ type: ValueType) -> [FactWord] {
    switch type {
    case .texts, .symbols, .places: break
    default: return [value]
    }
    var span = value.span
    if value.text.hasPrefix("["), value.text.hasSuffix("]") { span = Span(span.lower + 1, span.upper - 1) }
    let bytes = source.bytes[span.lower..<span.upper]
    return bytes.split(separator: UInt8(ascii: ","))
      .map { trimmedWord(Span($0.startIndex, $0.endIndex), of: source) }
      .filter { !$0.text.isEmpty }
  }

  private func trimmedWord(_ span: Span, of source: SourceFile) -> FactWord {
    let bytes = source.bytes[span.lower..<span.upper]
    let lower = bytes.firstIndex { !$0.isWhiteSpace } ?? span.upper
    let upper = (bytes.lastIndex { !$0.isWhiteSpace }).map { $0 + 1 } ?? lower
    return FactWord(text: source.text(in: Span(lower, upper)), span: Span(lower, upper))
  }
}
