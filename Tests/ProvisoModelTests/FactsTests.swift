import ProvisoModel
import Testing

@Suite struct FactsTests {
  @Test func laterFactsAreWrittenOverEarlierOnes() {
    let earlier = Facts(["a": .known(.truth(true)), "b": .absent, "c": .known(.symbol("x"))])
    let later = Facts(["b": .known(.truth(false)), "c": .absent, "d": .absent])
    let facts = earlier.overridden(by: later)
    #expect(
      facts.states == ["a": .known(.truth(true)), "b": .known(.truth(false)), "c": .absent, "d": .absent])
    #expect(facts["e"] == nil)
  }

  @Test func audiencesAreTakenAsAWhole() {
    let german = Facts.Audience(places: ["DE"], facts: ["consent": .absent])
    let french = Facts.Audience(places: ["FR"], facts: ["consent": .absent])
    #expect(Facts(audiences: [german]).overridden(by: Facts()).audiences == [german])
    #expect(Facts(audiences: [german]).overridden(by: Facts(audiences: [french])).audiences == [french])
  }

  @Test func valuesArePrintedAsAFactsFileHasThem() throws {
    let values: [Value] = [
      .truth(true), .truth(false), .number(Number(3)), .text("a b"), .texts(["a", "b"]), .symbol("explicit"),
      .symbols([]),
      .place("DE"), .places(["DE", "FR"]), .date(try #require(CalendarDate("2026-11-22"))),
      .instant(try #require(Instant("2026-11-22T18:30Z"))), .time(try #require(TimeOfDay("08:00"))),
    ]
    #expect(
      values.map(\.description) == [
        "yes", "no", "3", "a b", "[a, b]", "explicit", "[]", "DE", "[DE, FR]", "2026-11-22", "2026-11-22T18:30:00Z",
        "08:00",
      ])
  }

  @Test func aSchemaFindsItsDefinitionsByPath() {
    let definition = FactDefinition(
      path: "b.c", type: .truth, canBeAbsent: false, dataClass: .public, question: "Is it?", help: "")
    let other = FactDefinition(
      path: "a", type: .date, canBeAbsent: true, dataClass: .public, question: "When?", help: "")
    let schema = FactSchema([definition, other], places: PlaceTable(parts: [:]))
    #expect(schema.paths == ["a", "b.c"])
    #expect(schema["b.c"] == definition)
    #expect(schema["b"] == nil)
  }
}

@Suite struct OrderTests {
  @Test func levelsRiseFromAdviceToBlock() {
    #expect([Level.block, .advice, .warn].sorted() == [.advice, .warn, .block])
    #expect(Level.allCases == Level.allCases.sorted())
  }

  @Test func verdictsAreListedFromTheBestToTheWorst() {
    #expect(Verdict.allCases == [.pass, .warn, .needsFacts, .block])
  }

  @Test func outcomesAndVerdictsHaveTheirSpelling() {
    #expect(Outcome.allCases.map(\.rawValue) == ["fail", "pass", "not-applicable", "undetermined"])
    #expect(Verdict.allCases.map(\.rawValue) == ["pass", "warn", "needs-facts", "block"])
  }
}
