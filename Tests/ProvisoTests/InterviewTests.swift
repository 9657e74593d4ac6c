import Proviso
import ProvisoTestSupport
import Testing

@Suite struct InterviewTests {
  /// Rules of every level over facts of every type.
  private static let pack = PackText.pack(
    "mini", top: "vocabularies:\n  offer:\n    en: [offer]",
    PackText.rule(
      "mini.consent",
      "level: block\nwhen: recipient.region in EEA and text mentions @offer\nrequire: consent.status is explicit"),
    PackText.rule("mini.purpose", "level: warn\nforbid: draft.purpose has newsletter and draft.aiGenerated"),
    PackText.rule("mini.retention", "level: advice\nrequire: data.retentionDays <= 30"))

  private static let types = PackText.pack(
    "types",
    PackText.rule("types.truth", "level: warn\nrequire: draft.replyPossible"),
    PackText.rule("types.number", "level: warn\nrequire: draft.visibleRecipients <= 1"),
    PackText.rule("types.symbol", "level: warn\nforbid: consent.status is none"),
    PackText.rule("types.symbols", "level: warn\nforbid: draft.purpose has any [promotion, newsletter]"),
    PackText.rule("types.places", "level: warn\nforbid: recipient.region in US-CA"),
    PackText.rule("types.date", "level: warn\nrequire: security.lastAuditAt >= 2026-01-01"),
    PackText.rule("types.instant", "level: warn\nrequire: recipient.lastInboundAt >= 2026-01-01"),
    PackText.rule("types.time", "level: warn\nrequire: draft.scheduledLocalTime >= 08:00"),
    PackText.rule("types.text", "level: warn\nrequire: sender.postalAddress is known"),
    PackText.rule("types.texts", "level: warn\nrequire: text contains any sender.brandNames"))

  private static let mini = Result { try Engine(packs: [], files: [SourceFile(name: "mini.yaml", text: pack)]) }
  private static let typed = Result { try Engine(packs: [], files: [SourceFile(name: "types.yaml", text: types)]) }

  private static func interview(_ engine: Engine, _ text: String, askingAll: Bool = false) throws -> Interview {
    Interview(about: try engine.draft(text), asOf: Shared.day, with: engine, askingAll: askingAll)
  }

  @Test func `what decides most is asked first, and the interview ends with the verdict`() throws {
    var interview = try Self.interview(Self.mini.get(), "channel: sms\nbody: An offer")
    #expect(interview.question?.fact.path == "recipient.regions")
    #expect(interview.answer("germany").isEmpty)
    #expect(interview.facts["recipient.regions"] == .known(.places(["DE"])))
    while let question = interview.question, question.fact.path != "consent.status" { interview.skip() }
    #expect(interview.answer("none").isEmpty)
    #expect(interview.question == nil && interview.report.verdict == .block)
  }

  @Test func `a rule that cannot make the verdict worse is not asked about unless all are`() throws {
    let text = "channel: sms\nbody: Hello\nfacts: { draft.purpose: [otp] }"
    let short = try Self.interview(Self.mini.get(), text)
    #expect(short.question == nil && short.asked == 0 && short.report.verdict == .pass)
    var long = try Self.interview(Self.mini.get(), text, askingAll: true)
    #expect(long.question?.fact.path == "data.retentionDays")
    #expect(long.answer("31").isEmpty)
    #expect(long.question == nil && long.report.counts.undetermined == 0)
  }

  @Test func `a wrong answer says why, and the question stays`() throws {
    var interview = try Self.interview(Self.mini.get(), "channel: sms\nbody: An offer")
    let problems = interview.answer("DEE")
    #expect(problems.map(\.message) == ["unknown place `DEE`"] && problems[0].help != nil)
    #expect(interview.question?.fact.path == "recipient.regions" && interview.asked == 0)
  }

  @Test func `a fact that nobody knows is not asked for again and stays open`() throws {
    var interview = try Self.interview(Self.mini.get(), "channel: sms\nbody: An offer")
    var seen: [String] = []
    while let question = interview.question {
      seen.append(question.fact.path)
      interview.skip()
    }
    #expect(Set(seen).count == seen.count && interview.asked == seen.count)
    #expect(interview.answers == Facts() && interview.report.verdict == .needsFacts)
    #expect(interview.open.contains { $0.path == "recipient.regions" })
  }

  @Test func `a place that is too large is asked for once more`() throws {
    var interview = try Self.interview(Self.typed.get(), "channel: sms\nbody: Hi")
    while let question = interview.question, question.fact.path != "recipient.regions" { interview.skip() }
    #expect(interview.answer("US").isEmpty)
    while let question = interview.question, question.fact.path != "recipient.regions" { interview.skip() }
    #expect(interview.question?.soFar == .places(["US"]))
    #expect(interview.answer("US").isEmpty)
    while interview.question != nil { interview.skip() }
    #expect(interview.facts["recipient.regions"] == .known(.places(["US"])))
  }

