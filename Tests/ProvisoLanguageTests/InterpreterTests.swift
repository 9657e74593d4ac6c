import ProvisoLanguage
import ProvisoModel
import Testing

@Suite struct InterpreterTests {
  /// Condition, facts, whether it holds.
  static let known: [(String, String, Bool)] = [
    ("draft.category is marketing", "draft.category: marketing", true),
    ("draft.category in [utility, service]", "draft.category: marketing", false),
    ("consent.purposes has all [newsletter, promotion]", "consent.purposes: newsletter", false),
    ("consent.purposes has any [newsletter, promotion]", "consent.purposes: newsletter", true),
    ("consent.purposes has no [promotion]", "consent.purposes: newsletter", true),
    ("consent.purposes has any draft.purpose", "consent.purposes: research; draft.purpose: receipt newsletter", false),
    ("consent.purposes has any draft.purpose", "consent.purposes: newsletter; draft.purpose: receipt newsletter", true),
    (
      "consent.purposes has all draft.purpose", "consent.purposes: newsletter; draft.purpose: receipt newsletter", false
    ),
    (
      "consent.purposes has all draft.purpose", "consent.purposes: newsletter research; draft.purpose: newsletter", true
    ),
    ("consent.purposes has no draft.purpose", "consent.purposes: research; draft.purpose: newsletter", true),
    ("draft.purpose within consent.purposes", "consent.purposes: newsletter; draft.purpose: receipt", false),
    ("draft.purpose within consent.purposes", "consent.purposes: newsletter; draft.purpose: ", true),
    ("draft.purpose within [receipt]", "draft.purpose: receipt", true),
    ("recipient.age + 2 * 3 - 1 is 22", "recipient.age: 17", true),
    ("recipient.age / 3 < 6", "recipient.age: 17", true),
    ("-recipient.age is -17", "recipient.age: 17", true),
    ("(recipient.age + 1) * 2 is 36", "recipient.age: 17", true),
    ("recipient.age - 1 - 1 is 15", "recipient.age: 17", true),
    ("recipient.age in [16, 17]", "recipient.age: 17", true),
    ("sender.name is \"Ana\"", "sender.name: Ana", true),
    ("sender.name is \"ana\"", "sender.name: Ana", false),
    ("sender.name in [\"Bo\", \"Ana\"]", "sender.name: Ana", true),
    ("sender.name in @promo", "sender.name: promo", true),
    ("sender.name in @promo", "sender.name: promos", false),
    ("text contains any sender.brandNames", "sender.brandNames: Zed text", true),
    ("text contains any sender.brandNames", "sender.brandNames: Zed", false),
    ("text mentions @promo for draft.languages", "draft.languages: de", true),
    ("text mentions @promo for draft.languages", "draft.languages: en", false),
    ("mentions(text, @promo) >= 1 and mentions(text, @way-out) is 0", "", true),
    ("words(text) is 4", "", true),
    ("share(text, uppercase) < 1%", "", true),
    ("fee[draft.category] is 7", "draft.category: marketing", true),
    ("fee[draft.category] is known", "draft.category: utility", false),
    ("fee[recipient.region] is 5", "recipient.region: DE", true),
    ("version-end[security.version] is known", "security.version: v9", false),
    ("version-end[security.version] > 2024-01-01", "security.version: v1", true),
    ("fee[\"DE\"] + fee[\"marketing\"] is 12", "", true),
  ]

  @Test(arguments: known) func answersWhatIsKnown(_ source: String, _ facts: String, _ holds: Bool) throws {
    var draft = StubDraft()
    draft.texts[.text] = "a [de] promo text"
    let evaluator = try Sample.evaluator(Sample.facts(facts), draft: draft)
    #expect(evaluator.holds(try Sample.condition(source)) == holds)
  }

