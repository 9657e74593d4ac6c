import Proviso
import Testing

@Suite struct MatrixTests {
  static let places = ["AT", "BE", "BR", "CH", "DE", "FR", "GB", "IS", "JP", "MX", "US-CA", "US-FL", "US-NY"]

  /// What is declared, for drafts that the built-in packs judge.
  static let drafts = [
    "channel: email\nsubject: Sale\nbody: Flash sale! 20% off\nfacts: { consent.status: none, sender.hipaaRole: none }",
    """
    channel: sms
    body: Newsletter for kids! 20% off. Reply STOP to stop.
    facts: { recipient.minimumAge: 13, recipient.parentalConsent: no, consent.status: explicit, sender.hipaaRole: none }
    audiences: [{ regions: [DE, BR], consent.status: none }]
    """,
  ]

  @Test(arguments: drafts) func `a matrix says what each place would hear alone`(_ text: String) throws {
    let engine = try Shared.builtIn()
    let draft = try engine.draft(text)
    let matrix = engine.matrix(of: draft, places: Self.places, asOf: Shared.day)
    #expect(matrix.rows.flatMap(\.places).sorted() == Self.places)
    for row in matrix.rows {
      for place in row.places {
        var alone = draft
        alone.facts[FactPath.regions] = .known(.places([place]))
        alone.facts.audiences = draft.facts.audiences.filter { $0.places.contains(place) }
          .map { .init(places: [place], facts: $0.facts) }
        let report = engine.evaluate(alone, asOf: Shared.day)
        let broken = report.results.filter { $0.outcome == .fail && $0.level >= .warn }.map(\.ruleID).sorted()
        #expect(row.verdict == report.verdict, "\(place)")
        #expect(row.broken.map(\.id).sorted() == broken, "\(place)")
      }
    }
  }

  private enum FactPath { static let regions = "recipient.regions" }

  /// What is declared, which places are asked for, and the rows: places, verdict and broken rules.
  static let asked: [(declared: String, places: [String], rows: [String])] = [
    ("facts: { consent.status: none }", ["DE", "JP"], ["DE block places.consent", "JP pass "]),
    ("facts: { recipient.regions: [FR, BR], consent.status: none }", [], ["FR block places.consent", "BR pass "]),
    // A country stands for its parts.
    (
      "facts: { recipient.regions: [CA, US-CA], consent.status: none }", [],
      ["US-CA block places.california", "CA pass "]
    ),
    (
      "audiences: [{ regions: [EU], consent.status: explicit }, { regions: [DE, IS], consent.status: none }]",
      ["AT", "DE", "IS"], ["IS block places.consent", "AT DE pass "]
    ),
    (
      "audiences: [{ regions: [DE], consent.status: none }, { regions: [BR], consent.status: none }]", [],
      ["DE block places.consent", "BR pass "]
    ),
  ]

  @Test(arguments: asked) func `the places asked for are judged by what is declared for them`(
    _ declared: String, _ places: [String], _ rows: [String]
  ) throws {
    let engine = try Shared.user()
    let draft = try engine.draft("channel: sms\nbody: Hi\n\(declared)")
    let matrix = engine.matrix(of: draft, places: places, asOf: Shared.day)
    let lines = matrix.rows.map { row in
      "\(row.places.joined(separator: " ")) \(row.verdict.rawValue) \(row.broken.map(\.id).joined(separator: " "))"
    }
    #expect(lines == rows)
  }

  @Test func `without any declared place every country and state is judged`() throws {
    let engine = try Shared.user()
    let matrix = engine.matrix(of: try engine.draft("channel: sms\nbody: Hi"), asOf: Shared.day)
    #expect(matrix.rows.flatMap(\.places).sorted() == engine.schema.places.leaves)
    #expect(matrix.placeCount > 250)
    // Which of the many places matter to the rules is all that parts them.
    #expect(matrix.rows.count == 2)
  }

  @Test func `250 places cost far less than 250 evaluations`() throws {
    let engine = try Shared.user()
    let draft = try engine.draft("channel: sms\nbody: A flash sale for you\nfacts: { consent.status: none }")
    let places = Array(engine.schema.places.leaves.prefix(250))
    let clock = ContinuousClock()
    let together = clock.measure { _ = engine.matrix(of: draft, places: places, asOf: Shared.day) }
    let oneByOne = clock.measure {
      for place in places { _ = engine.matrix(of: draft, places: [place], asOf: Shared.day) }
    }
    print("250 places: \(together) together, \(oneByOne) one by one, \(oneByOne / together) times as much")
    #expect(together * 5 < oneByOne)
  }
}
