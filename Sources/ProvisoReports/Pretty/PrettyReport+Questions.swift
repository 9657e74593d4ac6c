import ProvisoModel

extension PrettyReport {
  /// How many rules are open and the questions that decide most of them; each rule only if that is wanted.
  mutating func addUndecided(_ draft: DraftReport) {
    let open = draft.results(.undetermined)
    if options.undetermined == .rules {
      for result in open { addOpenRule(result) }
      terminal.blank()
    }
    let count = Wording.undecided(draft.undecidedRules)
    let style = Style.verdict(.needsFacts)
    guard !draft.questions.isEmpty else {
      return paragraph(StyledText("  "), count + ".", style, at: 2)
    }
    paragraph(StyledText("  "), count + ". Answer these first:", style, at: 2)
    for (index, question) in draft.questions.prefix(Shown.questions).enumerated() { add(question, index + 1) }
    let others = draft.questions.count - Shown.questions
    if others > 0 {
      let more = Wording.others(others, "question") + "."
      paragraph(StyledText("  "), more, .dim, at: 2)
    }
  }

  private mutating func addOpenRule(_ result: RuleResult) {
    paragraph(label(result.level.rawValue, .level(result.level)), result.headline, .bold)
    let places = Wording.places(result).map { " · in \($0)" } ?? ""
    indented(StyledText(result.ruleID + places, .dim))
    paragraph(label("needs"), Wording.needs(result))
  }

  /// The question, and below it the fact to give, the answers it can have and how many rules wait for it.
  private mutating func add(_ question: Question, _ number: Int) {
    paragraph(StyledText("  \(number)  "), question.text, .bold, at: 5)
    let answers = question.answers.isEmpty ? "…" : Wording.answers(question)
    let rules = Wording.count(question.rules.count, "rule")
    let path = StyledText("     ") + StyledText(question.path) + StyledText(" ")
    paragraph(path, "= \(answers)  (for \(rules))", .dim)
  }
}
