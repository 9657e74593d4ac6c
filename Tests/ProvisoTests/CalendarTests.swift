import Proviso
import Testing

@Suite struct CalendarTests {
  /// Every way in which a day can matter to a rule.
  private static let dated = Result {
    let rules = [
      ("window", "forbid: recipient.optOutAt + window < sending.date"), ("duty", "forbid: sending.date >= duty"),
      ("end", "forbid: end[security.graphApiVersion] <= sending.date + 1 month"),
      ("day", "forbid: sending.date is 2026-12-24"),
      ("begins", "effective: { from: 2027-01-01 }\nrequire: consent.status is explicit"),
      ("ends", "effective: { until: 2026-12-31 }\nrequire: consent.status is explicit"),
      ("limit", "require: length(body) <= limit"),
      ("place", "when: recipient.region in EEA\nforbid: sender.privacyNoticeUpdatedAt + 12 months < sending.date"),
      ("list", "forbid: any button (type is url and sending.date >= 2027-02-01)"),
      ("sunday", "forbid: weekday(sending.date) is sunday"),
    ].map { name, body in
      PackText.rule("dated.\(name)", "level: block\n\(body)")
    }
    let top = """
      parameters:
        window: { 2000-01-01: 10 business days, 2027-03-01: 2 months }
        duty: { 2020-01-01: 2027-02-10 }
        limit: { 2020-01-01: 20, 2027-04-01: 5 }
      tables:
        end: { v1.0: 2027-01-31, v2.0: 2027-06-30 }
      """
    let pack = PackText.pack("dated", top: top, rules.joined(separator: "\n"))
    return try Engine(packs: [], files: [SourceFile(name: "dated.yaml", text: pack)])
  }

  static let first = Shared.day
  static let last = CalendarDate(day: Shared.day.day + 365)

  static let drafts = [
    "facts: { recipient.regions: [DE, JP] }",
    """
    buttons: [{ type: url, text: Shop, url: "https://shop.example" }]
    facts:
      recipient.regions: [DE, FR, JP]
      consent.status: none
      security.graphApiVersion: v1.0
      recipient.optOutAt: "2027-02-20T23:30:00Z"
      sender.privacyNoticeUpdatedAt: 2026-02-28
    """,
    """
    facts: { consent.status: explicit, security.graphApiVersion: v2.0 }
    audiences:
      - { regions: [DE], sender.privacyNoticeUpdatedAt: 2026-01-15, recipient.optOutAt: "2026-11-20T10:00:00Z" }
      - { regions: [FR], sender.privacyNoticeUpdatedAt: 2026-05-31, consent.status: none }
      - { regions: [IT] }
    """,
  ]

  @Test(arguments: drafts) func `what changes is what a look at every day finds`(_ declared: String) throws {
    let engine = try Self.dated.get()
    let draft = try engine.draft("channel: whatsapp\nbody: Hello there\n\(declared)")
    let timeline = try #require(engine.timelines(of: [(draft, Facts())], from: Self.first, through: Self.last).first)
    #expect(timeline.lines == Self.dayByDay(draft, engine, leavingOut: "dated.sunday"))
    #expect(!timeline.steps.isEmpty)
  }

  @Test func `what changes of the built-in packs is what a look at every day finds`() throws {
    let engine = try Shared.builtIn()
    let draft = try engine.draft(
      """
      channel: whatsapp
      category: marketing
      body: Your order is on its way. Reply STOP to stop.
      facts: { recipient.regions: [DE], security.graphApiVersion: v21.0, security.lastAuditAt: 2026-02-01 }
      """)
    let first = try #require(CalendarDate("2027-01-15"))
    let last = CalendarDate(day: first.day + 12)
    let timeline = try #require(engine.timelines(of: [(draft, Facts())], from: first, through: last).first)
    #expect(timeline.lines == Self.dayByDay(draft, engine, from: first, through: last, leavingOut: ""))
    #expect(timeline.lines.contains { $0.hasPrefix("2027-01-21") && $0.contains("data-security.api-version-expired") })
    #expect(timeline.breaks(at: .block))
  }

  /// The days on which a rule says something else than the day before, each with the rules.
  private static func dayByDay(
    _ draft: Draft, _ engine: Engine, from first: CalendarDate = first, through last: CalendarDate = last,
    leavingOut left: String
  ) -> [String] {
    func said(_ day: CalendarDate) -> [String: Set<String>] {
      var said: [String: Set<String>] = [:]
      for result in engine.evaluate(draft, asOf: day).results where result.ruleID != left {
        said[result.ruleID, default: []].insert("\(result.outcome) \(result.level) \(result.regions)")
      }
      return said
    }
    var lines: [String] = []
    var before = said(first)
    for day in (first.day + 1)...last.day {
      let after = said(CalendarDate(day: day))
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
      if !changed.isEmpty { lines.append("\(CalendarDate(day: day)) \(changed.joined(separator: " "))") }
      before = after
    }
    return lines
  }

  @Test func `a planned draft is judged for its day and nothing changes`() throws {
    let engine = try Self.dated.get()
    let planned = "channel: sms\nbody: Hi\nfacts: { draft.plannedSendAt: \"2027-05-01T10:00:00Z\" }"
    let timeline = try engine.timelines(
      of: [(try engine.draft(planned), Facts())], from: Self.first, through: Self.last)
    #expect(timeline.map(\.planned) == [CalendarDate("2027-05-01")])
    #expect(timeline.map(\.verdict) == [.block])
    #expect(timeline.flatMap(\.steps).isEmpty)
  }

  @Test func `the packs' changes stand in the order of time`() throws {
    let changes = try Self.dated.get().packChanges(from: Self.first, through: Self.last).map { change in
      let kind =
        switch change.kind {
        case .begins: "begins"
        case .ends: "ends"
        case .parameter(let name, let before, let after): "\(name) \(before ?? "none") → \(after)"
        case .day(let name, let day): "\(name ?? "day") \(day)"
        case .review(let version): "review \(version)"
        }
      return "\(change.date) \(kind): \(change.rules.map(\.id).joined(separator: " "))"
    }
    #expect(
      changes == [
        "2026-12-24 day 2026-12-24: dated.day", "2026-12-25 day 2026-12-24: dated.day",
        "2026-12-31 end[v1.0] 2027-01-31: dated.end", "2027-01-01 begins: dated.begins", "2027-01-01 ends: dated.ends",
        "2027-02-01 day 2027-02-01: dated.list", "2027-02-10 duty 2027-02-10: dated.duty",
        "2027-03-01 window 10 business days → 2 months: dated.window", "2027-04-01 limit 20 → 5: dated.limit",
        "2027-05-30 end[v2.0] 2027-06-30: dated.end", "2027-11-22 review 1.0.0: ",
      ])
  }

  @Test func `nothing is new on the first day`() throws {
    let engine = try Self.dated.get()
    let day = CalendarDate(day: Self.first.day + 1)
    #expect(try engine.packChanges(from: Self.first, through: day).isEmpty)
    let begins = try #require(CalendarDate("2027-01-01"))
    #expect(try engine.packChanges(from: begins, through: CalendarDate(day: begins.day + 5)).isEmpty)
  }
}

extension DraftTimeline {
  /// A day in one line, with the rules that change, in alphabetical order.
  fileprivate var lines: [String] {
    steps.map { step in
      "\(step.date) \(step.changes.compactMap(\.result?.ruleID).sorted().joined(separator: " "))"
    }
  }
}
