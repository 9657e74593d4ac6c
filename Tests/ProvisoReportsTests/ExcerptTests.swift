import ProvisoModel
import Testing

@testable import ProvisoReports

/// A line with marked places, `«…»`, and how it is expected to be drawn in some columns.
struct ExcerptCase: Sendable, CustomTestStringConvertible {
  let line: String
  var columns = 40
  let drawn: [String]
  var testDescription: String { line }
}

@Suite struct ExcerptTests {
  static let cases: [ExcerptCase] = [
    ExcerptCase(line: "a «word» here", drawn: ["a word here", "  ^^^^"]),
    ExcerptCase(line: "   «word» here", drawn: ["word here", "^^^^"]),
    ExcerptCase(line: "« word»", drawn: [" word", "^^^^^"]),
    ExcerptCase(line: "«two» and «more»", drawn: ["two and more", "^^^     ^^^^"]),
    ExcerptCase(line: "🔥 «限定» «e\u{301}» x", drawn: ["🔥 限定 e\u{301} x", "   ^^^^ ^"]),
    ExcerptCase(line: "a\tb\t«c»", drawn: ["a   b   c", "        ^"]),
    ExcerptCase(line: "\u{1B}[«2J»", drawn: [#"\u{1B}[2J"#, "       ^^"]),
    ExcerptCase(line: "at the end«»", drawn: ["at the end", "          ^"]),
    ExcerptCase(line: "in «»between", drawn: ["in between", "   ^"]),
    ExcerptCase(line: "«»", drawn: ["", "^"]),
    ExcerptCase(
      line: "one two three four «five» six seven eight", columns: 20, drawn: ["…our five six seven…", "     ^^^^"]),
    ExcerptCase(line: "«one» two three four five six", columns: 20, drawn: ["one two three four…", "^^^"]),
    ExcerptCase(
      line: "one two three four five «six»", columns: 20, drawn: ["…hree four five six", "                ^^^"]),
    ExcerptCase(
      line: "a «place longer than the line it is shown in» b", columns: 20,
      drawn: ["…place longer than …", " ^^^^^^^^^^^^^^^^^^"]),
    ExcerptCase(
      line: "«one» two three four five six seven eight nine ten «eleven» twelve", columns: 30,
      drawn: ["one two three four five six …", "^^^", "…eight nine ten eleven twelve", "                ^^^^^^"]),
  ]

  @Test(arguments: cases) func `a place is underlined wherever it stands`(_ example: ExcerptCase) {
    let (text, places) = marked(example.line)
    let locations = places.map { place in location(text, 7, place.lowerBound + 1, 7, place.upperBound + 1) }
    #expect(drawn(locations, columns: example.columns) == example.drawn)
  }

  @Test func `a place that goes on below says where it ends`() {
    #expect(drawn([location("from here", 7, 6, 9, 2)], columns: 40) == ["from here", "     ^^^^ to line 9"])
  }

  @Test func `places in several lines give an excerpt each`() {
    let locations = [location("first", 1, 1, 1, 6), location("second", 2, 1, 2, 7)]
    #expect(drawn(locations, columns: 40) == ["first", "^^^^^", "second", "^^^^^^"])
  }

  private func drawn(_ locations: [TextLocation], columns: Int) -> [String] {
    Excerpt.excerpts(of: locations, columns: columns, style: .plain).flatMap { excerpt in
      [excerpt.text, excerpt.marks].map { styled in
        var terminal = Terminal(colour: false, hyperlinks: false)
        terminal.line(styled)
        return String(terminal.text.dropLast())
      }
    }
  }

  private func marked(_ line: String) -> (text: String, places: [Range<Int>]) {
    var text = String.UnicodeScalarView()
    var starts: [Int] = []
    var places: [Range<Int>] = []
    for scalar in line.unicodeScalars {
      switch scalar {
      case "«": starts.append(text.count)
      case "»": places.append((starts.popLast() ?? 0)..<text.count)
      default: text.append(scalar)
      }
    }
    return (String(text), places)
  }

  private func location(_ text: String, _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> TextLocation {
    TextLocation(
      pointer: nil, role: "body", line: line, column: column, endLine: endLine, endColumn: endColumn, byteOffset: 0,
      byteLength: 0, utf16Offset: 0, utf16Length: 0, charOffset: 0, charLength: 0, lineText: text, matched: "")
  }
}
