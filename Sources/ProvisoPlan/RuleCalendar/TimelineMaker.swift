import ProvisoLanguage
public import ProvisoModel
import ProvisoSource

/// Tells for drafts what changes as time goes by. A rule is judged again only on the days on which it can change.
///
/// Rules that hang on the day of the week are left out: they change back and forth.
public struct TimelineMaker {
  private let plan: Plan
  private let span: DaySpan
  /// The rules that are looked at, with their own first days, those behind their last, and those of new parameters.
  private let fixedDays: [Int: Set<CalendarDate>]
  /// The comparisons of all rules with the day of sending, each with the rules it stands in.
  private let comparisons: [DayComparison: [Int]]
  private let stretches: [ClosedRange<CalendarDate>]

  /// A maker for what changes behind `first` and up to `last`.
  public init(_ plan: Plan, from first: CalendarDate, through last: CalendarDate) {
    self.plan = plan
    span = DaySpan(first: first, last: last)
    var fixedDays: [Int: Set<CalendarDate>] = [:]
    var comparisons: [DayComparison: [Int]] = [:]
    var parameterDays: Set<CalendarDate> = []
    for (number, rule) in plan.rules.enumerated() where !rule.isOff {
      let dates = RuleDates(rule.table)
      if dates.asksWeekday { continue }
      let newValues = dates.parameters.flatMap(\.values).map(\.from)
      parameterDays.formUnion(newValues)
      fixedDays[number] = Set(newValues + [rule.from, rule.until?.adding(days: 1)].compactMap(\.self))
      for comparison in dates.comparisons { comparisons[comparison, default: []].append(number) }
    }
    self.fixedDays = fixedDays
    self.comparisons = comparisons
    stretches = span.stretches(before: parameterDays)
  }

  /// What changes for a draft.
  ///
  /// - Parameter facts: what is declared besides what the draft itself states.
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func timeline(of draft: Draft, facts: Facts) throws(ScanFailure) -> DraftTimeline {
    let declared = draft.facts.overridden(by: facts)
    var state = DraftState(plan, draft, try plan.evaluate(draft, facts: declared, asOf: span.first), fixedDays.keys)
    var timeline = DraftTimeline(
      path: draft.source.name, id: draft.id, planned: nil, verdict: state.verdict, steps: [])
    if case .known(.instant(let planned))? = declared[Fact.plannedSending] {
      timeline.planned = planned.date
      return timeline
    }
    for (day, rules) in try days(draft, declared).sorted(by: { $0.key < $1.key }) {
      var changes: [DraftTimeline.Change] = []
      for rule in rules.sorted() {
        let decision = try plan.evaluate(draft, facts: declared, asOf: day, only: plan.rules[rule].id)
        if let change = try state.change(of: rule, to: decision) { changes.append(change) }
      }
      if !changes.isEmpty { timeline.steps.append(.init(date: day, verdict: state.verdict, changes: changes)) }
    }
    return timeline
  }

  /// The days on which something can change for a draft, with the numbers of the rules that can.
  private func days(_ draft: Draft, _ facts: Facts) throws(ScanFailure) -> [CalendarDate: Set<Int>] {
    let text = try DraftText(draft, plan.texts)
    var days: [CalendarDate: Set<Int>] = [:]
    for (rule, fixed) in fixedDays {
      for day in fixed where span.hasAsNew(day) { days[day, default: []].insert(rule) }
    }
    for group in plan.audiences.groups(facts) {
      let states = plan.audiences.states(facts, of: group)
      for (comparison, rules) in comparisons {
        let turns = comparison.turns(in: stretches) { date in
          Evaluator(Situation(schema: plan.schema, facts: states, date: date, draft: text))
        }
        for day in turns { days[day, default: []].formUnion(rules) }
      }
    }
    return days
  }
}
