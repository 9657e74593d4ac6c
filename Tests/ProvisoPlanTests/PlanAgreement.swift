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
    let problems = try problems(of: plan, on: draft, facts: facts, asOf: day)
    #expect(problems == [], "\(name), facts \(facts)")
  }

  /// Where the two differ.
  ///
  /// - Parameter reference: what answers the interpreter's questions about the text; the plan's own scan by default.
  static func problems(
    of plan: Plan, on draft: Draft, facts: [String: FactState], asOf day: CalendarDate,
    reference: (any DraftQuestions)? = nil
  ) throws -> [String] {
    let text = try DraftText(draft, plan.texts)
    func evaluator(_ text: any DraftQuestions) -> Evaluator {
      Evaluator(Situation(schema: plan.schema, facts: facts, date: day, draft: text))
    }
    let (own, oracle) = (evaluator(text), evaluator(reference ?? text))
    var knowledge = Knowledge(plan.compiled)
    var notice = FactBinder.Notice()
    knowledge.bind(plan.schema.coded(facts), facts, isLater: true, &notice)
    knowledge.bind(Fact.sendingDate, .known(.date(day)))
    var memory = Dispatch.Memory(rules: plan.rules.count)
    plan.compiled.dispatch.sort(
      knowledge.possible, plan.compiled.diagram.domains, plan.compiled.textTests, found: text.found,
      isPlain: text.isPlain, &memory)
    var problems: [String] = []
    for (number, planned) in plan.rules.enumerated() {
      let result = oracle.decide(planned.table)
      let expected = normal(result)
      let decided = normal(knowledge.decide(number, planned.table, text) { own })
      let mayApply = knowledge.mayApply(number, planned.table, text) { own }
      if mayApply, oracle.isInapplicable(planned.table) { problems.append("\(planned.id): applies") }
      if !mayApply, normal(oracle.decide(planned.table.applicability)) != .decided(.pass) {
        problems.append("\(planned.id): does not apply")
      }
      func isSet(_ bits: [UInt64]) -> Bool { bits[number / 64] >> UInt64(number % 64) & 1 == 1 }
      if !agree(decided, expected) { problems.append("\(planned.id): \(decided), not \(expected)") }
      if isSet(memory.broken) {
        let broken = RuleDecision.decided(.fail(Int(memory.cases[number])))
        if broken != expected { problems.append("\(planned.id): dispatched as \(broken), not \(expected)") }
      } else if !agree(.decided(.pass), expected), !isSet(memory.candidates) {
        problems.append("\(planned.id): not dispatched, but \(expected)")
      }
      let fails = failures(result)
      if !fails.isEmpty {
        let places = [own, oracle].map { Set($0.explain(planned.table, fails).places) }
        if places[0] != places[1] { problems.append("\(planned.id): found \(places[0]), not \(places[1])") }
      }
    }
    return problems
  }

  /// The ways in which a rule is broken in any case.
  private static func failures(_ decision: RuleDecision) -> [DecisionTable.Result] {
    switch decision {
    case .decided(.fail(let number)): [.fail(number)]
    case .broken(let cases): cases.map { .fail($0) }
    case .decided, .undetermined, .failed: []
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
    case .broken(let cases): return cases.allSatisfy { bound.possible.contains(.fail($0)) }
    case .failed: return false
    }
  }
}