  @Test func `what is declared for some recipients stays, whatever is answered for the others`() throws {
    let facts = "facts: { recipient.regions: [DE, FR], audiences: [{ regions: [DE], consent.status: none }] }"
    var interview = try Self.interview(Self.mini.get(), "channel: sms\nbody: An offer\n\(facts)", askingAll: true)
    while let question = interview.question, question.fact.path != "consent.status" { interview.skip() }
    #expect(interview.answer("explicit").isEmpty)
    #expect(interview.report.findings(of: "mini.consent") == ["fail DE"])
  }

  static let answers: [(path: String, written: String, state: FactState?)] = [
    ("draft.replyPossible", "Yes", .known(.truth(true))),
    ("draft.replyPossible", "n", .known(.truth(false))),
    ("draft.replyPossible", "2", .known(.truth(false))),
    ("draft.replyPossible", "maybe", nil),
    ("draft.visibleRecipients", "12", .known(.number(Number(12)))),
    ("draft.visibleRecipients", "many", nil),
    ("consent.status", "none", .known(.symbol("none"))),
    ("consent.status", "1", .known(.symbol("explicit"))),
    ("consent.status", "EXPLICIT", .known(.symbol("explicit"))),
    ("consent.status", "99", nil),
    ("draft.purpose", "1, otp newsletter", .known(.symbols(["newsletter", "otp", "promotion"]))),
    ("draft.purpose", "none", .known(.symbols([]))),
    ("draft.purpose", "promotoin", nil),
    ("recipient.regions", "de, France", .known(.places(["DE", "FR"]))),
    ("recipient.regions", "none", nil),
    ("security.lastAuditAt", "2026-02-28", .known(.date(CalendarDate(year: 2026, month: 2, day: 28) ?? Shared.day))),
    ("security.lastAuditAt", "2026-02-30", nil),
    ("security.lastAuditAt", "none", .absent),
    ("recipient.lastInboundAt", "1970-01-02T00:00:00Z", .known(.instant(Instant(seconds: 86_400)))),
    ("draft.scheduledLocalTime", "8", nil),
    ("sender.postalAddress", "1 Main Street", .known(.text("1 Main Street"))),
    ("sender.postalAddress", "none", .absent),
    ("sender.brandNames", "Sol, Luna", .known(.texts(["Sol", "Luna"]))),
  ]

  @Test(arguments: answers) func `an answer is read as its fact's type`(
    _ path: String, _ written: String, _ state: FactState?
  ) throws {
    var interview = try Self.interview(Self.typed.get(), "channel: sms\nbody: Hi")
    while let question = interview.question, question.fact.path != path { interview.skip() }
    try #require(interview.question != nil)
    let problems = interview.answer(written)
    #expect(problems.isEmpty == (state != nil), "\(problems.map(\.message))")
    #expect(interview.answers[path] == state)
  }

  /// A value of a fact, drawn from its schema.
  private static func answer(_ question: InterviewQuestion, _ random: inout SeededRandom) -> String {
    if question.fact.canBeAbsent, Int.random(in: 0..<3, using: &random) == 0 { return "none" }
    if let choice = question.choices.randomElement(using: &random) { return choice }
    let values =
      switch question.fact.type {
      case .number: ["0", "1", "30", "1000"]
      case .place, .places: ["DE", "FR", "BR", "US-CA", "US-NY", "GB", "IN"]
      case .date: ["2026-01-05", "2026-11-20", "2027-03-01"]
      case .instant: ["2026-11-20T10:00:00Z", "2026-11-23T10:00:00Z"]
      case .time: ["07:00", "12:00", "23:00"]
      default: ["Example"]
      }
    return values.randomElement(using: &random) ?? ""
  }

  @Test(arguments: 0..<4 as Range<UInt64>) func `asking all leaves nothing undetermined and asks nothing in vain`(
    _ seed: UInt64
  ) throws {
    let engine = try Shared.builtIn()
    var random = SeededRandom(seed: seed)
    var interview = try Self.interview(
      engine, "channel: whatsapp\ncategory: marketing\nlanguage: en\nbody: Flash sale, {{name}}!", askingAll: true)
    while let question = interview.question {
      let missing = Set(interview.report.results.flatMap(\.missingFacts))
      #expect(missing.contains(question.fact.path), "seed \(seed)")
      let problems = interview.answer(Self.answer(question, &random))
      try #require(problems.isEmpty, "\(question.fact.path): \(problems.map(\.message))")
      try #require(interview.asked < 200)
    }
    #expect(interview.open.isEmpty && interview.report.counts.undetermined == 0, "seed \(seed)")
  }

  @Test(arguments: 0..<4 as Range<UInt64>) func `the verdict of a short interview is that of a long one`(
    _ seed: UInt64
  ) throws {
    let engine = try Shared.builtIn()
    var (first, second) = (SeededRandom(seed: seed), SeededRandom(seed: seed &+ 100))
    let text = "channel: sms\nlanguage: en\nbody: Your code is 123456"
    var short = try Self.interview(engine, text)
    while let question = short.question { #expect(short.answer(Self.answer(question, &first)).isEmpty) }
    var long = Interview(
      about: try engine.draft(text), facts: short.facts, asOf: Shared.day, with: engine, askingAll: true)
    while let question = long.question { #expect(long.answer(Self.answer(question, &second)).isEmpty) }
    #expect(long.report.verdict == short.report.verdict, "seed \(seed)")
  }
}
