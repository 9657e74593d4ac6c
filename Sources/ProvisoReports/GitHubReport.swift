import ProvisoModel

/// The report as annotations of a GitHub Actions run: one workflow command a line, and a line with the counts.
///
/// What does not count is left out. GitHub shows ten annotations of a kind for each step, so all rules that wait for facts
/// share one notice.
enum GitHubReport {
  static func render(_ report: Report) -> String {
    var text = ""
    for error in report.errors {
      text += command(
        "error", place(error.path, error.line, error.column) + [("title", error.code)], shortened(error.message))
    }
    for draft in report.drafts {
      for result in draft.results(.fail) { text += annotation(result, of: draft) }
    }
    return text + questions(report) + counts(report) + "\n"
  }

  private static func annotation(_ result: RuleResult, of draft: DraftReport) -> String {
    let location = result.locationsInOrder.first
    var properties = place(draft.path, location?.line ?? 1, nil)
    if let location {
      let (line, column) = (max(1, location.line), max(1, location.column))
      let endLine = max(line, location.endLine)
      // Columns are shown within one line only.
      if endLine == line { properties.append(("col", String(column))) }
      properties.append(("endLine", String(endLine)))
      if endLine == line { properties.append(("endColumn", String(max(column, location.endColumn)))) }
    }
    properties.append(("title", result.ruleID))
    var lines = [Wording.headline(result)]
    if let places = Wording.places(result) { lines.append("in: \(places)") }
    lines += ResultNote.notes(on: result).map(\.line)
    let kind = result.level == .advice ? "notice" : result.level.word
    return command(kind, properties, lines.map(shortened).joined(separator: "\n"))
  }

  /// What has to be known, once for all drafts; at the draft where it is only one.
  private static func questions(_ report: Report) -> String {
    let open = report.drafts.filter { $0.undecidedRules > 0 }
    guard let first = open.first else { return "" }
    let asked = RunQuestions(report)
    var lines = asked.groups.flatMap(\.shown).map { entry in
      let question = entry.question
      let answers = question.answers.isEmpty ? "" : ": \(Wording.answers(question))"
      return "\(question.text) (\(question.path)\(answers)), for \(entry.uses)"
    }
    if lines.isEmpty { lines = ["Facts are missing."] }
    if let end = asked.end { lines.append(end) }
    guard open.count > 1 else {
      return notice(place(first.path, 1, nil), Wording.undecided(first.undecidedRules), lines)
    }
    var seen: Set<String> = []
    let files = open.map(\.path).filter { seen.insert($0).inserted }
    lines.insert("in: \(Wording.shortened(files, to: Shown.files))", at: 0)
    return notice([], "Rules of \(open.count) drafts cannot be decided yet", lines)
  }

  private static func notice(_ place: [(key: String, value: String)], _ title: String, _ lines: [String]) -> String {
    command("notice", place + [("title", title)], lines.map(shortened).joined(separator: "\n"))
  }

  /// Sites refuse annotations that are too long.
  private static func shortened(_ line: String) -> String { Wording.shortened(line.onOneLine, to: Shown.prose) }

  /// What the log ends with; no text of a draft is in it.
  private static func counts(_ report: Report) -> String {
    let summary = ReportSummary(report)
    let verdicts = Verdict.worstFirst.compactMap { verdict in
      summary.verdicts[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    let exemptions = Wording.exemptions(summary).map { [$0] } ?? []
    let parts = verdicts + exemptions + [Wording.count(report.errors.count, "error")]
    let notices = report.packs.compactMap(Wording.switchedOff).map { " " + $0 }
    return "\(Wording.count(report.drafts.count, "draft")): \(parts.joined(separator: ", "))." + notices.joined()
  }

  // MARK: Commands

  private static func place(_ path: String, _ line: Int?, _ column: Int?) -> [(key: String, value: String)] {
    guard !path.isEmpty else { return [] }
    return [("file", path)] + (line.map { [("line", String(max(1, $0)))] } ?? [])
      + (column.map { [("col", String(max(1, $0)))] } ?? [])
  }

  private static func command(
    _ name: String, _ properties: [(key: String, value: String)], _ message: String
  ) -> String {
    let list = properties.map { "\($0.key)=\(property($0.value))" }.joined(separator: ",")
    return "::\(name) \(list)::\(data(message))\n"
  }

  /// The text behind a command: what a terminal would obey is written out, lines end in `%0A`.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).visible }.joined(separator: "%0A")
  }

  /// The value of a property, in which commas and colons end something.
  private static func property(_ text: String) -> String {
    text.visible.replacing("%", with: "%25").replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
