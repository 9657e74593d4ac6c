package import ProvisoModel
package import ProvisoPlan

extension Engine {
  /// The ids of the rules that a draft breaks, in the order of the packs.
  package func brokenRules(_ draft: Draft, asOf day: CalendarDate) -> [String] {
    guard let decision = try? plan.evaluate(draft, facts: Facts(), asOf: day) else { return [] }
    return plan.brokenRules(decision)
  }

  /// Memory for `measureEvaluation`.
  package func evaluationMemory() throws -> EvaluationMemory { try EvaluationMemory(plan) }
}
