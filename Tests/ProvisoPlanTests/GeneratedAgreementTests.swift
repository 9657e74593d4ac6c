import Foundation
import ProvisoTestSupport
import Testing

@testable import ProvisoPlan

/// The interpreter, whose questions about the text a slow reference answers, is the oracle of the plan.
///
/// `make nightly` runs more than a hundred thousand cases; the usual run a few thousand.
@Suite struct GeneratedAgreementTests {
  private static let isNightly = ProcessInfo.processInfo.environment["PROVISO_NIGHTLY"] == "1"
  /// The packs of one part of the run, the drafts of one pack, and the most assignments tried of one rule.
  private static let (packs, drafts, assignments) = isNightly ? (500, 20, 128) : (15, 10, 32)

  @Test(arguments: 0..<10 as Range<UInt64>) func `plan and interpreter agree on generated packs, facts and texts`(
    _ part: UInt64
  ) throws {
    var cases = 0
    for number in 0..<UInt64(Self.packs) {
      let seed = part << 32 | number
      cases += try check(seed)
    }
    if Self.isNightly { print("part \(part): \(cases) generated cases agree") }
  }

  /// - Returns: how many cases the seed gave.
  private func check(_ seed: UInt64) throws -> Int {
    var random = SeededRandom(seed: seed)
    var made = GeneratedCase(&random)
    let plan = try GeneratedPlan(made)
    var cases = 0
    for _ in 0..<Self.drafts {
      made.redraw(&random)
      try expectAgreement(made, plan, seed)
      cases += 1
    }
    // Of a small rule all assignments are compared.
    for rule in made.rules.indices {
      for facts in plan.assignments(of: rule, most: Self.assignments) ?? [] {
        made.facts = facts
        try expectAgreement(made, plan, seed)
        cases += 1
      }
    }
    return cases
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `what one draft was told plays no part in what the next is told`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var made = GeneratedCase(&random)
    let plan = try GeneratedPlan(made)
    let memory = try EvaluationMemory(plan.plan)
    for _ in 0..<40 {
      made.redraw(&random)
      #expect(try plan.problems(made, after: memory) == [], "seed \(seed)\n\(made.pack)")
      // Only one fact is another, so most answers stand.
      made.facts[LanguageAgreementTests.values.keys.sorted().randomElement(using: &random) ?? ""] = nil
      #expect(try plan.problems(made, after: memory) == [], "seed \(seed)\n\(made.pack)")
    }
  }

  private func expectAgreement(_ made: GeneratedCase, _ plan: GeneratedPlan, _ seed: UInt64) throws {
    guard try !plan.problems(made).isEmpty else { return }
    let least = Self.shrunk(made)
    let problems = try GeneratedPlan(least).problems(least)
    Issue.record("seed \(seed)\n\(least.pack)\nbody: \(least.body)\nfacts: \(least.facts), \(least.day)\n\(problems)")
  }

  /// The smallest case that still fails, found by leaving out one part after the other.
  private static func shrunk(_ made: GeneratedCase) -> GeneratedCase {
    var made = made
    while let smaller = made.smaller.first(where: fails) { made = smaller }
    return made
  }

  private static func fails(_ made: GeneratedCase) -> Bool {
    (try? GeneratedPlan(made).problems(made).isEmpty == false) ?? false
  }
}
