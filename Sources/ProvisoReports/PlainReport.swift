import ProvisoModel

/// A report for screen readers and logs: counts first, then one labelled line per item.
struct PlainReport {
  private var text = ""

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    var page = PlainReport()
    page.addCounts(report)
    for draft in report.drafts { page.add(draft, options, isSingle: report.drafts.count == 1) }
    page.add(RunQuestions(report))
    for error in report.errors { page.add(error) }
    return page.text
  }

  /// One line; nothing where there is nothing to say.
  private mutating func line(_ label: String, _ value: String?) {
    guard let value = value?.visible, !value.isEmpty else { return }
    text += "\(label): \(value)\n"
  }

  /// One line of prose, in which line breaks mean nothing.
  private mutating func prose(_ label: String, _ value: String) { line(label, value.onOneLine) }

  private mutating func addCounts(_ report: Report) {
    let summary = ReportSummary(report)
    line("drafts", report.drafts.isEmpty ? "none was checked" : String(report.drafts.count))
    for verdict in Verdict.worstFirst { line("verdict \(verdict.rawValue)", String(summary.verdicts[verdict] ?? 0)) }
    line("rules evaluated", String(summary.counts.evaluated))
    line("outcome fail", String(summary.counts.fail))
    line("outcome undetermined", String(summary.counts.undetermined))
    line("outcome pass", String(summary.counts.pass))
    line("outcome not-applicable", String(summary.counts.notApplicable))
    line("not counted", Wording.exemptions(summary))
    line("errors", String(report.errors.count))
    for notice in report.packs.flatMap(Wording.notices) { prose("notice", notice) }
  }

  private mutating func add(_ draft: DraftReport, _ options: RenderOptions, isSingle: Bool) {
    text += "\n"
    line("draft", draft.path)
    line("name", draft.id)
    line("verdict", [draft.verdict.rawValue, Wording.advice(draft.verdict)].compactMap(\.self).joined(separator: ". "))
    line("rules", Wording.counts(draft))
    for group in FindingGroup.groups(draft.results(.fail)) {
      add(group.first)
      for other in group.others { prose("also", Wording.also(other)) }
    }
    if draft.undecidedRules > 0 {
      text += "\n"
      line("undetermined", isSingle ? Wording.undecided(draft.undecidedRules) : Wording.undecided(draft))
      if isSingle { for result in draft.suspected.prefix(Shown.suspected) { add(result) } }
    }
    for result in draft.uncounted { add(result) }
    if options.showAll {
      for result in draft.results(.undetermined) {
        prose(result.outcome.rawValue, "\(result.ruleID), \(Wording.doubt(result))")
      }
      for result in draft.results(.pass) + draft.results(.notApplicable) {
        prose(result.outcome.rawValue, "\(result.ruleID), \(result.title)")
      }
    }
  }

  private mutating func add(_ result: RuleResult) {
    text += "\n"
    prose(result.outcome == .fail ? result.level.rawValue : result.outcome.rawValue, Wording.headline(result))
    line("rule", result.ruleID)
    line("places", Wording.places(result))
    let locations = result.locationsInOrder
    for location in locations.prefix(Shown.locations) {
      line(
        "line",
        "\(location.line), column \(location.column), in \(location.role): \(Wording.shortened(location.matched))")
    }
    let others = locations.count - Shown.locations
    if others > 0 { line("line", Wording.others(others, "place")) }
    for note in ResultNote.notes(on: result) { line(note.label, note.whole) }
    prose("not counted", Wording.exemption(result) ?? "")
  }

  private mutating func add(_ questions: RunQuestions) {
    for group in questions.groups {
      text += "\n"
      line("questions", group.heading)
      for entry in group.shown {
        prose("question", entry.question.text)
        line("fact", entry.question.path)
        line("answers", Wording.answers(entry.question))
        line("decides", entry.uses)
      }
    }
    line("questions", questions.end)
  }

  /// The drawing is for the eye, so the problem is told in its parts.
  private mutating func add(_ error: InputError) {
    text += "\n"
    prose("error", error.message)
    line("file", error.path)
    line("line", error.line.map { "\($0)" + (error.column.map { ", column \($0)" } ?? "") })
    line("code", error.code)
  }
}
