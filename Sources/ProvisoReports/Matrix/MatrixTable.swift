import ProvisoModel

/// Matrices for a person at a terminal.
struct MatrixTable {
  /// How many codes of a row and how many facts are shown; programs get all.
  private static let places = 3, facts = 3

  private let width: Int
  private var terminal: Terminal

  static func render(_ report: MatrixReport, _ options: RenderOptions) -> String {
    var page = MatrixTable(options)
    for (number, matrix) in report.matrices.enumerated() {
      if number > 0 { page.terminal.blank() }
      page.add(matrix)
    }
    for error in report.errors {
      if !page.terminal.text.isEmpty { page.terminal.blank() }
      page.add(error)
    }
    for notice in report.packs.flatMap(Wording.notices) {
      page.terminal.blank()
      for line in notice.wrapped(to: page.width) { page.terminal.line(StyledText(line, .caution)) }
    }
    return page.terminal.text
  }

  private init(_ options: RenderOptions) {
    width = min(120, max(40, options.width))
    terminal = Terminal(colour: options.colour, hyperlinks: false)
  }

  private mutating func add(_ matrix: Matrix) {
    var heading = StyledText(matrix.report.path, .bold)
    if let id = matrix.report.id { heading.add("  \(id)") }
    terminal.line(heading)
    addCounts(matrix)
    terminal.blank()
    addRows(matrix)
    addQuestions(matrix)
  }

  /// `33 places on 2026-11-22: 30 block, 3 pass`.
  private mutating func addCounts(_ matrix: Matrix) {
    var line = StyledText("  \(Wording.count(matrix.placeCount, "place")) on \(matrix.date):")
    var separator = " "
    for (verdict, places) in matrix.verdicts where places > 0 {
      line.add(separator)
      line.add("\(places) \(verdict.rawValue)", .verdict(verdict))
      separator = ", "
    }
    line.add(".")
    terminal.line(line)
  }

  // MARK: Rows

  private mutating func addRows(_ matrix: Matrix) {
    let names = matrix.rows.map { name($0, matrix.names) }
    let column = 4 + (names.map(\.displayWidth).max() ?? 0)
    var heading = StyledText("  PLACES", .dim)
    heading.pad(to: column)
    terminal.line(heading + StyledText("VERDICT", .dim))
    if !matrix.everywhere.broken.isEmpty || !matrix.everywhere.missing.isEmpty {
      terminal.line(StyledText("  everywhere", .bold))
      addDetails(matrix.everywhere)
    }
    for (row, name) in zip(matrix.rows, names) {
      var line = StyledText("  ")
      line.add(name, .bold)
      line.pad(to: column)
      terminal.line(line + StyledText("\(row.verdict.sign) \(row.verdict.rawValue)", .verdict(row.verdict)))
      addDetails(row.beyond(matrix.everywhere))
    }
  }

  /// The codes of a row, cut to what leaves room for the verdict; the name of a place that stands alone.
  private func name(_ row: Matrix.Row, _ names: [String: String]) -> String {
    let only = row.places.count == 1 ? row.places[0] : nil
    guard let only else { return Wording.places(row.summary, to: MatrixTable.places) }
    let both = names[only].flatMap { $0 == only ? nil : "\(only) \($0)" } ?? only
    return both.displayWidth <= width - 20 ? both : only
  }

  /// What is broken, and what must be known, below the line of a row.
  private mutating func addDetails(_ row: Matrix.Row) {
    for rule in row.broken { addDetail(rule.level.rawValue, .level(rule.level), rule.id) }
    guard !row.missing.isEmpty else { return }
    addDetail("needs", .verdict(.needsFacts), Wording.shortened(row.missing, to: MatrixTable.facts))
  }

  private mutating func addDetail(_ label: String, _ style: Style, _ text: String) {
    var line = StyledText("    ")
    line.add(label, style)
    for part in text.wrapped(to: width - 12) {
      line.pad(to: 12)
      line.add(part)
      terminal.line(line)
      line = StyledText()
    }
  }

  // MARK: Below the table

  /// The questions behind the facts that are named first.
  private mutating func addQuestions(_ matrix: Matrix) {
    let named = [matrix.everywhere] + matrix.rows.map { $0.beyond(matrix.everywhere) }
    let shown = Set(named.flatMap { $0.missing.prefix(MatrixTable.facts) })
    let questions = matrix.report.questions.filter { shown.contains($0.path) }.prefix(Shown.questions)
    guard !questions.isEmpty else { return }
    terminal.blank()
    for question in questions {
      for line in question.text.wrapped(to: width - 2) { terminal.line(StyledText("  " + line)) }
      let answers = question.answers.isEmpty ? "…" : Wording.answers(question)
      for line in "\(question.path) = \(answers)".wrapped(to: width - 4) {
        terminal.line(StyledText("    ") + StyledText(line, .dim))
      }
    }
  }

  private mutating func add(_ error: InputError) {
    terminal.line(
      StyledText("✗ error  ", .error) + StyledText(error.path, .bold) + StyledText("  could not be checked"))
    for drawn in error.drawing.split(whereSeparator: \.isNewline) { terminal.line(StyledText("  " + String(drawn))) }
  }
}
