import ProvisoModel

/// A summary that fits a comment on a pull request: counts, a table of the drafts, and what was found folded in.
struct MarkdownReport {
  /// The bytes of the whole; GitHub takes 65 536 characters, GitLab more.
  private static let limit = 65_000
  /// The bytes up to which errors, with them the table, and with both the questions may go, so that something is left for the findings.
  private static let errorLimit = 10_000, tableLimit = 30_000, questionLimit = 40_000
  /// The bytes that the sentence on what was left out may take.
  private static let reserve = 300

  private var page = MarkdownPage(limit: MarkdownReport.errorLimit)
  private var left: [(count: Int, noun: String)] = []

  static func render(_ report: Report) -> String {
    var summary = MarkdownReport()
    // The worst first, so that what is left out is what matters least.
    let drafts = Verdict.worstFirst.flatMap { verdict in report.drafts.filter { $0.verdict == verdict } }
    summary.addCounts(report)
    summary.addErrors(report.errors)
    summary.addTable(drafts)
    summary.addQuestions(report)
    summary.addDetails(drafts)
    return summary.finished
  }

  private mutating func leave(_ count: Int, _ noun: String) {
    if count > 0 { left.append((count, noun)) }
  }

  private mutating func addCounts(_ report: Report) {
    let summary = ReportSummary(report)
    var text = "## Proviso\n\n"
    if report.drafts.isEmpty {
      text += "**No draft was checked.**"
    } else {
      let verdicts = Verdict.worstFirst.compactMap { verdict in
        summary.verdicts[verdict].map { "\($0) \(verdict.rawValue)" }
      }
      text += "**\(Wording.count(report.drafts.count, "draft")):** \(verdicts.joined(separator: ", "))."
    }
    let tally = summary.tally
    text += " \(Wording.count(summary.counts.evaluated, "rule")) evaluated, \(tally.broken) broken, "
    text += "\(Wording.pieces(tally.advice)), \(tally.undetermined) undetermined, "
    if let exemptions = Wording.exemptions(summary) { text += exemptions + ", " }
    text += Wording.count(report.errors.count, "error") + ".\n"
    _ = page.add(text)
    _ = page.add(report.packs.flatMap(Wording.notices).map { "\n" + $0.markdown + "\n" })
  }

  private mutating func addErrors(_ errors: [InputError]) {
    guard !errors.isEmpty else { return }
    _ = page.add("\nCould not be checked:\n\n")
    leave(page.add(errors.map { "- \($0.markdown)\n" }), "error")
  }

  private mutating func addTable(_ drafts: [DraftReport]) {
    page.limit = MarkdownReport.tableLimit
    guard !drafts.isEmpty else { return }
    _ = page.add("\n| draft | verdict | broken | advice | undetermined |\n| --- | --- | ---: | ---: | ---: |\n")
    let rows = drafts.lazy.map { draft in
      let tally = draft.tally
      return "| \(draft.markdown) | \(draft.verdict.rawValue) | \(tally.broken) | \(tally.advice) | "
        + "\(tally.undetermined) |\n"
    }
    leave(page.add(rows), "draft")
  }

  /// The questions whose answers decide most, once for all drafts.
  private mutating func addQuestions(_ report: Report) {
    page.limit = MarkdownReport.questionLimit
    let questions = RunQuestions(report)
    for group in questions.groups {
      _ = page.add("\n\(group.heading):\n\n")
      leave(page.add(group.shown.map(MarkdownReport.item)), "question")
    }
    if let end = questions.end {
      _ = page.add("\n\(MarkdownReport.prose(end.prefix(1).uppercased() + end.dropFirst())).\n")
    }
  }

  /// What is to be said of each draft, until the page is full.
  private mutating func addDetails(_ drafts: [DraftReport]) {
    let end = "\n</details>\n"
    var missing = 0
    for draft in drafts where !draft.isClean {
      let items = MarkdownReport.items(draft)
      page.limit = MarkdownReport.limit - MarkdownReport.reserve - end.utf8.count
      let start = "\n<details><summary>\(draft.verdict.rawValue): \(draft.markdown)</summary>\n\n"
      // A title with nothing below it would only take room.
      guard let first = items.first, page.add(start + first) else {
        missing += items.count
        continue
      }
      missing += page.add(items.dropFirst())
      page.limit += end.utf8.count
      _ = page.add(end)
    }
    leave(missing, "finding")
  }

  private var finished: String {
    guard !left.isEmpty else { return page.text }
    let parts = Wording.list(left.map { Wording.count($0.count, $0.noun) })
    return page.text + "\nLeft out to keep this short: \(parts). The full report has them.\n"
  }

  // MARK: Items

  private static func items(_ draft: DraftReport) -> [String] {
    var items = FindingGroup.groups(draft.results(.fail)).map { item($0.first, also: $0.others) }
    if draft.undecidedRules > 0 {
      items.append("- \(Wording.undecided(draft.undecidedRules)).\n")
      items += draft.suspected.prefix(Shown.suspected).map { item($0) }
    }
    return items + draft.uncounted.map { item($0) }
  }

  private static func item(_ result: RuleResult, also others: [RuleResult] = []) -> String {
    let label = result.outcome == .undetermined ? "open" : result.level.rawValue
    var text = "- **\(label)** \(prose(Wording.headline(result))) \(code(result.ruleID))"
    if let places = Wording.places(result) { text += ", in \(prose(places))" }
    if let place = result.locationsInOrder.first { text += ", line \(place.line)" }
    text += "\n"
    if let exemption = Wording.exemption(result) { text += "  - not counted: \(prose(exemption))\n" }
    for note in ResultNote.notes(on: result) {
      let words = Wording.shortened(note.text, to: Shown.prose)
      text += "  - \(note.label): \(words.markdown(linkedTo: note.address))\n"
    }
    for other in others { text += "  - also: \(prose(Wording.also(other)))\n" }
    return text
  }

  private static func item(_ entry: RunQuestions.Entry) -> String {
    let question = entry.question
    let answers = question.answers.isEmpty ? "" : ": " + prose(Wording.answers(question))
    return "- \(prose(question.text)) \(code(question.path))\(answers) (for \(entry.uses))\n"
  }

  fileprivate static func prose(_ text: String) -> String { Wording.shortened(text, to: Shown.prose).markdown }

  fileprivate static func code(_ text: String) -> String { Wording.shortened(text).markdownCode }
}

extension DraftReport {
  /// The file as code, and the name of the draft in it.
  fileprivate var markdown: String {
    MarkdownReport.code(path) + (id.map { " " + Wording.shortened($0).markdown } ?? "")
  }
}

extension InputError {
  fileprivate var markdown: String {
    let place = ([path] + [line, column].compactMap(\.self).map(String.init)).filter { !$0.isEmpty }
    let start = place.isEmpty ? "" : MarkdownReport.code(place.joined(separator: ":")) + " "
    return start + MarkdownReport.prose(message)
  }
}
