/// A JSON document to be written; members keep the order they are given in. What is read is a `DocumentNode`.
package indirect enum JSONValue {
  case null
  case truth(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The text, or `null` for nil.
  package static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The number, or `null` for nil.
  package static func optional(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }

  /// A list of texts.
  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// An object without the members that are nil.
  package static func members(_ members: [(key: String, value: JSONValue?)]) -> JSONValue {
    .object(members.compactMap { member in member.value.map { (member.key, $0) } })
  }

  /// The document with two spaces for each level; the same value always gives the same bytes.
  package var text: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text
  }

  /// The document on one line.
  package var line: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// - Parameter indent: the line feed and spaces before what stands on this level; nil for one line.
  private func write(to text: inout String, indent: String?) {
    switch self {
    case .null: text += "null"
    case .truth(let truth): text += String(truth)
    case .number(let number): text += String(number)
    case .string(let string): JSONValue.write(string, to: &text)
    case .array(let values):
      write(values, "[", "]", to: &text, indent) { value, text, indent in value.write(to: &text, indent: indent) }
    case .object(let members):
      write(members, "{", "}", to: &text, indent) { member, text, indent in
        JSONValue.write(member.key, to: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, _ indent: String?,
    each: (Item, inout String, String?) -> Void
  ) {
    let inner = indent.map { $0 + "  " }
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      text += inner ?? ""
      each(item, &text, inner)
    }
    if !items.isEmpty { text += indent ?? "" }
    text += close
  }

  /// Escapes what JSON demands, and what a terminal or an editor would obey if the file were shown there: DEL, the
  /// upper control characters, the line separators of Unicode and the marks that reorder text.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    guard !string.utf8.allSatisfy(isPlain) else {
      text += string
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
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
