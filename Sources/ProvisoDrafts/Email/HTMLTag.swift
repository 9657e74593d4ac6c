import ProvisoSource

/// A tag: `<a href="…">` or `</a>`.
struct HTMLTag {
  /// The name in lower case.
  let name: String
  let isEnd: Bool
  /// The values of attributes by name in lower case, the first of each name; character references not yet replaced.
  let attributes: [String: Range<Int>]
  /// Its bytes, brackets included.
  let range: Range<Int>

  /// The tag that begins at the `<` at `start`; nil where that is no tag, or a tag without an end.
  init?(_ html: [UInt8], at start: Int) {
    var index = start + 1
    isEnd = index < html.count && html[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    guard index < html.count, html[index].isLetter else { return nil }
    name = HTMLTag.word(html, &index)
    var attributes: [String: Range<Int>] = [:]
    while index < html.count, html[index] != UInt8(ascii: ">") {
      if html[index].isWhiteSpace || html[index] == UInt8(ascii: "/") || html[index] == UInt8(ascii: "=") {
        index += 1
        continue
      }
      let attribute = HTMLTag.word(html, &index)
      let value = HTMLTag.value(html, &index)
      if attributes[attribute] == nil { attributes[attribute] = value }
    }
    guard index < html.count else { return nil }
    self.attributes = attributes
    range = start..<index + 1
  }

  private static func word(_ html: [UInt8], _ index: inout Int) -> String {
    let start = index
    index += 1
    while index < html.count, !html[index].isWhiteSpace, !"/>=".utf8.contains(html[index]) { index += 1 }
    return String(decoding: html[start..<index], as: UTF8.self).lowercased()
  }

  /// The value behind an attribute's name; empty without one.
  private static func value(_ html: [UInt8], _ index: inout Int) -> Range<Int> {
    skipSpace(html, &index)
    guard index < html.count, html[index] == UInt8(ascii: "=") else { return index..<index }
    index += 1
    skipSpace(html, &index)
    guard index < html.count else { return index..<index }
    let start = index
    if "\"'".utf8.contains(html[index]) {
      let end = html[(index + 1)...].firstIndex(of: html[index]) ?? html.count
      index = min(end + 1, html.count)
      return start + 1..<max(start + 1, end)
    }
    while index < html.count, !html[index].isWhiteSpace, html[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  private static func skipSpace(_ html: [UInt8], _ index: inout Int) {
    while index < html.count, html[index].isWhiteSpace { index += 1 }
  }
}
