/// Writes JSON, byte after byte.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private let isIndented: Bool
  /// How deep the present value lies.
  private var depth = 0

  static func text(of value: JSONValue, isIndented: Bool) -> String {
    var writer = JSONWriter(isIndented: isIndented)
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private init(isIndented: Bool) { self.isIndented = isIndented }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .truth(let truth): append(truth ? "true" : "false")
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .string(let string): write(string)
    case .array(let values):
      begin("[")
      for (number, value) in values.enumerated() {
        beginItem(number)
        write(value)
      }
      end("]", isEmpty: values.isEmpty)
    case .object(let members):
      begin("{")
      for (number, member) in members.enumerated() {
        beginItem(number)
        write(member.key)
        append(isIndented ? ": " : ":")
        write(member.value)
      }
      end("}", isEmpty: members.isEmpty)
    }
  }

  // MARK: Layout

  private mutating func begin(_ bracket: StaticString) {
    append(bracket)
    depth += 1
  }

  private mutating func beginItem(_ number: Int) {
    if number > 0 { append(",") }
    breakLine()
  }

  private mutating func end(_ bracket: StaticString, isEmpty: Bool) {
    depth -= 1
    if !isEmpty { breakLine() }
    append(bracket)
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    append("\n")
    for _ in 0..<depth { append("  ") }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  // MARK: Texts

  /// Escapes what JSON demands, and what a terminal or an editor would obey if the file were shown there: DEL, the
  /// upper control characters, the line separators of Unicode and the marks that reorder text.
  private mutating func write(_ string: String) {
    append("\"")
    var string = string
    let isWritten = string.withUTF8 { utf8 in
      guard utf8.allSatisfy(JSONWriter.isPlain) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isWritten { for scalar in string.unicodeScalars { write(scalar) } }
    append("\"")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      let digits = String(scalar.value, radix: 16)
      append("\\u")
      bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.utf8.count).utf8)
      bytes.append(contentsOf: digits.utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Whether a byte of UTF-8 is no part of anything that is escaped; behind 0xC2 and 0xE2 some is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x21, 0x23...0x5B, 0x5D...0x7E, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xFF: true
    default: false
    }
  }
}
