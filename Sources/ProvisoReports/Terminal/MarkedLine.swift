/// A line of text with places in it, and the ways to cut it so that the places can be seen.
struct MarkedLine {
  /// A character as it is shown.
  struct Cell {
    /// What is printed, and the columns it takes.
    let text: String, width: Int
    /// The scalars of the line it stands for.
    let scalars: Range<Int>
    /// Whether it belongs to a place.
    let isMarked: Bool
  }

  /// The columns kept on both sides of a place if the line is long enough.
  private static let context = 10
  /// The sign that something was cut off.
  private static let cutOff = Cell(text: "…", width: 1, scalars: 0..<0, isMarked: false)

  private let scalars: [Unicode.Scalar]
  private let places: [Range<Int>]
  /// The white space before the first place that begins the line, which is not shown.
  private let indent: Int

  /// The line `text` with `places`, counted in scalars; what lies outside the line is taken as its end.
  init(_ text: String, _ places: [Range<Int>]) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    self.places = places.map { $0.clamped(to: 0..<scalars.count) }.sorted { $0.lowerBound < $1.lowerBound }
    let space = scalars.prefix { $0.properties.isWhitespace }.count
    indent = min(space, self.places.first?.lowerBound ?? 0)
  }

  /// The line if it fits, else the parts of it that show the places, each at most `columns` wide.
  func parts(columns: Int) -> [[Cell]] {
    // The first test keeps a line of a megabyte from being measured.
    if scalars.count - indent <= 4 * columns, case let all = cells(indent..<scalars.count), all.columns <= columns {
      return [all]
    }
    var parts: [[Cell]] = []
    var rest = places[...]
    while var part = rest.popFirst() {
      while let next = rest.first, case let both = part.lowerBound..<max(part.upperBound, next.upperBound),
        both.count <= 4 * columns, cells(both).columns <= columns - 2 * MarkedLine.context
      {
        part = both
        rest.removeFirst()
      }
      parts.append(window(around: part, columns: columns))
    }
    return parts
  }

  /// The cells around `place`: all of it if it fits, a third of the other columns before it, the rest behind it.
  private func window(around place: Range<Int>, columns: Int) -> [Cell] {
    let lower = max(indent, place.lowerBound - columns)
    let upper = min(scalars.count, min(place.upperBound, place.lowerBound + 4 * columns) + columns)
    let cells = cells(lower..<upper)
    let first = cells.firstIndex { $0.scalars.upperBound > place.lowerBound } ?? cells.count
    let last = cells.firstIndex { $0.scalars.lowerBound >= place.upperBound } ?? cells.count
    // Two columns are for the signs that something was cut off.
    var shown = Window(cells: cells, range: first..<first, room: columns - 2)
    shown.growRight(to: max(first, last))
    let others = shown.room
    shown.growLeft(leaving: others - others / 3)
    shown.growRight(to: cells.count)
    shown.growLeft(leaving: 0)
    var part = Array(cells[shown.range])
    if shown.range.lowerBound > 0 || lower > indent { part.insert(MarkedLine.cutOff, at: 0) }
    if shown.range.upperBound < cells.count || upper < scalars.count { part.append(MarkedLine.cutOff) }
    return part
  }

  /// The cells of some scalars, and one cell behind the line if a place stands there.
  private func cells(_ range: Range<Int>) -> [Cell] {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    var cells: [Cell] = []
    var offset = range.lowerBound
    var column = 0
    for character in text {
      let next = offset + character.unicodeScalars.count
      let shown = character == "\t" ? String(repeating: " ", count: 4 - column % 4) : character.visible
      let width = shown.displayWidth
      cells.append(Cell(text: shown, width: width, scalars: offset..<next, isMarked: isMarked(offset..<next)))
      offset = next
      column += width
    }
    if offset == scalars.count, isMarked(offset..<offset + 1) {
      cells.append(Cell(text: " ", width: 1, scalars: offset..<offset + 1, isMarked: true))
    }
    return cells
  }

  private func isMarked(_ scalars: Range<Int>) -> Bool {
    places.contains { $0.overlaps(scalars) || $0.isEmpty && scalars.contains($0.lowerBound) }
  }
}

/// A run of cells that grows while there is room.
private struct Window {
  let cells: [MarkedLine.Cell]
  var range: Range<Int>
  var room: Int

  mutating func growRight(to end: Int) {
    while range.upperBound < end, cells[range.upperBound].width <= room {
      room -= cells[range.upperBound].width
      range = range.lowerBound..<range.upperBound + 1
    }
  }

  mutating func growLeft(leaving spare: Int) {
    while range.lowerBound > 0, room - cells[range.lowerBound - 1].width >= spare {
      range = range.lowerBound - 1..<range.upperBound
      room -= cells[range.lowerBound].width
    }
  }
}

extension [MarkedLine.Cell] {
  /// The columns the cells take together.
  fileprivate var columns: Int { reduce(0) { $0 + $1.width } }
}
