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
      try PlanAgreement.expect(of: plan, on: draft, facts: facts, asOf: day, "seed \(seed), round \(round)")
    }
  }

  @Test func `hardly a rule is left to the interpreter`() {
    // Six questions about two sets of forty words, which five cases join with what the text says.
    #expect(BuiltInPlan.plan.compileReport.interpreted == ["ccpa.excess-collection"])
    #expect(BuiltInPlan.plan.compiled.diagram.violation() == nil)
  }
}
