import ProvisoModel

/// A line of a draft's file with the places found in it, cut to some columns.
///
/// Places that lie too far apart for one excerpt give several, each with its part of the line.
struct Excerpt {
  /// The line's number in the file.
  let number: Int
  /// What is shown of the line, the places in a style of their own.
  let text: StyledText
  /// The marks under the places.
  let marks: StyledText

  /// The excerpts for `locations`, which stand in the order of the file.
  static func excerpts(of locations: [TextLocation], columns: Int, style: Style) -> [Excerpt] {
    var excerpts: [Excerpt] = []
    var rest = locations[...]
    while let first = rest.first {
      let here = rest.prefix { $0.line == first.line }
      rest = rest.dropFirst(here.count)
      let parts = MarkedLine(first.lineText, here.map(\.charactersInLine)).parts(columns: columns)
      let lastLine = here.map(\.endLine).max() ?? first.line
      for (index, cells) in parts.enumerated() {
        let goesOn = index == parts.count - 1 && lastLine > first.line
        excerpts.append(Excerpt(first.line, cells, style, note: goesOn ? " to line \(lastLine)" : ""))
      }
    }
    return excerpts
  }

  private init(_ number: Int, _ cells: [MarkedLine.Cell], _ style: Style, note: String) {
    var text = StyledText()
    var marks = ""
    var rest = cells[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.isMarked == first.isMarked }
      rest = rest.dropFirst(alike.count)
      text.add(alike.map(\.text).joined(), first.isMarked ? style : .plain)
      let sign: Character = first.isMarked ? "^" : " "
      // Spaces behind the last mark are not written.
      if first.isMarked || !rest.isEmpty { marks += String(repeating: sign, count: alike.reduce(0) { $0 + $1.width }) }
    }
    self.number = number
    self.text = text
    self.marks = StyledText(marks + note, style)
  }
}

extension TextLocation {
  /// The characters of the first line that the place covers, from 0; without an upper end if it goes on below.
  fileprivate var charactersInLine: Range<Int> {
    let lower = max(1, column) - 1
    return lower..<(endLine > line ? Int.max : max(lower, max(1, endColumn) - 1))
  }
}
