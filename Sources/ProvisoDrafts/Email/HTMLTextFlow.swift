import ProvisoSource

/// The text of a page as a reader sees it: white space is one space, blocks begin on lines of their own.
struct HTMLTextFlow {
  /// What stands between two words.
  private enum Gap: Int, Comparable {
    case none, space, line, paragraph

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }

    var text: String {
      switch self {
      case .none: ""
      case .space: " "
      case .line: "\n"
      case .paragraph: "\n\n"
      }
    }
  }

  private(set) var text = TracedBytes()
  private var gap = Gap.none
  private var gapSpan: Span?
  private var hasForcedBreak = false

  /// Appends a byte of text; white space joins the gap before the next word.
  mutating func append(_ byte: UInt8, for span: Span) {
    if byte.isWhiteSpace { return widen(to: .space, span) }
    closeGap()
    text.append(byte, for: span)
  }

  /// Appends a scalar that stands for `span`, such as a character reference.
  mutating func append(_ scalar: Unicode.Scalar, for span: Span) {
    for byte in String(scalar).utf8 { append(byte, for: span) }
  }

  /// Goes on to a new line, as `<br>` does; twice to a new paragraph.
  mutating func breakLine(_ span: Span) {
    widen(to: hasForcedBreak ? .paragraph : .line, span)
    hasForcedBreak = true
  }

  /// Goes on to a new line, unless there is one already.
  mutating func beginLine(_ span: Span) { widen(to: .line, span) }
  /// Goes on to a new paragraph, unless there is one already.
  mutating func beginParagraph(_ span: Span) { widen(to: .paragraph, span) }
  /// Parts two cells of a table.
  mutating func beginCell(_ span: Span) { widen(to: .space, span) }

  private mutating func widen(to wider: Gap, _ span: Span) {
    gap = max(gap, wider)
    gapSpan = gapSpan?.union(span) ?? span
  }

  private mutating func closeGap() {
    if let gapSpan, !text.isEmpty {
      for byte in gap.text.utf8 { text.append(byte, for: gapSpan) }
    }
    (gap, gapSpan, hasForcedBreak) = (.none, nil, false)
  }
}
