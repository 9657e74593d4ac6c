import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct FactsReaderTests {
  struct Case: Sendable {
    let text: String
    let facts: [String: FactState]
  }

  static let cases: [Case] = [
    .init(text: "consent.status: none", facts: ["consent.status": .known(.symbol("none"))]),
    .init(text: "consent: { status: none }", facts: ["consent.status": .known(.symbol("none"))]),
    .init(text: "consent: { record.exists: yes }", facts: ["consent.record.exists": .known(.truth(true))]),
    .init(text: "consent.record: { exists: false }", facts: ["consent.record.exists": .known(.truth(false))]),
    .init(text: #"{"consent": {"record": {"exists": true}}}"#, facts: ["consent.record.exists": .known(.truth(true))]),
    .init(text: "consent.status: unknown", facts: [:]),
    .init(text: "consent.record.when: null", facts: ["consent.record.when": .absent]),
    .init(text: "consent.record.when: unknown", facts: [:]),
    .init(
      text: "consent.record.when: 2026-02-28",
      facts: ["consent.record.when": .known(.date(CalendarDate(day: 20512)))]),
    .init(
      text: "recipient.regions: [us-ca, DE, DE]", facts: ["recipient.regions": .known(.places(["DE", "US-CA"]))]),
    .init(text: "recipient.regions: de", facts: ["recipient.regions": .known(.places(["DE"]))]),
    .init(text: "recipient.regions: []", facts: ["recipient.regions": .known(.places([]))]),
    .init(text: "draft.purpose: none", facts: ["draft.purpose": .known(.symbols([]))]),
    .init(text: "draft.purpose: newsletter", facts: ["draft.purpose": .known(.symbols(["newsletter"]))]),
    .init(
      text: "draft.purpose: [survey, newsletter]", facts: ["draft.purpose": .known(.symbols(["newsletter", "survey"]))]),
    .init(text: "sender.brandNames: Acme", facts: ["sender.brandNames": .known(.texts(["Acme"]))]),
    .init(text: "sender.legalName: 1.10", facts: ["sender.legalName": .known(.text("1.10"))]),
    .init(
      text: "draft.plannedSendAt: 1970-01-02T00:00:00Z",
      facts: ["draft.plannedSendAt": .known(.instant(Instant(seconds: 86400)))]),
    .init(text: "# nothing", facts: [:]),
  ]

  @Test(arguments: cases) func readsFacts(_ example: Case) {
    let reading = FactsReader.read(SourceFile(name: "facts.yaml", text: example.text), schema: Fixture.schema)
    #expect(reading.diagnostics == [])
    #expect(reading.facts.states == example.facts)
  }

  @Test func readsATimeOfDay() throws {
    let source = SourceFile(name: "facts.yaml", text: "draft.scheduledLocalTime: 08:30")
    let time = try #require(TimeOfDay("08:30"))
    #expect(FactsReader.read(source, schema: Fixture.schema).facts["draft.scheduledLocalTime"] == .known(.time(time)))
  }

  @Test func audiencesHaveTheirFactsBesideTheRegions() {
    let text =
      "consent.status: given\naudiences:\n  - { regions: [fr, DE], consent: { status: none } }\n  - { regions: BR }\n"
    let reading = FactsReader.read(SourceFile(name: "facts.yaml", text: text), schema: Fixture.schema)
    #expect(reading.diagnostics == [])
    #expect(reading.facts.states == ["consent.status": .known(.symbol("given"))])
    #expect(
      reading.facts.audiences == [
        .init(places: ["DE", "FR"], facts: ["consent.status": .known(.symbol("none"))]),
        .init(places: ["BR"], facts: [:]),
      ])
  }

  @Test(arguments: ["audiences: [DE, { regions: [FR] }]", "{ \"audiences\": [\"de\", { \"regions\": \"FR\" }] }"])
  func aPlaceAloneIsAnAudience(_ text: String) {
    let reading = FactsReader.read(SourceFile(name: "facts.yaml", text: text), schema: Fixture.schema)
    #expect(reading.diagnostics == [])
    #expect(reading.facts.audiences == [.init(places: ["DE"], facts: [:]), .init(places: ["FR"], facts: [:])])
  }

  @Test(arguments: ["audiences: DE", "audiences: { regions: [DE] }", "audiences: [[DE]]"])
  func howAnAudienceIsWrittenIsSaid(_ text: String) {
    let reading = FactsReader.read(SourceFile(name: "facts.yaml", text: text), schema: Fixture.schema)
    #expect(
      reading.diagnostics.map(\.message) == ["audiences are a list of places, each with the facts that hold there"])
    #expect(reading.diagnostics.first?.help?.contains("regions: [DE]") == true)
  }

  struct ProblemCase: Sendable {
    let text: String
    let problem: String
    var help: String?
  }

  static let problems: [ProblemCase] = [
    .init(text: "consent.statsu: none", problem: "fact.unknown 1:1", help: "did you mean `consent.status`?"),
    .init(text: "consent: { statsu: none }", problem: "fact.unknown 1:12", help: "did you mean `consent.status`?"),
    .init(text: "consent.record.exists.now: yes", problem: "fact.unknown 1:1"),
    .init(text: "consent: none", problem: "fact.shape 1:10"),
    .init(text: "consent.status: { a: b }", problem: "fact.shape 1:17"),
    .init(text: "consent.status: [[none]]", problem: "fact.shape 1:18"),
    .init(text: "consent.status: [none, given]", problem: "fact.value 1:17"),
    .init(text: "consent.status: []", problem: "fact.value 1:17"),
    .init(text: "consent.status: explicitt", problem: "fact.value 1:17", help: "did you mean `explicit`?"),
    .init(text: "consent.status: null", problem: "fact.absent 1:17"),
    .init(text: "consent.record.exists: maybe", problem: "fact.value 1:24"),
    .init(text: "consent.record.when: 2026-02-30", problem: "fact.value 1:22"),
    .init(text: "offer.price: 1e3", problem: "fact.value 1:14"),
    .init(text: "draft.plannedSendAt: 2026-11-22", problem: "fact.value 1:22"),
    .init(text: "draft.scheduledLocalTime: 25:00", problem: "fact.value 1:27"),
    .init(text: "draft.purpose: [newsleter]", problem: "fact.value 1:17", help: "did you mean `newsletter`?"),
    .init(text: "recipient.regions: [EAE]", problem: "fact.place 1:21", help: "did you mean `EEA`?"),
    .init(text: "recipient.region: DE", problem: "fact.each 1:1", help: "declare `recipient.regions`"),
    .init(text: "consent.status: none\nconsent: { status: none }", problem: "fact.twice 2:12"),
    .init(text: "[a]", problem: "fact.shape 1:1"),
    .init(text: "audiences: { regions: [DE] }", problem: "fact.shape 1:12"),
    .init(text: "audiences: [{ consent.status: none }]", problem: "key.missing 1:13"),
    .init(text: "audiences: [{ regions: [XX] }]", problem: "fact.place 1:25"),
    .init(text: "audiences: [XX]", problem: "fact.place 1:13"),
    .init(text: "audiences: [{ regions: [] }]", problem: "key.missing 1:24"),
    .init(text: "audiences: [{ regions: [DE], recipient.region: DE }]", problem: "fact.each 1:30"),
    .init(text: "{\"a\": ", problem: "json.unclosed 1:7"),
  ]

  @Test(arguments: problems) func aProblemHasAPlace(_ example: ProblemCase) {
    let source = SourceFile(name: "facts.yaml", text: example.text)
    let reading = FactsReader.read(source, schema: Fixture.schema)
    let index = LineIndex(source.bytes)
    let found = reading.diagnostics.map {
      "\($0.id) \(index.position(of: $0.span.lower).line):\(index.position(of: $0.span.lower).column)"
    }
    #expect(found == [example.problem])
    if let help = example.help { #expect(reading.diagnostics.first?.help == help) }
  }

  @Test func aWrongWordNamesTheAllowedOnes() {
    let source = SourceFile(name: "facts.yaml", text: "consent.status: perhaps")
    let messages = FactsReader.read(source, schema: Fixture.schema).diagnostics.map(\.message)
    #expect(messages == ["`consent.status` cannot be `perhaps`: it must be one of `explicit`, `given`, `none`"])
  }

  static let assignments: [Case] = [
    .init(text: "consent.status=none", facts: ["consent.status": .known(.symbol("none"))]),
    .init(text: " consent.status = none ", facts: ["consent.status": .known(.symbol("none"))]),
    .init(text: "recipient.regions=DE, us-ny", facts: ["recipient.regions": .known(.places(["DE", "US-NY"]))]),
    .init(text: "recipient.regions=[DE]", facts: ["recipient.regions": .known(.places(["DE"]))]),
    .init(text: "sender.legalName=A, B = C", facts: ["sender.legalName": .known(.text("A, B = C"))]),
    .init(text: "consent.record.when=null", facts: ["consent.record.when": .absent]),
    .init(text: "consent.record.when=", facts: ["consent.record.when": .absent]),
    .init(text: "consent.status=unknown", facts: [:]),
    .init(text: "consent.record.exists=yes", facts: ["consent.record.exists": .known(.truth(true))]),
  ]

  @Test(arguments: assignments) func readsAnAssignment(_ example: Case) {
    let reading = FactsReader.assignment(SourceFile(name: "--fact", text: example.text), schema: Fixture.schema)
    #expect(reading.diagnostics == [])
    #expect(reading.facts.states == example.facts)
  }

  static let wrongAssignments: [(String, String)] = [
    ("consent.status", "fact.assignment"), ("=x", "fact.unknown"), ("consent.statsu=none", "fact.unknown"),
    ("consent.status=nope", "fact.value"), ("consent.status=", "fact.absent"), ("recipient.region=DE", "fact.each"),
    ("recipient.regions=XX", "fact.place"), ("consent=none", "fact.unknown"),
  ]

  @Test(arguments: wrongAssignments) func aWrongAssignmentIsRefused(_ text: String, _ id: String) {
    let reading = FactsReader.assignment(SourceFile(name: "--fact", text: text), schema: Fixture.schema)
    #expect(reading.diagnostics.map(\.id) == [id])
    #expect(reading.facts == Facts())
  }
}
