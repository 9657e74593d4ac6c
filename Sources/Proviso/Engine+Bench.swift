import ProvisoLanguage
package import ProvisoModel
import ProvisoPacks
package import ProvisoPlan

extension Engine {
  /// The ids of the rules that a draft breaks, in the order of the packs.
  package func brokenRules(_ draft: Draft, asOf day: CalendarDate) -> [String] {
    guard let decision = try? plan.evaluate(draft, facts: Facts(), asOf: day) else { return [] }
    return plan.brokenRules(decision)
  }

  /// Memory for `measureEvaluation`.
  package func evaluationMemory() throws -> EvaluationMemory { try EvaluationMemory(plan) }

  /// Everything that the engine looks for in a text: phrases as they are written, expressions, names of detectors.
  package var lookedFor: (phrases: [String], expressions: [String], detectors: Set<String>) {
    let packs = library.check(schema).packs
    let phrases = packs.flatMap(\.vocabularies).flatMap { $0.phrases + $0.exceptions }.map(\.text)
    let conditions = packs.flatMap(\.rules).flatMap(\.table.rows).map(\.condition)
    return (
      phrases, packs.flatMap(\.patterns).map(\.expression),
      conditions.reduce(into: []) { $0.formUnion($1.detectors) }
    )
  }
}
