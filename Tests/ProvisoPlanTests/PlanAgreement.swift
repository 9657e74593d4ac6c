import ProvisoLanguage
import ProvisoLogic
import ProvisoModel
import Testing

@testable import ProvisoPlan

/// Holds a plan against the interpreter: diagram and dispatch must say the same of every rule.
enum PlanAgreement {
  static func expect(
    of plan: Plan, on draft: Draft, facts: [String: FactState], asOf day: CalendarDate, _ name: String
  ) throws {
    let text = try DraftText(draft, plan.texts)
    let situation = Situation(schema: plan.schema, facts: facts, date: day, draft: text)
    let evaluator = Evaluator(situation)
    var knowledge = Knowledge(plan.compiled)
    var notice = FactBinder.Notice()
    knowledge.bind(plan.schema.coded(facts), facts, &notice)
    knowledge.bind(Fact.sendingDate, .known(.date(day)))
    var memory = Dispatch.Memory(rules: plan.rules.count)
    plan.compiled.dispatch.sort(
      knowledge.possible, plan.compiled.diagram.domains, found: text.found, isPlain: text.isPlain, &memory)
    for (number, planned) in plan.rules.enumerated() {
      let expected = normal(evaluator.decide(planned.table))
      let decided = normal(knowledge.decide(number, planned.table, text) { evaluator })
      let shown = "\(name), \(planned.id), \(decided), \(expected), facts \(facts)"
      #expect(agree(decided, expected), "\(shown)")
      let bit = UInt64(1) << UInt64(number % 64)
      if memory.broken[number / 64] & bit != 0 {
        #expect(expected == .decided(.fail(Int(memory.cases[number]))), "dispatched as broken: \(shown)")
      } else if expected != .decided(.pass) {
        #expect(memory.candidates[number / 64] & bit != 0, "not dispatched: \(shown)")
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
