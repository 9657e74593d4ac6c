import ProvisoModel

extension PrettyReport {
  /// How many rules are open. Of an only draft those are told in full that its text gives cause for.
  mutating func addUndecided(_ draft: DraftReport) {
    guard isSingle, !draft.suspected.isEmpty else {
      return paragraph(StyledText("  "), Wording.undecided(draft) + ".", .verdict(.needsFacts), at: 2)
    }
    let suspected = draft.suspected
    let count = Wording.undecided(draft.undecidedRules)
    let all = suspected.count > Shown.suspected ? ", such as:" : ":"
    paragraph(
      StyledText("  "), "\(count). The text itself gives cause for \(suspected.count) of them\(all)",
      .verdict(.needsFacts), at: 2)
    var drawn: [TextLocation] = []
    for result in suspected.prefix(Shown.suspected) {
      terminal.blank()
      paragraph(label("open", .verdict(.needsFacts)), Wording.headline(result), .bold)
      let places = Wording.places(result).map { " · in \($0)" } ?? ""
      indented(StyledText("\(result.ruleID) · \(result.level.rawValue) if broken\(places)", .dim))
      addExcerpts(result, of: draft, drawn: drawn)
      paragraph(label("why"), result.reason)
      drawn = result.locations
    }
  }

  /// The questions whose answers decide most, once for all drafts.
  mutating func add(_ questions: RunQuestions) {
    guard !questions.groups.isEmpty else { return }
    terminal.blank()
    for group in questions.groups {
      paragraph(StyledText(), group.heading + ":", .verdict(.needsFacts), at: 0)
      for (index, entry) in group.shown.enumerated() { add(entry, index + 1) }
    }
    if let end = questions.end { paragraph(StyledText(), end + ".", .dim, at: 0) }
  }

  /// The question, and below it the fact to give, the answers it can have and how much waits for it.
  private mutating func add(_ entry: RunQuestions.Entry, _ number: Int) {
    let question = entry.question
    paragraph(StyledText("  \(number)  "), question.text, .bold, at: 5)
    let answers = question.answers.isEmpty ? "…" : Wording.answers(question)
    let path = StyledText("     ") + StyledText(question.path) + StyledText(" ")
    paragraph(path, "= \(answers)  (for \(entry.uses))", .dim)
  }
}
