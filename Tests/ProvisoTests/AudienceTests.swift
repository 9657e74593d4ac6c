import Proviso
import Testing

@Suite struct AudienceTests {
  /// What is declared, and what `places.consent` and `places.california` say for which places.
  static let cases: [(declared: String, consent: [String], california: [String])] = [
    (
      "facts: { recipient.regions: [DE, FR, US, BR], consent.status: none }",
      ["fail DE, FR"], ["undetermined US"]
    ),
    (
      """
      facts: { recipient.regions: [DE, FR, IT, ES, US-CA] }
      audiences:
        - { regions: [DE, IT], consent.status: explicit }
        - { regions: [FR, US-CA], consent.status: none }
      """,
      ["fail FR", "undetermined ES"], ["fail US-CA"]
    ),
    (
      "facts: { consent.status: none }\naudiences: [{ regions: [DE], consent.status: explicit }, { regions: [FR] }]",
      ["fail FR"], []
    ),
    ("facts: { consent.status: none }", ["undetermined"], ["undetermined"]),
    // With an opt-in the rule is kept, or it does not apply: whatever the state, nothing needs to be asked.
    ("facts: { recipient.regions: [US], consent.status: explicit }", [], []),
  ]

  @Test(arguments: cases) func `each place is judged by its own facts, and equal ones together`(
    _ declared: String, _ consent: [String], _ california: [String]
  ) throws {
    let report = try Shared.user().report("channel: sms\nbody: Hi\n\(declared)")
    #expect(report.findings(of: "places.consent") == consent)
    #expect(report.findings(of: "places.california") == california)
  }

  private static let licensed = Result {
    let rule = PackText.rule("licensed.r", "level: block\nrequire: recipient.region in sender.countries")
    let file = SourceFile(name: "licensed.yaml", text: PackText.pack("licensed", rule))
    return try Engine(packs: [], files: [file])
  }

  /// What is declared, and for which places the sender has no office.
  static let offices: [(declared: String, findings: [String])] = [
    ("facts: { recipient.regions: [DE, FR, US-CA, BR, MX], sender.countries: [EEA, US] }", ["fail BR, MX"]),
    ("facts: { recipient.regions: [US, BR], sender.countries: [US-CA] }", ["fail BR", "undetermined US"]),
    ("facts: { recipient.regions: [US, BR], sender.countries: [] }", ["fail BR, US"]),
    ("facts: { recipient.regions: [US, BR] }", ["undetermined BR, US"]),
    (
      "facts: { sender.countries: [DE] }\naudiences: [{ regions: [DE, FR], sender.countries: [FR] }, { regions: [IT] }]",
      ["fail DE, IT"]
    ),
  ]

  @Test(arguments: offices) func `places are told apart by those that a fact holds`(
    _ declared: String, _ findings: [String]
  ) throws {
    let report = try Self.licensed.get().report("channel: sms\nbody: Hi\n\(declared)")
    #expect(report.findings(of: "licensed.r") == findings)
  }

  private static let tabled = Result {
    let rule = PackText.rule(
      "tabled.r",
      "level: block\nforbid: age[recipient.region] > 13 or any button (type is url and recipient.region in BR)")
    let text = PackText.pack("tabled", top: "tables:\n  age: { AT: 14, DE: 16, BE: 13 }", rule)
    return try Engine(packs: [], files: [SourceFile(name: "tabled.yaml", text: text)])
  }

  @Test func `places are told apart by tables and inside lists`() throws {
    let report = try Self.tabled.get().report(
      """
      channel: whatsapp
      body: Hi
      buttons: [{ type: url, text: Shop, url: "https://shop.example" }]
      facts: { recipient.regions: [AT, BE, BR, DE, FR] }
      """)
    #expect(report.findings(of: "tabled.r") == ["fail AT, BR, DE"])
  }

  @Test func `a place too large to decide is what is asked for`() throws {
    let report = try Shared.user().report(
      "channel: sms\nbody: Hi\nfacts: { recipient.regions: [US], consent.status: none }")
    let open = try #require(report.results.first { $0.outcome == .undetermined })
    #expect(open.ruleID == "places.california")
    #expect(open.missingFacts == ["recipient.regions"])
    #expect(report.questions.map(\.path) == ["recipient.regions"])
  }

  @Test func `an audience that is a group of places speaks for its parts`() throws {
    let text =
      "channel: sms\nbody: Hi\nfacts: { recipient.regions: [DE] }\naudiences: [{ regions: [EU], consent.status: explicit }]"
    let findings = try Shared.user().report(text).findings(of: "places.consent")
    #expect(findings.isEmpty)
  }

  @Test func `facts of the caller stand in front of those of an audience`() throws {
    let engine = try Shared.user()
    let text = "channel: sms\nbody: Hi\naudiences: [{ regions: [DE], consent.status: explicit }]"
    let none = engine.readFact(SourceFile(name: "--fact", text: "consent.status=none")).facts
    let findings = try engine.report(text, facts: none).findings(of: "places.consent")
    #expect(findings == ["fail DE"])
  }

  @Test(arguments: [
    ("[DE]", ["everywhere", "german"]), ("[ES]", ["everywhere"]), ("[DE, ES]", ["everywhere", "german"]),
    ("[EU]", ["everywhere", "german"]),
  ]) func `a finding cites the law of its places and no other`(_ regions: String, _ cited: [String]) throws {
    let pack = """
      apiVersion: proviso/v1
      kind: PolicyPack
      metadata: { id: cited, title: Cited, version: 1.0.0, languages: [en], verified: 2026-11-22, review: 12 months }
      sources:
        everywhere: { title: A law, url: "https://law.example" }
        german: { title: A law of Germany, url: "https://law.example/de", in: [DE] }
        french: { title: A law of France, url: "https://law.example/fr", in: [FR-75] }
      rules:
        - id: cited.r
          title: No offers
          level: block
          when: recipient.region in EEA
          forbid: body contains "offer"
          message: An offer.
          cite: [everywhere, german]
          tests:
            - { name: broken, draft: { channel: sms, body: An offer }, facts: { recipient.regions: [DE] }, want: fail }
            - { name: kept, draft: { channel: sms, body: Hello }, facts: { recipient.regions: [DE] }, want: pass }
      """
    let fitting = pack.replacing("FR-75", with: "FR")
    let engine = try Engine(packs: [], files: [SourceFile(name: "cited.yaml", text: fitting)])
    let report = try engine.report("channel: sms\nbody: An offer\nfacts: { recipient.regions: \(regions) }")
    #expect(report.results.first { $0.outcome == .fail }?.citations.map(\.id) == cited)
    #expect(throws: EngineError.self) { try Engine(packs: [], files: [SourceFile(name: "cited.yaml", text: pack)]) }
  }
}
