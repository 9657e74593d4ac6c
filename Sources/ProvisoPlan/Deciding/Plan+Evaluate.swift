public import ProvisoModel
public import ProvisoLanguage
import ProvisoLogic
import ProvisoPacks

extension Plan {
  /// Judges a draft.
  ///
  /// Reads nothing from outside: the same draft, facts and day give the same decision.
  ///
  /// - Parameters:
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for while its planned sending day is not known.
  ///   - rule: the id of the only rule to evaluate; nil for all.
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func evaluate(
    _ draft: Draft, facts: Facts, asOf day: CalendarDate, only rule: String? = nil
  ) throws(ScanFailure) -> Decision {
    try EvaluationMemory(self).evaluate(draft, facts: facts, asOf: day, only: rule, tellingApplicable: true)
  }
}

extension Plan {
  /// The ids of the rules that a decision finds broken, in the order of the plan.
  package func brokenRules(_ decision: Decision) -> [String] {
    decision.findings.filter { $0.outcome == .fail }.map { rules[$0.rule].id }
  }

  /// Whether a condition holds for a draft: one line an answer, one answer for each place that it tells apart.
  ///
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func answers(
    _ condition: Condition, _ draft: Draft, facts: Facts, asOf day: CalendarDate
  ) throws(ScanFailure) -> [String] {
    let table = DecisionTable(rows: [.init(condition, .pass)], otherwise: .fail(0))
    let text = try DraftText(draft, texts)
    let declared = draft.facts.overridden(by: facts)
    let grouping = AudienceGrouping([table], schema)
    return grouping.groups(declared).map { group in
      let states = grouping.states(declared, of: group)
      let situation = Situation(schema: schema, facts: states, date: day, draft: text)
      let evaluator = Evaluator(situation)
      let places =
        group.places.isEmpty || !grouping.isAsked(by: table) ? "" : "\(group.places.joined(separator: ", ")): "
      switch evaluator.decide(table) {
      case .decided(let result):
        let reasons = evaluator.explain(table, [result]).reasons.joined(separator: "; ")
        return places + (result == .pass ? "yes" : "no") + (reasons.isEmpty ? "" : " (\(reasons))")
      case .broken: return "\(places)no"
      case .undetermined(let open): return "\(places)unknown, depends on \(open.missingFacts.joined(separator: ", "))"
      case .failed(let error): return "\(places)cannot be computed: \(error.message)"
      }
    }
  }
}
