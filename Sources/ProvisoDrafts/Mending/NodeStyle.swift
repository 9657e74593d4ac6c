import ProvisoDocuments
import ProvisoSource

/// How the mappings of a document are laid out, learnt from one of them.
struct NodeStyle {
  /// What one level stands further in than the one around it; nil where all is on one line.
  let unit: String?
  /// What stands in front of the line in which the mapping ends.
  let indent: String
  /// What stands inside the braces of a mapping on one line.
  let padding: String
  /// What stands between a key and its value.
  let colon: String
  /// What stands between two entries, without line breaks.
  let comma: String
  /// Whether keys stand in quotes.
  let quotesKeys: Bool
  let lineEnd: String

  /// The style of a mapping in braces that has entries; nil for anything else.
  init?(of mapping: DocumentNode, in bytes: [UInt8]) {
    guard let entries = mapping.entries, let first = entries.first, let last = entries.last,
      bytes[mapping.span.lower] == UInt8(ascii: "{")
    else { return nil }
    func text(_ lower: Int, _ upper: Int) -> String {
      lower <= upper ? String(decoding: bytes[lower..<upper], as: UTF8.self) : ""
    }
    let gap = text(mapping.span.lower + 1, first.keySpan.lower)
    let end = text(last.value.span.upper, mapping.span.upper - 1)
    let between = entries.count > 1 ? text(first.value.span.upper, entries[1].keySpan.lower) : ""
    let written = text(first.keySpan.upper, first.value.span.lower)
    colon = written.contains(where: \.isNewline) ? ": " : written
    quotesKeys = bytes[first.keySpan.lower] == UInt8(ascii: "\"")
    lineEnd = gap.unicodeScalars.contains("\r") ? "\r\n" : "\n"
    if let member = NodeStyle.indentation(gap) {
      indent = NodeStyle.indentation(end) ?? ""
      unit = member.hasPrefix(indent) ? String(member.dropFirst(indent.count)) : member
      padding = ""
      comma = ","
    } else {
      indent = ""
      unit = nil
      padding = gap.allSatisfy(\.isWhitespace) ? gap : ""
      let isPlain = !between.contains(where: \.isNewline) && between.contains(",")
      comma = isPlain ? between : colon.hasSuffix(" ") ? ", " : ","
    }
  }

  /// The white space behind the last line break; nil without one.
  static func indentation(_ gap: String) -> String? {
    guard let end = gap.lastIndex(where: \.isNewline) else { return nil }
    return String(gap[gap.index(after: end)...].prefix { $0 == " " || $0 == "\t" })
  }

  /// A value written in this style on a line that begins with `indent`.
  func print(_ node: NewNode, indent: String, quoted: @escaping (String) -> String) -> String {
    switch node {
    case .text(let text): quoted(text)
    case .word(let word): word
    case .mapping(let entries):
      enclosed(
        "{", "}", indent,
        entries.map { entry in
          { inner in
            (quotesKeys ? quoted(entry.key) : entry.key) + colon + print(entry.value, indent: inner, quoted: quoted)
          }
        })
    case .sequence(let items):
      enclosed("[", "]", indent, items.map { item in { print(item, indent: $0, quoted: quoted) } })
    }
  }

  private func enclosed(_ open: String, _ close: String, _ indent: String, _ parts: [(String) -> String]) -> String {
    guard let unit else {
      let padding = open == "{" ? padding : ""
      return open + padding + parts.map { $0("") }.joined(separator: comma) + padding + close
    }
    let inner = indent + unit
    let lines = parts.map { inner + $0(inner) }.joined(separator: "," + lineEnd)
    return open + lineEnd + lines + lineEnd + indent + close
  }
}
