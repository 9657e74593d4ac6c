import ProvisoModel
import Testing

@Suite struct DraftTimelineTests {
  private static func result(_ outcome: Outcome, _ regions: [String] = [], level: Level = .block) -> RuleResult {
    RuleResult(
      ruleID: "a.x", packID: "a", title: "", outcome: outcome, level: level, message: "", reason: "", regions: regions,
      citations: [], confidence: .general, locations: [], factsUsed: [:], missingFacts: [], missingSets: [], fixes: [],
      fingerprint: "")
  }

  static let changes: [(before: [RuleResult], after: [RuleResult], isNewlyBroken: Bool)] = [
    ([], [result(.fail)], true), ([result(.fail)], [], false), ([result(.undetermined)], [result(.fail)], true),
    ([], [result(.undetermined)], false), ([result(.fail, ["DE"])], [result(.fail, ["DE", "FR"])], true),
    ([result(.fail, ["DE", "FR"])], [result(.fail, ["DE"])], false), ([result(.fail)], [result(.fail, ["DE"])], false),
    ([result(.fail, ["DE"])], [result(.fail)], true),
  ]

  @Test(arguments: changes) func `a rule is newly broken where it was not before`(
    _ before: [RuleResult], _ after: [RuleResult], _ isNewlyBroken: Bool
  ) {
    #expect(DraftTimeline.Change(before: before, after: after).isNewlyBroken == isNewlyBroken)
  }

  @Test(arguments: Level.allCases) func `a draft breaks at the level of what is newly broken`(_ level: Level) {
    let change = DraftTimeline.Change(before: [], after: [Self.result(.fail, level: .warn)])
    let step = DraftTimeline.Step(date: CalendarDate(day: 1), verdict: .warn, changes: [change])
    let timeline = DraftTimeline(path: "a", id: nil, planned: nil, verdict: .pass, steps: [step])
    #expect(timeline.breaks(at: level) == (level <= .warn))
  }
}
