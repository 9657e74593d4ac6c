import ProvisoLanguage
import ProvisoModel
import Testing

@Suite struct FactAgainstFactTests {
  /// Condition, facts, whether it holds; nil while that depends on what is not known.
  static let words: [(String, String, Bool?)] = [
    ("draft.channel in consent.channels", "draft.channel: email; consent.channels: sms email", true),
    ("draft.channel in consent.channels", "draft.channel: email; consent.channels: sms letter", false),
    ("draft.channel not in consent.channels", "draft.channel: email; consent.channels: sms", true),
    // A word that the set cannot hold.
    ("draft.channel in consent.channels", "draft.channel: push", false),
    ("draft.channel in consent.channels", "draft.channel: sms", nil),
    ("draft.channel in consent.channels", "consent.channels: email", nil),
    ("draft.channel in consent.channels", "consent.channels: letter", false),
    ("draft.channel in consent.channels", "consent.channels: ", false),
    ("draft.channel in consent.channels", "consent.channels: absent", false),
  ]

  static let places: [(String, String, Bool?)] = [
    ("recipient.region in sender.licences", "recipient.region: DE; sender.licences: DE FR", true),
    ("recipient.region in sender.licences", "recipient.region: DE; sender.licences: EEA", true),
    ("recipient.region in sender.licences", "recipient.region: US-CA; sender.licences: US", true),
    ("recipient.region in sender.licences", "recipient.region: BR; sender.licences: EEA US", false),
    ("recipient.region not in sender.licences", "recipient.region: BR; sender.licences: EEA", true),
    // Somewhere in the United States.
    ("recipient.region in sender.licences", "recipient.region: US; sender.licences: US", true),
    ("recipient.region in sender.licences", "recipient.region: US; sender.licences: US-CA US-TX US-NY", true),
    ("recipient.region in sender.licences", "recipient.region: US; sender.licences: US-CA", nil),
    ("recipient.region in sender.licences", "recipient.region: US; sender.licences: EEA", false),
    ("recipient.region in sender.licences", "recipient.region: DE", nil),
    ("recipient.region in sender.licences", "sender.licences: DE", nil),
    ("recipient.region in sender.licences", "sender.licences: ", false),
    ("recipient.region in sender.licences", "sender.licences: absent", false),
    ("sender.country in sender.licences", "sender.country: absent", false),
  ]

  static let texts: [(String, String, Bool?)] = [
    ("sender.name in sender.brandNames", "sender.name: Ana; sender.brandNames: Bea Ana", true),
    ("sender.name in sender.brandNames", "sender.name: Ana; sender.brandNames: Anabel", false),
    ("sender.name not in sender.brandNames", "sender.name: Ana; sender.brandNames: Bea", true),
    ("sender.name in sender.brandNames", "sender.name: Ana", nil),
    ("sender.name in sender.brandNames", "sender.brandNames: Ana", nil),
    ("sender.name in sender.brandNames", "sender.brandNames: ", false),
    ("sender.name in sender.brandNames", "sender.brandNames: absent", false),
    ("sender.name in sender.brandNames", "sender.name: absent", false),
    // The same goes for texts that are looked for.
    ("sender.name contains any sender.brandNames", "sender.brandNames: absent", false),
    ("text contains any sender.brandNames", "sender.brandNames: ", false),
    ("any button (url in sender.brandNames)", "sender.brandNames: x.example y.example", true),
    ("all button (url in sender.brandNames)", "sender.brandNames: x.example y.example", false),
    ("any button (url in sender.brandNames)", "sender.brandNames: y.example", false),
    ("any button (url in sender.brandNames)", "", nil),
    ("any button (text in sender.brandNames)", "sender.brandNames: x.example", false),
  ]

  private static let draft = StubDraft(buttons: ["url x.example", "url z.example"])

  @Test(arguments: words + places + texts) func theValueOfOneFactIsHeldAgainstAnother(
    _ source: String, _ facts: String, _ holds: Bool?
  ) throws {
    let table = DecisionTable(rows: [.init(try Sample.condition(source), .pass)], otherwise: .fail(0))
    let result: Bool? =
      switch try Sample.evaluator(Sample.facts(facts), draft: Self.draft).decide(table) {
      case .decided(let result): result == .pass
      case .broken, .undetermined, .failed: nil
      }
    #expect(result == holds)
  }

  @Test func whatIsStillNeededIsNamed() throws {
    let table = DecisionTable(
      rows: [.init(try Sample.condition("recipient.region in sender.licences"), .pass)], otherwise: .fail(0))
    #expect(
      try Sample.evaluator([:]).decide(table)
        == .undetermined(
          Undetermined(
            possible: [.pass, .fail(0)], missing: ["recipient.regions", "sender.licences"],
            deciding: [["recipient.regions", "sender.licences"]])))
  }

  @Test func theReasonNamesBothFacts() throws {
    func reasons(_ source: String, _ facts: String, _ result: DecisionTable.Result) throws -> [String] {
      let table = DecisionTable(rows: [.init(try Sample.condition(source), .pass)], otherwise: .fail(0))
      return try Sample.evaluator(Sample.facts(facts)).explain(table, [result]).reasons
    }
    let place = try reasons("recipient.region in sender.licences", "recipient.region: DE; sender.licences: EEA", .pass)
    #expect(place == ["recipient.region is DE", "sender.licences is [EEA]"])
    let word = try reasons("draft.channel in consent.channels", "draft.channel: sms; consent.channels: email", .fail(0))
    #expect(word == ["draft.channel is sms", "consent.channels is [email]"])
  }
}
