import ProvisoLanguage
import ProvisoLogic
import ProvisoModel
import Testing

@testable import ProvisoPlan

/// Holds a plan against the interpreter: diagram and dispatch must say the same of every rule.
enum PlanAgreement {
  private struct Answers: Knowledge.Source {
    let text: DraftText
    let evaluator: Evaluator
  }

  static func expect(
    of plan: Plan, on draft: Draft, facts: [String: FactState], asOf day: CalendarDate, _ name: String
  ) throws {
    let text = try DraftText(draft, plan.texts)
    let situation = Situation(schema: plan.schema, facts: facts, date: day, draft: text)
    let evaluator = Evaluator(situation)
    let answers = Answers(text: text, evaluator: evaluator)
    var knowledge = Knowledge(plan.compiled)
    knowledge.bind(plan.compiled.binder, plan.schema.coded(facts), facts)
    knowledge.bind(Fact.sendingDate, .known(.date(day)))
    var memory = Dispatch.Memory(rules: plan.rules.count)
    plan.compiled.dispatch.findCandidates(
      knowledge.possible, plan.compiled.diagram.domains, found: text.found, &memory)
    for (number, planned) in plan.rules.enumerated() {
      let expected = normal(evaluator.decide(planned.table))
      let decided = normal(knowledge.decide(number, planned.table, answers))
      let shown = "\(name), \(planned.id), \(decided), \(expected), facts \(facts)"
      #expect(agree(decided, expected), "\(shown)")
      if expected != .decided(.pass) {
        #expect(memory.candidates[number / 64] >> UInt64(number % 64) & 1 == 1, "not dispatched: \(shown)")
      }
    }
  }

  /// Whether a rule is kept or does not apply is the same to the plan.
  private static func normal(_ decision: RuleDecision) -> RuleDecision {
    decision == .decided(.notApplicable) ? .decided(.pass) : decision
  }

  /// Equal; but an interpreter that reached its bound names no sets and says less than could be said.
  private static func agree(_ decided: RuleDecision, _ expected: RuleDecision) -> Bool {
    guard case .undetermined(let bound) = expected, bound.missingSets.isEmpty else { return decided == expected }
    switch decided {
    case .undetermined(let exact):
      return Set(exact.possible).isSubset(of: bound.possible)
        && Set(exact.missingFacts).isSubset(of: bound.missingFacts)
    case .decided(let result): return bound.possible.contains(result)
    case .failed: return false
    }
  }
}
