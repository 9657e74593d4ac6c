import ProvisoModel

/// What stands below a matrix: the broken rules, each once, and the questions.
struct MatrixDetails {
  private let matrix: Matrix
  /// Tells the anchors of this draft from those of another on the page.
  private let number: Int
  /// The results of each broken rule, in the order of the report.
  private let broken: [(rule: String, results: [RuleResult])]
  private let questions: [String: Question]

  init(_ matrix: Matrix, _ number: Int) {
    self.matrix = matrix
    self.number = number
    let results = matrix.report.results.filter { $0.outcome == .fail && $0.level >= .warn && $0.counts }
    let byRule = Dictionary(grouping: results, by: \.ruleID)
    var seen: Set<String> = []
    broken = results.filter { seen.insert($0.ruleID).inserted }.map { ($0.ruleID, byRule[$0.ruleID] ?? []) }
    questions = Dictionary(matrix.report.questions.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func anchor(_ rule: String) -> String { "draft-\(number)-\(rule)".html }

  /// The title of a rule, leading to what is said about it.
  func link(to rule: Matrix.BrokenRule) -> String {
    let title = broken.first { $0.rule == rule.id }?.results.first?.title ?? rule.id
    return "<a href=\"#\(anchor(rule.id))\">\(title.html)</a>"
  }

  /// The question behind a fact.
  func question(_ path: String) -> String { (questions[path]?.text ?? path).onOneLine.html }

  func add(to page: inout MatrixPage) {
    if !broken.isEmpty { page.line("<h3>Broken rules</h3>") }
    for (rule, results) in broken {
      page.line("<article id=\"\(anchor(rule))\">")
      page.line("<h4>\((results.first?.title ?? rule).html)</h4>")
      page.line("<p class=\"note\">\(rule.html)</p>")
      for result in results { add(result, to: &page) }
      page.line("</article>")
    }
    addQuestions(to: &page)
  }

  private func add(_ result: RuleResult, to page: inout MatrixPage) {
    let places = Wording.places(result).map { " <span class=\"note\">in \($0.html)</span>" } ?? ""
    let level = "<span class=\"\(result.level.rawValue)\">\(result.level.rawValue)</span>"
    page.line("<p>\(level) \(Wording.headline(result).onOneLine.html)\(places)</p>")
    page.line("<dl>")
    let found = result.locationsInOrder.prefix(Shown.locations).map { location in
      "line \(location.line): <q>\(Wording.shortened(location.matched).onOneLine.html)</q>"
    }
    if !found.isEmpty { page.line("<dt>Text</dt><dd>\(found.joined(separator: "<br>"))</dd>") }
    let cases = Wording.openCases(result).map(\.onOneLine.html)
    if !cases.isEmpty { page.line("<dt>Case</dt><dd>\(cases.joined(separator: "<br>"))</dd>") }
    if let doubt = Wording.weakness(result.confidence) { page.line("<dt>Doubt</dt><dd>\(doubt.html)</dd>") }
    let laws = result.citations.map { Wording.source($0).onOneLine.htmlLink(to: $0.url) }
    if !laws.isEmpty { page.line("<dt>Law</dt><dd>\(laws.joined(separator: "<br>"))</dd>") }
    for fix in result.fixes { page.line("<dt>To do</dt><dd>\(fix.advice.onOneLine.html)</dd>") }
    page.line("</dl>")
  }

  /// The questions of which a row waits for the answer, with what can be answered.
  private func addQuestions(to page: inout MatrixPage) {
    let missing = Set(matrix.rows.flatMap(\.missing))
    let asked = matrix.report.questions.filter { missing.contains($0.path) }
    guard !asked.isEmpty else { return }
    page.line("<h3>Questions</h3>")
    page.line("<p>The first decide most. An answer is a fact that is declared in the draft or beside it.</p>")
    page.line("<ol>")
    for question in asked {
      let answers = question.answers.isEmpty ? "…" : Wording.answers(question)
      let fact = "<code>\(question.path.html)</code> = \(answers.html)"
      page.line("<li>\(question.text.onOneLine.html)<br><span class=\"note\">\(fact)</span></li>")
    }
    page.line("</ol>")
  }
}
