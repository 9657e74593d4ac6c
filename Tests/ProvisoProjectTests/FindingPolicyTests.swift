import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoProject

@Suite struct FindingPolicyTests {
  private static let paths = ProjectPaths(folder: "/p", working: "/p")

  private static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(day: 0) }
  private static let today = day("2026-11-22")

  private static func result(
    _ rule: String, _ outcome: Outcome = .fail, _ level: Level = .block, fingerprint: String = "f1"
  ) -> RuleResult {
    RuleResult(
      ruleID: rule, packID: "p", title: "", outcome: outcome, level: level, message: "", reason: "", regions: [],
      citations: [], confidence: .general, locations: [], factsUsed: [:], missingFacts: [], missingSets: [], fixes: [],
      fingerprint: fingerprint)
  }

  private static func draft(_ path: String, _ results: [RuleResult], id: String? = nil) -> DraftReport {
    DraftReport(
      path: path, id: id, channel: nil, verdict: .block, results: results, questions: [], counts: OutcomeCounts())
  }

  private static func suppressions(_ entries: String) -> (marks: [SuppressionMark], problems: [String]) {
    let text = "apiVersion: proviso/v1\nkind: Suppressions\nsuppressions:\n\(entries)\n"
    let (marks, diagnostics) = SuppressionFile.read(SourceFile(name: "s.yaml", text: text))
    return (marks, diagnostics.map(\.message))
  }

  private static let entry =
    "  - { rule: p.a, draft: 'sale/*.json', reason: agreed, owner: Legal, expires: 2026-12-31 }"

  @Test func `a suppression takes one rule of its drafts out of the verdict and nothing else`() {
    let policy = FindingPolicy(marks: Self.suppressions(Self.entry).marks, paths: Self.paths)
    var use = FindingPolicy.Use()
    var own = Self.draft("sale/x.json", [Self.result("p.a"), Self.result("p.b", .fail, .warn)])
    policy.apply(to: &own, on: Self.today, &use)
    #expect(own.results.map(\.counts) == [false, true])
    #expect(own.results[0].suppression?.owner == "Legal" && own.results[0].suppression?.kind == .external)
    #expect(own.verdict == .warn)
    var other = Self.draft("other/x.json", [Self.result("p.a")])
    policy.apply(to: &other, on: Self.today, &use)
    #expect(other.verdict == .block && other.results[0].counts)
    #expect(policy.leftovers(use, on: Self.today).isEmpty)
  }

  @Test func `a suppression past its last day suppresses nothing and is reported`() {
    let policy = FindingPolicy(marks: Self.suppressions(Self.entry).marks, paths: Self.paths)
    for (day, counts, leftover) in [("2026-12-31", false, []), ("2027-01-01", true, ["proviso.suppression-expired"])] {
      var use = FindingPolicy.Use()
      var draft = Self.draft("sale/x.json", [Self.result("p.a")])
      policy.apply(to: &draft, on: Self.day(day), &use)
      #expect(draft.results[0].counts == counts)
      #expect(policy.leftovers(use, on: Self.day(day)).map(\.result.ruleID) == leftover)
    }
  }

  @Test func `a suppression that nothing needs is reported only if its drafts were checked`() {
    let policy = FindingPolicy(marks: Self.suppressions(Self.entry).marks, paths: Self.paths)
    var use = FindingPolicy.Use()
    var draft = Self.draft("other.json", [Self.result("p.b")])
    policy.apply(to: &draft, on: Self.today, &use)
    #expect(policy.leftovers(use, on: Self.today).isEmpty)
    draft = Self.draft("sale/y.json", [Self.result("p.b")])
    policy.apply(to: &draft, on: Self.today, &use)
    #expect(policy.leftovers(use, on: Self.today).map(\.result.ruleID) == ["proviso.suppression-unused"])
  }

  static let mistakes: [(entry: String, problem: String)] = [
    ("  - { rule: p.a, draft: x, reason: r, owner: o }", "the key `expires` is missing"),
    ("  - { rule: p.a, draft: x, reason: r, expires: 2026-12-31 }", "the key `owner` is missing"),
    ("  - { rule: p.a, draft: x, reason: ' ', owner: o, expires: 2026-12-31 }", "`reason` says nothing"),
    ("  - { rule: 'p.*', draft: x, reason: r, owner: o, expires: 2026-12-31 }", "expected one rule, found `p.*`"),
    ("  - { rule: p, draft: x, reason: r, owner: o, expires: 2026-12-31 }", "expected one rule, found `p`"),
    (
      "  - { rule: p.a, draft: x, reason: r, owner: o, expires: soon }",
      "expected a date such as `2026-11-22`, found `soon`"
    ),
    (
      "  - { rule: p.a, draft: x, reason: r, owner: o, expires: 2027-13-30 }",
      "`2027-13-30` is no date of the calendar: there is no month 13"
    ),
    ("  - { rule: p.a, draft: x, reason: r, owner: o, expires: 2026-12-31, until: 1 }", "unknown key `until`"),
  ]

  @Test(arguments: mistakes) func `an incomplete suppression is refused`(_ entry: String, _ problem: String) {
    #expect(Self.suppressions(entry).problems.contains(problem))
  }

  // MARK: In the draft

  static let inline: [(name: String, text: String, rule: String?)] = [
    ("a.yaml", "# proviso:ignore p.a until=2026-12-31 owner=Ana reason=\"it is fine\"\nbody: x\n", "p.a"),
    ("a.yaml", "body: x # proviso:ignore p.a until=2026-12-31 owner=Ana reason=ok\n", "p.a"),
    ("a.yaml", "body: \"see#proviso:ignore p.a\"\n", nil),
    ("a.eml", "<p>Hi<!-- proviso:ignore p.a until=2026-12-31 owner=A reason=\"b c\" --></p>", "p.a"),
    ("a.json", "{\"body\": \"# proviso:ignore p.a until=2026-12-31 owner=A reason=b\"}", nil),
    ("a.txt", "# proviso:ignore p.a until=2026-12-31 owner=A reason=b", nil),
  ]

  @Test(arguments: inline) func `a mark counts where the format has comments`(
    _ name: String, _ text: String, _ rule: String?
  ) {
    let reading = InlineMarks.read(SourceFile(name: name, text: text))
    #expect(reading.marks.first?.rule == rule && reading.marks.count <= 1)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "", "p.a", "p.a until=2026-12-31", "p.a until=2026-12-31 owner=a", "p.a until=x owner=a reason=b",
    "p.a p.b until=2026-12-31 owner=a reason=b", "* until=2026-12-31 owner=a reason=b",
    "p.a until=2026-12-31 owner=a reason=\"b", "p.a until=2026-12-31 until=2026-12-31 owner=a reason=b",
  ]) func `an incomplete mark is an error at its place`(_ words: String) {
    let reading = InlineMarks.read(SourceFile(name: "a.yaml", text: "body: x\n# proviso:ignore \(words)\n"))
    #expect(reading.marks.isEmpty)
    #expect(reading.diagnostics.map(\.id) == ["suppression.inline"])
    #expect(reading.diagnostics.first?.span.lower == 10)
  }

  @Test func `a gatekeeper lets no mark in a draft count`() {
    let marks = InlineMarks.read(
      SourceFile(name: "a.yaml", text: "# proviso:ignore p.a until=2026-12-31 owner=Ana reason=fine\n")
    ).marks
    for (allows, verdict, rules) in [
      (true, Verdict.pass, ["p.a"]), (false, .block, ["p.a", "proviso.suppression-ignored"]),
    ] {
      let policy = FindingPolicy(paths: Self.paths, allowsInlineMarks: allows)
      var use = FindingPolicy.Use()
      var draft = Self.draft("a.yaml", [Self.result("p.a")])
      policy.apply(to: &draft, inline: marks, on: Self.today, &use)
      #expect(draft.verdict == verdict && draft.results.map(\.ruleID) == rules)
    }
  }

  // MARK: Baseline

  @Test func `a baseline marks what was there, and more of the same is new`() throws {
    var baseline = Baseline()
    let before = [Self.result("p.a"), Self.result("p.b", .fail, .advice), Self.result("p.c", .undetermined)]
    baseline.add(Self.draft("a.json", before, id: "x"), at: "a.json")
    let (read, problems) = Baseline.read(SourceFile(name: "b.json", text: baseline.text))
    #expect(problems.isEmpty && read.counts == baseline.counts && read.text == baseline.text)
    let policy = FindingPolicy(baseline: read, paths: Self.paths)
    var use = FindingPolicy.Use()
    var draft = Self.draft(
      "./a.json",
      [
        Self.result("p.a"), Self.result("p.a"), Self.result("p.a", fingerprint: "f2"),
        Self.result("p.c", .undetermined),
      ],
      id: "x")
    policy.apply(to: &draft, on: Self.today, &use)
    #expect(draft.results.map(\.baselineState) == [.unchanged, .new, .new, nil])
    #expect(draft.verdict == .block)
    #expect(policy.staleEntries(use) == ["a.json: p.b"])
    var other = Self.draft("b.json", [Self.result("p.a")], id: "x")
    policy.apply(to: &other, on: Self.today, &use)
    #expect(other.results[0].baselineState == .new)
  }
}
