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
    for notice in report.packs.compactMap(Wording.overdue) {
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

  /// The columns of the table: where each begins, and how wide the first is.
  private struct Columns {
    let verdict: Int, rules: Int, end: Int
    var places: Int { verdict - 4 }

    init(_ rows: [Matrix.Row], width: Int) {
      let longest = rows.map { MatrixTable.place($0).displayWidth }.max() ?? 0
      verdict = 4 + min(max(6, longest), width / 3)
      rules = verdict + 15
      end = width
    }
  }

  private static func place(_ row: Matrix.Row) -> String { Wording.shortened(row.summary, to: places) }

  private mutating func addRows(_ matrix: Matrix) {
    let columns = Columns(matrix.rows, width: width)
    var heading = StyledText("  PLACES", .dim)
    heading.pad(to: columns.verdict)
    heading.add("VERDICT", .dim)
    heading.pad(to: columns.rules)
    heading.add("RULES AND FACTS", .dim)
    terminal.line(heading)
    for row in matrix.rows { add(row, of: matrix, columns) }
  }

  private mutating func add(_ row: Matrix.Row, of matrix: Matrix, _ columns: Columns) {
    let single = row.places.count == 1 ? matrix.names[row.places[0]].flatMap { $0 == row.places[0] ? nil : $0 } : nil
    let place = MatrixTable.place(row) + (single.map { " \($0)" } ?? "")
    let names = place.wrapped(to: columns.places)
    let details = details(row, width: columns.end - columns.rules)
    for number in 0..<max(names.count, details.count, 1) {
      var line = StyledText("  ")
      if number < names.count { line.add(names[number], .bold) }
      if number == 0 {
        line.pad(to: columns.verdict)
        line.add("\(row.verdict.sign) \(row.verdict.rawValue)", .verdict(row.verdict))
      }
      if number < details.count {
        line.pad(to: columns.rules)
        line = line + details[number]
      }
      terminal.line(line)
    }
  }

  /// What is broken, and what must be known, one line each where it fits.
  private func details(_ row: Matrix.Row, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    func add(_ label: String, _ style: Style, _ text: String) {
      for (number, part) in text.wrapped(to: width - 7).enumerated() {
        var line = StyledText(number == 0 ? label : "", style)
        line.pad(to: 7)
        line.add(part)
        lines.append(line)
      }
    }
    for rule in row.broken { add(rule.level.rawValue, .level(rule.level), rule.id) }
    if !row.missing.isEmpty {
      add("needs", .verdict(.needsFacts), Wording.shortened(row.missing, to: MatrixTable.facts))
    }
    return lines
  }

  // MARK: Below the table

  /// The questions behind the facts that the rows name first.
  private mutating func addQuestions(_ matrix: Matrix) {
    let shown = Set(matrix.rows.flatMap { $0.missing.prefix(MatrixTable.facts) })
    let questions = matrix.report.questions.filter { shown.contains($0.path) }.prefix(Shown.questions)
    guard !questions.isEmpty else { return }
    terminal.blank()
    for question in questions {
      for line in question.text.wrapped(to: width - 2) { terminal.line(StyledText("  " + line)) }
      var answer = StyledText("    \(question.path)")
      answer.add(" = \(question.answers.isEmpty ? "…" : Wording.answers(question))", .dim)
      terminal.line(answer)
    }
  }

  private mutating func add(_ error: InputError) {
    terminal.line(StyledText("✗ error  ", .error) + StyledText(error.path, .bold) + StyledText("  could not be checked"))
    for drawn in error.drawing.split(whereSeparator: \.isNewline) { terminal.line(StyledText("  " + String(drawn))) }
  }
}
