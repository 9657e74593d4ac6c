public import ProvisoModel
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
}
