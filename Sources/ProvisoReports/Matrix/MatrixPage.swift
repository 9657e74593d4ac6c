import ProvisoModel

/// Matrices as a page for the people who send and those who must agree: nothing is loaded, and it can be printed.
struct MatrixPage {
  /// How many names of a row's places are shown at once; a click shows the others, and paper has all.
  private static let names = 6
  /// How many questions stand in a row.
  private static let questions = 3

  private(set) var html = ""

  static func render(_ report: MatrixReport) -> String {
    var page = MatrixPage()
    page.addHead(report)
    for (number, matrix) in report.matrices.enumerated() {
      page.add(matrix, number + 1, isOnly: report.matrices.count == 1)
    }
    page.addErrors(report.errors)
    page.addFoot(report)
    return page.html
  }

  mutating func line(_ text: String) { html += text + "\n" }

  // MARK: Around the drafts

  private mutating func addHead(_ report: MatrixReport) {
    let only = report.matrices.count == 1 ? report.matrices.first?.report : nil
    let title = "Where \(only.map { $0.name } ?? "the drafts") may go".html
    line("<!doctype html>")
    line("<html lang=\"en\">")
    line("<head>")
    line("<meta charset=\"utf-8\">")
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    line("<meta name=\"color-scheme\" content=\"light dark\">")
    line("<title>\(title)</title>")
    line("<style>\n\(MatrixPage.style)</style>")
    line("</head>")
    line("<body>")
    line("<h1>\(title)</h1>")
  }

  private mutating func addErrors(_ errors: [InputError]) {
    guard !errors.isEmpty else { return }
    line("<section>")
    line("<h2>Could not be checked</h2>")
    for error in errors {
      let place = error.path + (error.line.map { ":\($0)" } ?? "")
      line("<p><strong>\(place.html)</strong> \(error.message.onOneLine.html)</p>")
    }
    line("</section>")
  }

  private mutating func addFoot(_ report: MatrixReport) {
    line("<footer>")
    for notice in report.packs.flatMap(Wording.notices) { line("<p>\(notice.html)</p>") }
    let packs = Wording.list(report.packs.map { "\($0.id) \($0.version)" })
    line("<p>Judged by Proviso \(report.toolVersion.html) with the packs \(packs.html). This is no legal advice.</p>")
    line("</footer>")
    line("</body>")
    line("</html>")
  }

  // MARK: A draft

  private mutating func add(_ matrix: Matrix, _ number: Int, isOnly: Bool) {
    line("<section>")
    // The only draft is named in the title.
    if !isOnly { line("<h2>\(matrix.report.name.html)</h2>") }
    let file = "\(matrix.report.path.html), "
    line("<p class=\"note\">\(file)\(Wording.count(matrix.placeCount, "place")), judged for \(matrix.date)</p>")
    line("<p>")
    for (verdict, places) in matrix.verdicts where places > 0 {
      line("\(MatrixPage.badge(verdict)) in \(Wording.count(places, "place")).")
    }
    line("</p>")
    line("<table>")
    line("<thead><tr><th scope=\"col\">Places</th><th scope=\"col\">Verdict</th>")
    line("<th scope=\"col\">Broken rules</th><th scope=\"col\">Still to be answered</th></tr></thead>")
    line("<tbody>")
    let details = MatrixDetails(matrix, number)
    if !matrix.everywhere.broken.isEmpty || !matrix.everywhere.missing.isEmpty {
      line("<tr><th scope=\"row\">Everywhere</th><td></td>")
      addCells(matrix.everywhere, details, none: "nothing")
    }
    for row in matrix.rows { add(row, of: matrix, details) }
    line("</tbody>")
    line("</table>")
    details.add(to: &self)
    line("</section>")
  }

  static func badge(_ verdict: Verdict) -> String {
    "<span class=\"badge \(verdict.rawValue)\">\(verdict.sign) \(verdict.rawValue)</span>"
  }

  private mutating func add(_ row: Matrix.Row, of matrix: Matrix, _ details: MatrixDetails) {
    line("<tr>")
    line("<th scope=\"row\">\(MatrixPage.places(row, matrix.names))</th>")
    line("<td>\(MatrixPage.badge(row.verdict))</td>")
    let own = row.beyond(matrix.everywhere)
    addCells(own, details, none: own == row ? "nothing" : "nothing more")
  }

  /// The last two cells of a row.
  private mutating func addCells(_ row: Matrix.Row, _ details: MatrixDetails, none: String) {
    func cell(_ label: String, _ items: [String]) -> String {
      let list = items.isEmpty ? none : "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>"
      return "<td data-label=\"\(label)\">\(list)</td>"
    }
    let rules = row.broken.map { rule in
      "<span class=\"\(rule.level.rawValue)\">\(rule.level.rawValue)</span> \(details.link(to: rule))"
    }
    line(cell("Broken rules", rules))
    let shown = row.missing.prefix(MatrixPage.questions)
    let others = row.missing.count - shown.count
    let more = others > 0 ? ["<span class=\"note\">\(Wording.others(others, "question"))</span>"] : []
    line(cell("Still to be answered", shown.map(details.question) + more))
    line("</tr>")
  }

  private static func place(_ code: String, _ names: [String: String]) -> String {
    let name = names[code] ?? code
    return name == code ? code.html : "\(name.html) <span class=\"note\">\(code.html)</span>"
  }

  private static func places(_ row: Matrix.Row, _ names: [String: String]) -> String {
    let all = row.summary.map { named in
      let except = named.except.isEmpty ? "" : " except " + Wording.list(named.except.map { place($0, names) })
      return place(named.code, names) + except
    }
    guard all.count > MatrixPage.names + 1 else { return all.joined(separator: ", ") }
    let others = row.summary.dropFirst(MatrixPage.names).reduce(0) { $0 + $1.places }
    let rest = all.dropFirst(MatrixPage.names).joined(separator: ", ")
    return all.prefix(MatrixPage.names).joined(separator: ", ")
      + "<details><summary>and \(others) more</summary>\(rest)</details>"
  }
}
