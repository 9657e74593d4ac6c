import ProvisoSource

/// The header fields at the beginning of an e-mail, or of one of its parts (RFC 5322).
struct HeaderBlock {
  /// One field, unfolded: the line ends inside it are left out.
  struct Field {
    /// The name in lower case.
    let name: String
    /// The value, white space around it removed.
    let value: TracedBytes
  }

  /// The most bytes that the fields of one block may have.
  static let limit = 1 << 20

  private(set) var fields: [Field] = []
  /// Where the text behind the empty line begins.
  private(set) var end: Int
  /// Whether the block is longer than the limit; what stands behind the limit is not read then.
  private(set) var isTooLong = false

  /// Reads the fields from `span.lower` on; lines that are no fields are passed over, as mail programs do.
  init(_ bytes: [UInt8], in span: Span) {
    end = span.lower
    var current: (name: String, value: TracedBytes)?
    while end < span.upper {
      let line = TextLine(bytes, at: end, before: span.upper)
      end = line.next
      if line.text.length == 0 { break }
      isTooLong = end - span.lower > HeaderBlock.limit
      if isTooLong { break }
      let first = bytes[line.text.lower]
      if first == 0x20 || first == 0x09 {
        current?.value.append(TracedBytes(bytes, in: line.text))
      } else {
        if let current { fields.append(Field(name: current.name, value: current.value.trimmed)) }
        current = nil
        if let colon = HeaderBlock.colon(bytes, in: line.text) {
          let name = String(decoding: bytes[line.text.lower..<colon], as: UTF8.self).lowercased()
          current = (name, TracedBytes(bytes, in: Span(colon + 1, line.text.upper)))
        }
      }
    }
    if let current { fields.append(Field(name: current.name, value: current.value.trimmed)) }
  }

  /// The value of the first field of a name.
  subscript(name: String) -> TracedBytes? {
    fields.first { $0.name == name }?.value
  }

  /// The offset of the colon behind a field name at the beginning of a line; nil when there is none.
  static func colon(_ bytes: [UInt8], in line: Span) -> Int? {
    guard let colon = bytes[line.lower..<line.upper].prefix(78).firstIndex(of: UInt8(ascii: ":")), colon > line.lower,
      bytes[line.lower..<colon].allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    return colon
  }
}
