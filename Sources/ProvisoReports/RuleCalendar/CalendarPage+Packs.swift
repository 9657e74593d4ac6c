import ProvisoModel

extension CalendarPage {
  /// The most rules named of one change; the JSON format has all.
  private static let rules = 5

  mutating func add(_ changes: [PackChange], _ calendar: RuleCalendar) {
    let period = "from \(calendar.from) to \(calendar.until)"
    guard !changes.isEmpty else {
      return terminal.line(StyledText("Nothing changes in the packs \(period)."))
    }
    terminal.line(StyledText("What changes in the packs \(period):", .bold))
    var date: CalendarDate?
    for change in changes {
      if change.date != date { terminal.blank() }
      add(change, isFirst: change.date != date)
      date = change.date
    }
  }

  /// A change, with its day where it is the first of several.
  private mutating func add(_ change: PackChange, isFirst: Bool) {
    var line = StyledText(isFirst ? change.date.description : "", .bold)
    for text in CalendarPage.words(change).wrapped(to: width - CalendarPage.textColumn) {
      line.pad(to: CalendarPage.textColumn)
      terminal.line(line + StyledText(text))
      line = StyledText()
    }
    for rule in change.rules.prefix(CalendarPage.rules) {
      detail(rule.level.rawValue, rule.id, labelled: .level(rule.level))
      detail("", rule.title, .dim)
    }
    let others = change.rules.count - CalendarPage.rules
    if others > 0 { detail("", Wording.others(others, "rule"), .dim) }
    sources(change.rules.first?.citations ?? [])
  }

  /// One sentence.
  private static func words(_ change: PackChange) -> String {
    switch change.kind {
    case .begins: return "A rule of \(change.packID) comes into force."
    case .ends: return "A rule of \(change.packID) is no longer in force."
    case .parameter(let name, let before, let after):
      return "`\(name)` of \(change.packID) becomes \(after)" + (before.map { "; it was \($0)." } ?? ".")
    case .day(let name, let day):
      let called = name.map { "`\($0)` of \(change.packID)" } ?? "A day written in \(change.packID)"
      return day == change.date ? "\(called) is reached." : "\(called), \(day), counts from here on."
    case .review(let version):
      return "\(change.packID) \(version) is due for review: its sources must be read again."
    }
  }
}
