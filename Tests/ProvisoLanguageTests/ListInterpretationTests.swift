import ProvisoLanguage
import ProvisoModel
import Testing

@Suite struct ListInterpretationTests {
  static let none: [String] = []
  static let some = ["url https://a.b", "quick-reply Stop", "quick-reply Yes", "url https://c.d", "quick-reply No"]

  /// Condition, buttons, whether it holds.
  static let conditions: [(String, [String], Bool)] = [
    ("any button (type is url)", some, true), ("any button (type is url)", none, false),
    ("all button (type is url)", some, false), ("all button (type is url)", none, true),
    ("no button (type is url)", some, false), ("no button (type is url)", none, true),
    ("any button (type is url and url contains \"c.d\")", some, true),
    ("any button (type is quick-reply and url is known)", some, false),
    ("all button (url is known or text is \"Stop\" or position > 2)", some, true),
    ("all button (url is known or text is \"Stop\" or position > 3)", some, false),
    ("any button (url is not known)", some, true), ("any button (card)", some, false),
    ("all button (card is no)", some, true),
    ("any button (not url contains \"a.b\")", some, true),
    ("any button (url is \"https://a.b\" and position > 1)", some, false),
    ("any button (length(url) > 10 and position is 4)", some, true),
    ("any button (length(url) < 1)", ["quick-reply A"], false),
    ("any button (any button (position is 5) and position is 1)", some, true),
    ("any button (any link (host is \"x\"))", some, false),
    ("count(buttons) is 5", some, true), ("count(buttons) is 0", none, true),
    ("count(buttons, type is url) is 2", some, true), ("count(buttons, url is known) >= count(buttons)", some, false),
    ("runs(buttons, type is quick-reply) is 2", some, true), ("runs(buttons, type is url) is 2", some, true),
    ("runs(buttons, position > 0) is 1", some, true), ("runs(buttons, position > 9) is 0", some, true),
    ("runs(buttons, type is url) is 0", none, true), ("runs(buttons, type is url) is 1", ["url a", "url b"], true),
    ("runs(buttons, type is url) is 1", ["quick-reply a", "url b"], true),
  ]

  @Test(arguments: conditions) func quantifiersRunThroughTheItems(_ source: String, _ buttons: [String], _ holds: Bool)
    throws
  {
    let evaluator = try Sample.evaluator([:], draft: StubDraft(buttons: buttons))
    #expect(evaluator.holds(try Sample.condition(source)) == holds)
  }

  /// Condition, facts, whether it holds for two buttons.
  static let withFacts: [(String, String, Bool?)] = [
    ("any button (position > 1 and data.encrypted)", "", nil),
    ("any button (position > 2 and data.encrypted)", "", false),
    ("any button (position > 1 or data.encrypted)", "", true), ("all button (data.encrypted)", "", nil),
    ("count(buttons, position > recipient.visits) > 1", "recipient.visits: 0", true),
    ("count(buttons, position > recipient.visits) > 1", "", nil),
    ("any button (url contains sender.name)", "sender.name: a.b", true),
    ("any button (url contains sender.name)", "sender.name: z", false),
  ]

  @Test(arguments: withFacts) func factsAreReadInsideQuantifiersToo(_ source: String, _ facts: String, _ holds: Bool?)
    throws
  {
    let evaluator = try Sample.evaluator(
      Sample.facts(facts), draft: StubDraft(buttons: ["url https://a.b", "quick-reply Stop"]))
    #expect(evaluator.holds(try Sample.condition(source)) == holds)
  }
}

@Suite struct RegionInterpretationTests {
  /// Condition, facts, whether it holds.
  static let conditions: [(String, String, Bool?)] = [
    ("recipient.region in EEA", "recipient.region: DE", true),
    ("recipient.region in EEA", "recipient.region: BR", false),
    ("recipient.region in [BR, DE]", "recipient.region: DE", true),
    ("recipient.region is DE", "recipient.region: DE", true),
    ("recipient.region in US", "recipient.region: US-CA", true),
    ("recipient.region in US", "recipient.region: US", true),
    ("recipient.region in US-CA", "recipient.region: US-CA", true),
    ("recipient.region in US-CA", "recipient.region: US-TX", false),
    ("recipient.region in US-CA", "recipient.region: US", nil),
    ("recipient.region not in US-CA", "recipient.region: US", nil),
    ("recipient.region in EEA", "recipient.region: US", false),
    ("recipient.region in [US-CA, US-TX, US-NY]", "recipient.region: US", true),
    ("recipient.region in [US-CA, US-TX]", "recipient.region: US", nil),
    ("recipient.region in DE", "recipient.region: EEA", nil),
    ("recipient.region in [DE, FR, IS, BR]", "recipient.region: EEA", true),
    ("recipient.region in EEA", "recipient.region: XX", false), ("recipient.region in EEA", "", nil),
    ("recipient.regions has EEA", "recipient.regions: BR DE", true),
    ("recipient.regions has EEA", "recipient.regions: BR", false),
    ("recipient.regions has EEA", "recipient.regions: ", false),
    ("recipient.regions has US-CA", "recipient.regions: DE US", nil),
    ("recipient.regions has US-CA", "recipient.regions: US-TX US-CA", true),
    ("recipient.regions has any [DE, US-CA]", "recipient.regions: US DE", true),
    ("recipient.regions has all [DE, US]", "recipient.regions: US-CA DE", true),
    ("recipient.regions has all [DE, FR]", "recipient.regions: US DE", false),
    ("recipient.regions has no [EEA]", "recipient.regions: US BR", true), ("recipient.regions has EEA", "", nil),
  ]

  @Test(arguments: conditions) func aPlaceLiesInItsGroups(_ source: String, _ facts: String, _ holds: Bool?) throws {
    #expect(try Sample.evaluator(Sample.facts(facts)).holds(try Sample.condition(source)) == holds)
  }
}
