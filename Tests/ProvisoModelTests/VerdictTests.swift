import ProvisoModel
import Testing

@Suite struct VerdictTests {
  static let outcomes: [(Outcome, [Verdict])] = [
    // For advice, warn and block.
    (.fail, [.pass, .warn, .block]), (.undetermined, [.pass, .pass, .needsFacts]),
    (.pass, [.pass, .pass, .pass]), (.notApplicable, [.pass, .pass, .pass]),
  ]

  @Test(arguments: outcomes) func `an outcome comes to a verdict by its level`(
    _ outcome: Outcome, _ verdicts: [Verdict]
  ) {
    #expect([Level.advice, .warn, .block].map { Verdict(of: outcome, $0) } == verdicts)
  }

  @Test func `the verdict is the worst of what counts`() {
    var results: [RuleResult] = []
    func add(_ outcome: Outcome, _ level: Level) {
      results.append(
        RuleResult(
          ruleID: "a.b", packID: "a", title: "", outcome: outcome, level: level, message: "", reason: "", regions: [],
          citations: [], confidence: .general, locations: [], factsUsed: [:], missingFacts: [], missingSets: [],
          fixes: [], fingerprint: ""))
    }
    var verdicts = [Verdict(on: results)]
    for (outcome, level) in [(Outcome.fail, Level.warn), (.undetermined, .block), (.pass, .block), (.fail, .block)] {
      add(outcome, level)
      verdicts.append(Verdict(on: results))
    }
    #expect(verdicts == [.pass, .warn, .needsFacts, .needsFacts, .block])
    results[3].baselineState = .unchanged
    #expect(Verdict(on: results) == .needsFacts)
  }
}
