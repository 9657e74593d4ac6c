import ProvisoModel
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite struct CalendarReportTests {
  static let citation = Citation(
    id: "versions", title: "Graph API versions", locator: "v21.0", url: "https://developers.example/changelog")

  private static func rule(_ id: String, _ level: Level = .block) -> PackChange.Rule {
    PackChange.Rule(id: id, title: "The title of \(id)", level: level, citations: [citation, Sample.consent])
  }

  private static func change(_ day: Int, _ kind: PackChange.Kind, _ rules: [PackChange.Rule]) -> PackChange {
    PackChange(date: CalendarDate(day: 20_800 + day), kind: kind, packID: "data-security", rules: rules)
  }

  static let changes = [
    change(0, .begins, [rule("data-security.new")]), change(0, .ends, [rule("data-security.old", .advice)]),
    change(3, .parameter(name: "limit", before: "15", after: "20"), [rule("data-security.limit", .warn)]),
    change(3, .parameter(name: "first", before: nil, after: "20"), []),
    change(
      9, .day(name: "graph-api-end[v21.0]", CalendarDate(day: 20_809)), (1...8).map { rule("data-security.rule-\($0)") }
    ),
    change(10, .day(name: nil, CalendarDate(day: 20_900)), [rule("data-security.far")]),
    change(11, .review(version: "1.2.0"), []),
  ]

  static let drafts: [DraftTimeline] = {
    let broken = Sample.result(
      "data-security.expired", "The calls name the version v21.0, which has ended.",
      reason: "graph-api-end[…] is 2026-12-29, at most sending.date", regions: ["DE", "FR"], citations: [citation])
    let open = Sample.result(
      "gdpr.policy", "The policy is old.", .undetermined, .warn, reason: "it depends on sender.policy",
      missing: [["sender.policy"]])
    let steps: [DraftTimeline.Step] = [
      .init(date: CalendarDate(day: 20_810), verdict: .block, changes: [.init(before: [], after: [broken])]),
      .init(
        date: CalendarDate(day: 20_820), verdict: .warn,
        changes: [.init(before: [broken], after: []), .init(before: [], after: [open])]),
    ]
    return [
      DraftTimeline(path: "a.json", id: "order", planned: nil, verdict: .pass, steps: steps),
      DraftTimeline(path: "b.json", id: nil, planned: nil, verdict: .pass, steps: []),
      DraftTimeline(path: "c.json", id: nil, planned: CalendarDate(day: 20_850), verdict: .needsFacts, steps: []),
      DraftTimeline(path: "evil\u{1B}[2J.json", id: "\u{202E}x", planned: nil, verdict: .warn, steps: []),
    ]
  }()

  private static func calendar(
    _ packs: [PackChange]?, _ drafts: [DraftTimeline], errors: [InputError] = []
  ) -> RuleCalendar {
    RuleCalendar(
      toolVersion: "0.1.0", from: Sample.asOf, until: CalendarDate(day: Sample.asOf.day + 365), packs: packs,
      drafts: drafts, errors: errors)
  }

  static let all: [String: RuleCalendar] = [
    "calendar-packs": calendar(changes, []), "calendar-drafts": calendar(nil, drafts, errors: Sample.errors),
    "calendar-both": calendar(changes, drafts), "calendar-empty": calendar([], []),
  ]

  @Test(arguments: all.keys.sorted(), CalendarFormat.allCases)
  func `a calendar is rendered as its golden file says`(_ name: String, _ format: CalendarFormat) throws {
    let text = format.render(try #require(Self.all[name]))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    try GoldenFile.expect(text, matches: "\(name).\(format == .pretty ? "pretty.txt" : "json")")
  }

  @Test func `colour only repeats what words say`() throws {
    let calendar = try #require(Self.all["calendar-both"])
    let coloured = CalendarFormat.pretty.render(calendar, options: RenderOptions(colour: true))
    #expect(coloured.contains("\u{1B}["))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]+m/#, with: "") == CalendarFormat.pretty.render(calendar))
  }
}
