import ProvisoModel

extension CalendarPage {
  mutating func add(_ draft: DraftTimeline, _ calendar: RuleCalendar) {
    var heading = StyledText("\(draft.verdict.sign) \(draft.verdict.rawValue)", .verdict(draft.verdict))
    heading.add("  ")
    heading.add(draft.path, .bold)
    if let id = draft.id { heading.add("  \(id)") }
    terminal.line(heading)
    if let planned = draft.planned {
      terminal.line(StyledText("  It is planned for \(planned), and judged for that day only."))
    } else if draft.steps.isEmpty {
      terminal.line(StyledText("  Nothing changes until \(calendar.until)."))
    }
    for step in draft.steps {
      terminal.blank()
      var line = StyledText(step.date.description, .bold)
      line.pad(to: CalendarPage.textColumn)
      terminal.line(line + StyledText("\(step.verdict.sign) \(step.verdict.rawValue)", .verdict(step.verdict)))
      for change in step.changes { add(change) }
    }
  }

  private mutating func add(_ change: DraftTimeline.Change) {
    guard let result = change.result else { return }
    let places = Wording.places(result).map { " · in \($0)" } ?? ""
    detail(CalendarPage.word(change), result.ruleID + places, labelled: CalendarPage.style(change))
    guard !change.after.isEmpty else { return detail("", result.title, .dim) }
    // What an open rule would say if it were broken is not known to be so.
    detail("", result.outcome == .fail ? Wording.headline(result) : result.title)
    detail("why", result.reason)
    sources(result.citations)
  }

  /// What happens to the rule.
  private static func word(_ change: DraftTimeline.Change) -> String {
    if change.isNewlyBroken { return change.after.first?.level.rawValue ?? "" }
    return change.after.isEmpty ? "settled" : change.after.first?.outcome == .undetermined ? "needs" : "changed"
  }

  private static func style(_ change: DraftTimeline.Change) -> Style {
    guard let after = change.after.first else { return .outcome(.pass) }
    return after.outcome == .fail ? .level(after.level) : .outcome(after.outcome)
  }
}
