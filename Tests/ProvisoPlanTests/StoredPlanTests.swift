import ProvisoModel
import ProvisoSource
import ProvisoTestSupport
import Testing

@testable import ProvisoPlan

/// A plan that was kept and read back is the plan that was compiled.
@Suite struct StoredPlanTests {
  private static let stored = BuiltInPlan.plan.stored
  private static let patterns = BuiltInPlan.plan.unsavedPatterns

  private static func read(_ bytes: [UInt8]) throws -> Plan {
    try Plan(
      stored: StoredBytes(bytes), patterns: { $0 == patterns?.key ? patterns.map { StoredBytes($0.bytes) } : nil })
  }

  @Test func `the same packs store the same bytes, also after a way through storage`() throws {
    #expect(try StoredPlanTests.read(StoredPlanTests.stored).stored == StoredPlanTests.stored)
  }

  @Test func `a plan read back reports the same of every draft`() throws {
    let plan = try StoredPlanTests.read(StoredPlanTests.stored)
    let day = try #require(CalendarDate("2026-11-22"))
    for (number, sample) in BuiltInPlan.samples.enumerated() where number % 9 == 0 {
      let reports = try [BuiltInPlan.plan, plan].map { plan in
        let decision = try plan.evaluate(sample.draft, facts: sample.facts, asOf: day)
        return try plan.report(on: sample.draft, decision, includingAll: true)
      }
      #expect(reports[0].results == reports[1].results)
      #expect(reports[0].questions == reports[1].questions)
      #expect(reports[0] == reports[1])
    }
  }

  @Test func `bytes that end anywhere are refused`() {
    var random = SeededRandom(seed: 7)
    let count = StoredPlanTests.stored.count
    let ends = [0, 1, count - 1] + (0..<40).map { _ in Int.random(in: 0..<count, using: &random) }
    for end in ends {
      #expect(throws: DamagedBytes.self) { try StoredPlanTests.read(Array(StoredPlanTests.stored[..<end])) }
    }
  }

  @Test func `a plan without its patterns is refused`() {
    let stored = StoredBytes(StoredPlanTests.stored)
    #expect(throws: DamagedBytes.self) { try Plan(stored: stored, patterns: { _ in nil }) }
    #expect(throws: DamagedBytes.self) { try Plan(stored: stored, patterns: { _ in StoredBytes([1, 2, 3, 4, 5]) }) }
  }
}
