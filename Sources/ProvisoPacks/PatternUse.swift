public import ProvisoLanguage
public import ProvisoSource

extension ExpressionSource {
  /// The regular expressions in it.
  public var patternUses: [PatternUse] { patterns.map { PatternUse($0.text, at: $0.span, of: self) } }
}

/// A regular expression in a pack.
public struct PatternUse: Hashable, Sendable {
  /// The expression as it is named in conditions: as written, without the slashes around it.
  public let text: String
  /// The name of the file it stands in.
  public let file: String
  /// Its place there, slashes included.
  public let span: Span
  private let start: Int
  private let map: SpanMap

  init(_ text: String, at span: Span, of source: ExpressionSource) {
    self.text = text
    file = source.file
    self.span = source.map.source(of: span)
    start = span.lower + 1
    map = source.map
  }

  /// The expression as it is compiled: a slash needs no escape there.
  public var expression: String { text.replacing("\\/", with: "/") }

  /// The place in the file of the character at a byte of `expression`.
  public func place(of offset: Int) -> Span {
    let bytes = Array(text.utf8) + Array("/".utf8)
    var at = 0
    for _ in 0..<max(0, offset) where at < bytes.count - 1 {
      let isEscape = bytes[at] == UInt8(ascii: "\\") && bytes[at + 1] == UInt8(ascii: "/")
      at += isEscape ? 2 : 1
    }
    var end = at + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return map.source(of: Span(start + at, start + end))
  }
}
