import ProvisoLanguage
public import ProvisoModel
import ProvisoSource

/// Tells for drafts what changes as time goes by. It judges each only on the days on which something can change.
///
/// Rules that hang on the day of the week are left out: they change back and forth.
public struct TimelineMaker {
  private let plan: Plan
  private let span: DaySpan
  /// Comparisons of all rules, each once.
  private let comparisons: [DayComparison]
  /// Days that are the same for all drafts: first and last ones of rules, new values of parameters.
  private let fixedDays: Set<CalendarDate>
  private let stretches: [ClosedRange<CalendarDate>]
  /// The numbers of the rules that are looked at.
  private let rules: Set<Int>

  /// A maker for what changes behind `first` and up to `last`.
  public init(_ plan: Plan, from first: CalendarDate, through last: CalendarDate) {
    self.plan = plan
    let span = DaySpan(first: first, last: last)
    self.span = span
    var comparisons: [DayComparison] = []
    var seen: Set<DayComparison> = []
    var parameterDays: Set<CalendarDate> = []
    var ruleDays: Set<CalendarDate> = []
    var rules: Set<Int> = []
    for (number, rule) in plan.rules.enumerated() {
      let dates = RuleDates(rule.table)
      if dates.asksWeekday { continue }
      rules.insert(number)
      comparisons += dates.comparisons.filter { seen.insert($0).inserted }
      parameterDays.formUnion(dates.parameters.flatMap(\.values).map(\.from))
      ruleDays.formUnion([rule.from, rule.until?.adding(days: 1)].compactMap(\.self))
    }
    self.comparisons = comparisons
    self.rules = rules
    stretches = span.stretches(before: parameterDays)
    fixedDays = ruleDays.union(parameterDays).filter(span.hasAsNew)
  }

  /// What changes for a draft.
  ///
  /// - Parameter facts: what is declared besides what the draft itself states.
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func timeline(of draft: Draft, facts: Facts) throws(ScanFailure) -> DraftTimeline {
    let declared = draft.facts.overridden(by: facts)
    let first = try judge(draft, declared, on: span.first)
    var timeline = DraftTimeline(
      path: draft.source.name, id: draft.id, planned: nil, verdict: first.verdict, steps: [])
    if case .known(.instant(let planned))? = declared[Fact.plannedSending] {
      timeline.planned = planned.date
      return timeline
    }
    var before = first
    for day in try days(draft, declared) {
      let after = try judge(draft, declared, on: day)
      let changed = plan.rules.indices.filter { before.said[$0] != after.said[$0] }
      if !changed.isEmpty {
        let changes = try changes(of: changed, draft, before.decision, after.decision)
        timeline.steps.append(.init(date: day, verdict: after.verdict, changes: changes))
      }
      before = after
    }
    return timeline
  }

  /// What the rules say on one day.
  private struct Judgement {
    /// What a rule says, by its number.
    struct Said: Hashable {
      let outcome: Outcome, level: Level
      let places: [String]
    }

    let decision: Decision
    let said: [Int: Set<Said>]
    let verdict: Verdict
  }

  private func judge(_ draft: Draft, _ facts: Facts, on day: CalendarDate) throws(ScanFailure) -> Judgement {
    let decision = try plan.evaluate(draft, facts: facts, asOf: day)
    var said: [Int: Set<Judgement.Said>] = [:]
    for finding in decision.findings where rules.contains(finding.rule) {
      said[finding.rule, default: []].insert(
        .init(outcome: finding.outcome, level: finding.level, places: finding.places))
    }
    let outcomes = said.values.joined().map { (outcome: $0.outcome, level: $0.level) }
    return Judgement(decision: decision, said: said, verdict: Verdict(worstOf: outcomes))
  }

  /// The days on which something can change for a draft, in order.
  private func days(_ draft: Draft, _ facts: Facts) throws(ScanFailure) -> [CalendarDate] {
    let text = try DraftText(draft, plan.texts)
    var days = fixedDays
    for group in plan.audiences.groups(facts) {
      let states = plan.audiences.states(facts, of: group)
      for comparison in comparisons {
        days.formUnion(
          comparison.turns(in: stretches) { date in
            Evaluator(Situation(schema: plan.schema, facts: states, date: date, draft: text))
          })
      }
    }
    return days.sorted()
  }

  private func changes(
    of rules: [Int], _ draft: Draft, _ before: Decision, _ after: Decision
  ) throws(ScanFailure) -> [DraftTimeline.Change] {
    let earlier = try results(draft, before)
    let later = try results(draft, after)
    return rules.map { rule in
      let id = plan.rules[rule].id
      return DraftTimeline.Change(before: earlier[id] ?? [], after: later[id] ?? [])
    }
  }

  /// The results of each rule, the worst first.
  private func results(_ draft: Draft, _ decision: Decision) throws(ScanFailure) -> [String: [RuleResult]] {
    let results = try Reporter(plan: plan, draft: draft, decision: decision).results(includingAll: false)
    return Dictionary(grouping: results.sorted(by: Plan.stands), by: \.ruleID)
  }
}
