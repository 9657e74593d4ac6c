import ProvisoModel
import ProvisoSource

extension Remedy.Rewriting {
  /// What is replaced in a text, in order.
  func edits(of text: String) -> [TextEdit] {
    let signs = Signs(text)
    switch self {
    case .oneBlankLine: return signs.runs { $0.isLineEnd || $0.isBlank }.compactMap { signs.shortened($0) }
    case .singleSpaces: return signs.runs(\.isBlank).compactMap { signs.singleSpace($0) }
    case .oneLine:
      return signs.runs { $0.properties.isWhitespace }.filter {
        $0.contains { signs[$0].isLineEnd || signs[$0] == "\t" }
      }
      .map { signs.edit($0, $0.lowerBound == 0 || $0.upperBound == signs.count ? "" : " ") }
    case .noEmoji: return signs.emoji
    case .noMarks: return signs.marks
    case .singleMarks:
      return signs.runs { "!?¡¿".unicodeScalars.contains($0) }.filter { $0.count > 1 }
        .map { signs.edit($0.dropFirst(), "") }
    case .smallLetters: return signs.shouting
    case .twoBraces: return signs.braces
    case .https: return text.lowercased().hasPrefix("http://") ? [TextEdit(at: 4, "s")] : []
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" }
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

extension Signs {
  /// The line breaks of a run, of which at most two stay.
  fileprivate func shortened(_ run: Range<Int>) -> TextEdit? {
    let breaks = run.filter { self[$0] == "\n" }
    guard breaks.count > 2 else { return nil }
    // Behind the second break up to the last, so that an indented line stays indented.
    return edit(breaks[1] + 1..<(breaks.last ?? breaks[1]) + 1, "")
  }

  /// One space for a run of several; none at the end of a line.
  fileprivate func singleSpace(_ run: Range<Int>) -> TextEdit? {
    if run.upperBound == count || self[run.upperBound].isLineEnd { return edit(run, "") }
    let isIndent = run.lowerBound == 0 || self[run.lowerBound - 1].isLineEnd
    return isIndent || run.count == 1 ? nil : edit(run, " ")
  }
}
