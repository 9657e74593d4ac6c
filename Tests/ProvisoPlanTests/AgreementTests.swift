import Foundation
import ProvisoDrafts
import ProvisoLanguage
import ProvisoLogic
import ProvisoModel
import ProvisoPacks
import ProvisoSource
import ProvisoTestSupport
import Testing

@testable import ProvisoPlan

/// The interpreter is the definition; diagram and dispatch must say the same of every rule.
@Suite struct AgreementTests {
  private struct Answers: Knowledge.Source {
    let text: DraftText
    let evaluator: Evaluator
  }

  /// A draft of one test with facts of others, some forgotten, some absent.
  private static func situation(_ random: inout SeededRandom) -> (draft: Draft, facts: [String: FactState]) {
    let samples = BuiltInPlan.samples
    let draft = samples[Int.random(in: 0..<samples.count, using: &random)].draft
    var facts = draft.facts.states
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      facts.merge(samples[Int.random(in: 0..<samples.count, using: &random)].facts.states) { _, new in new }
    }
    for path in facts.keys.sorted() {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: facts[path] = nil
      case 1 where BuiltInPlan.plan.schema[path]?.canBeAbsent == true: facts[path] = .absent
      default: break
      }
    }
    if case .known(.places(let places))? = facts["recipient.regions"] {
      facts["recipient.region"] = places.randomElement(using: &random).map { .known(.place($0)) }
    }
    return (draft, facts)
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func planAndInterpreterSayTheSame(_ seed: UInt64) throws {
    let plan = BuiltInPlan.plan
    var random = SeededRandom(seed: seed)
    for round in 0..<2 {
      let (draft, facts) = AgreementTests.situation(&random)
      let day = CalendarDate(day: 20_700 + Int.random(in: -900...400, using: &random))
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
        let expected = AgreementTests.normal(evaluator.decide(planned.table))
        let decided = AgreementTests.normal(knowledge.decide(number, planned.table, answers))
        let shown = "seed \(seed), round \(round), \(planned.id), \(decided), \(expected), facts \(facts)"
        #expect(AgreementTests.agree(decided, expected), "\(shown)")
        if expected != .decided(.pass) {
          #expect(memory.candidates[number / 64] >> UInt64(number % 64) & 1 == 1, "not dispatched: \(shown)")
        }
      }
    }
  }

  /// Whether a rule is kept or does not apply is the same to the plan.
  private static func normal(_ decision: RuleDecision) -> RuleDecision {
    decision == .decided(.notApplicable) ? .decided(.pass) : decision
  }

  /// Equal; but an interpreter that reached its bound names no sets and says less than could be said.
  private static func agree(_ decided: RuleDecision, _ expected: RuleDecision) -> Bool {
    guard case .undetermined(let bound) = expected, bound.missingSets.isEmpty,
      case .undetermined(let exact) = decided
    else { return decided == expected }
    return Set(exact.possible).isSubset(of: bound.possible) && Set(exact.missingFacts).isSubset(of: bound.missingFacts)
  }

  @Test func noRuleIsLeftToTheInterpreter() {
    #expect(BuiltInPlan.plan.compileReport.interpreted == [])
    #expect(BuiltInPlan.plan.compiled.diagram.violation() == nil)
  }
}