  static let failures: [(String, String, EvaluationError)] = [
    ("recipient.visits / 0 > 1", "recipient.visits: 3", .divisionByZero),
    ("1 / (recipient.visits - 3) > 1", "recipient.visits: 3", .divisionByZero),
    ("recipient.visits * recipient.visits > 1", "recipient.visits: 9000000000000", .overflow),
    ("recipient.visits + 9000000000000 > 1", "recipient.visits: 9000000000000", .overflow),
    ("recipient.visits * 0.001 > 1", "recipient.visits: 0.0001", .overflow),
    ("request.received + 9000 years > sending.date", "request.received: 2026-01-01", .overflow),
    ("request.received - 9999999 business days > sending.date", "request.received: 2026-01-01", .overflow),
    ("consent.givenAt + 9999999 weeks > sending.date", "consent.givenAt: 2026-01-01T00:00Z", .overflow),
    ("recipient.visits < limit", "recipient.visits: 3", .noValueInForce(parameter: "limit")),
    ("not recipient.visits < limit + 1", "recipient.visits: 3", .noValueInForce(parameter: "limit")),
    ("draft.category in ad-kinds", "draft.category: marketing", .noValueInForce(parameter: "ad-kinds")),
    ("draft.category not in ad-kinds", "draft.category: service", .noValueInForce(parameter: "ad-kinds")),
    ("any button (url in hosts)", "", .noValueInForce(parameter: "hosts")),
    ("recipient.region in watched", "recipient.region: BR", .noValueInForce(parameter: "watched")),
    ("count(buttons, recipient.visits / 0 > 1) > 0", "recipient.visits: 3", .divisionByZero),
    ("any button (recipient.visits / 0 > 1)", "recipient.visits: 3", .divisionByZero),
    ("data.encrypted and recipient.visits / 0 > 1", "recipient.visits: 3; data.encrypted: yes", .divisionByZero),
  ]

  @Test(arguments: failures)
  func whatCannotBeComputedIsAnErrorAndNoAnswer(_ source: String, _ facts: String, _ error: EvaluationError) throws {
    let evaluator = try Sample.evaluator(Sample.facts(facts), on: "2019-12-31", draft: StubDraft(buttons: ["url x"]))
    let condition = try Sample.condition(source)
    #expect(evaluator.decide(DecisionTable(rows: [.init(condition, .pass)], otherwise: .fail(0))) == .failed(error))
    #expect(evaluator.holds(condition) == nil)
  }

  @Test func anErrorBehindWhatDecidesDoesNotMatter() throws {
    let table = DecisionTable(
      rows: [.init(try Sample.condition("recipient.visits / 0 > 1 or data.encrypted"), .pass)], otherwise: .fail(0))
    let visits = try Sample.facts("recipient.visits: 3")
    var facts = visits
    facts["data.encrypted"] = .known(.truth(true))
    #expect(try Sample.evaluator(facts).decide(table) == .decided(.pass))
    facts["data.encrypted"] = .known(.truth(false))
    #expect(try Sample.evaluator(facts).decide(table) == .failed(.divisionByZero))
    guard case .undetermined(let open) = try Sample.evaluator(visits).decide(table) else {
      Issue.record("decided, although an unknown fact makes the difference")
      return
    }
    #expect(open.missingFacts == ["data.encrypted"])
  }

  @Test func errorsSayWhatHappened() {
    #expect(EvaluationError.overflow.message == "a number or date in this rule is out of range")
    #expect(EvaluationError.divisionByZero.message == "this rule divides by zero")
    #expect(EvaluationError.noValueInForce(parameter: "limit").message == "`limit` has no value on this day")
  }

  static let shown: [(String, String?)] = [
    ("recipient.age", "17"), ("recipient.age / 2", "8.5"), ("consent.purposes", "newsletter, promotion"),
    ("limit", "20"),
    ("delay", "1 month"), ("request.received", nil), ("recipient.visits", nil), ("1 / 0", nil),
    ("request.answered + 1 month", "2026-02-28"),
  ]

  @Test(arguments: shown) func valuesAreShownInWords(_ source: String, _ expected: String?) throws {
    let facts = try Sample.facts(
      "recipient.age: 17; consent.purposes: newsletter promotion; request.received: absent; request.answered: 2026-01-31"
    )
    let term = try #require(Checker.term(ExpressionSource(source), in: Sample.environment).term)
    #expect(try Sample.evaluator(facts).value(term) == expected)
  }
}
