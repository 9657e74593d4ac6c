import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct SchemaReaderTests {
  static let places = """
    apiVersion: proviso/v1
    kind: PlaceTable
    places:
      EEA: { name: European Economic Area, parts: [DE, FR] }
      DE: { name: Germany, dialling: ["49"] }
      FR: { name: France, dialling: ["33", "262"] }
    """
  static let facts = """
    apiVersion: proviso/v1
    kind: FactSchema
    facts:
      consent.status:
        type: symbol
        values: [given, none]
        class: personal
        ask: Did they agree?
        help: Look it up.
      consent.when: { type: date, class: personal, absent: true, ask: When? }
      recipient.regions: { type: places, class: personal, ask: Where? }
      recipient.region: { type: place, each: recipient.regions, class: personal, ask: Where? }
    """

  static func read(
    facts: String = facts, places: String = places
  ) -> (schema: FactSchema?, diagnostics: [Diagnostic]) {
    SchemaReader.read(
      facts: SourceFile(name: "facts.yaml", text: facts), places: SourceFile(name: "regions.yaml", text: places))
  }

  @Test func readsBothFiles() throws {
    let reading = Self.read()
    #expect(reading.diagnostics == [])
    let schema = try #require(reading.schema)
    #expect(schema.paths == ["consent.status", "consent.when", "recipient.region", "recipient.regions"])
    #expect(
      schema["consent.status"]
        == FactDefinition(
          path: "consent.status", type: .symbol(["given", "none"]), canBeAbsent: false, dataClass: .personal,
          question: "Did they agree?", help: "Look it up."))
    #expect(schema["consent.when"]?.canBeAbsent == true)
    #expect(schema["recipient.region"]?.each == "recipient.regions")
    #expect(schema.places.leaves(of: "EEA") == ["DE", "FR"])
    #expect(schema.places.name(of: "DE") == "Germany")
    #expect(schema.places.places(dialledBy: "+262 1") == ["FR"])
  }

  struct Case: Sendable {
    let old: String
    let new: String
    let problems: [String]
  }

  static let broken: [Case] = [
    .init(old: "kind: FactSchema", new: "kind: PolicyPack", problems: ["schema.kind 2:7"]),
    .init(old: "proviso/v1", new: "proviso/v2", problems: ["schema.kind 1:13"]),
    .init(old: "facts:", new: "fact:", problems: ["key.missing 1:1", "key.unknown 3:1"]),
    .init(old: "type: date", new: "type: dat", problems: ["schema.type 10:25"]),
    .init(old: "type: date, ", new: "", problems: ["key.missing 10:19"]),
    .init(old: "class: personal, absent", new: "class: secret, absent", problems: ["schema.class 10:38"]),
    .init(old: "absent: true", new: "scope: mine", problems: ["schema.scope 10:55"]),
    .init(old: "absent: true", new: "absent: perhaps", problems: ["type.mismatch 10:56"]),
    .init(old: "absent: true", new: "absnt: true", problems: ["key.unknown 10:48"]),
    .init(old: "values: [given, none]", new: "values: []", problems: ["schema.values 5:11"]),
    .init(old: "each: recipient.regions", new: "each: consent.status", problems: ["schema.each 12:42"]),
  ]

  @Test(arguments: broken) func aWrongFactIsAnError(_ example: Case) {
    let text = Self.facts.replacing(example.old, with: example.new, maxReplacements: 1)
    let reading = Self.read(facts: text)
    #expect(DraftReading(drafts: [], diagnostics: reading.diagnostics).problems(in: text) == example.problems)
    #expect(reading.schema == nil)
  }

  static let brokenPlaces: [Case] = [
    .init(old: "[DE, FR]", new: "[DE, FX]", problems: ["schema.place 4:52"]),
    .init(old: "\"49\"", new: "\"+49\"", problems: ["schema.dialling 5:35"]),
    .init(old: "name: Germany", new: "nme: Germany", problems: ["key.missing 5:9", "key.unknown 5:9"]),
  ]

  @Test(arguments: brokenPlaces) func aWrongPlaceIsAnError(_ example: Case) {
    let text = Self.places.replacing(example.old, with: example.new, maxReplacements: 1)
    let reading = Self.read(places: text)
    #expect(DraftReading(drafts: [], diagnostics: reading.diagnostics).problems(in: text) == example.problems)
    #expect(reading.schema == nil)
  }

  @Test func theFilesOfTheRepositoryAreRead() throws {
    let reading = SchemaReader.read(
      facts: try TestFiles.policy("facts.yaml"), places: try TestFiles.policy("regions.yaml"))
    #expect(reading.diagnostics == [])
    let schema = try #require(reading.schema)
    #expect(schema["draft.channel"]?.scope == .draft)
    #expect(schema["sender.sector"]?.scope == .organisation)
    #expect(schema.places.leaves(of: "EEA")?.contains("DE") == true)
  }
}
