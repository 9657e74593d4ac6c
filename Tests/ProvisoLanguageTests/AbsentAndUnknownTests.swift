import ProvisoLanguage
import ProvisoModel
import Testing

@Suite struct AbsentAndUnknownTests {
  /// A test of a fact, the fact, and whether the test holds when there is no such thing.
  static let operators: [(String, String, Bool)] = [
    ("consent.recorded", "consent.recorded", false),
    ("consent.recorded is no", "consent.recorded", true),
    ("recipient.age is 3", "recipient.age", false),
    ("recipient.age is not 3", "recipient.age", true),
    ("recipient.age in [3, 4]", "recipient.age", false),
    ("recipient.age not in [3, 4]", "recipient.age", true),
    ("recipient.age < 3", "recipient.age", false),
    ("recipient.age <= 3", "recipient.age", false),
    ("recipient.age > 3", "recipient.age", false),
    ("recipient.age >= 3", "recipient.age", false),
    ("recipient.age + 1 > 0", "recipient.age", false),
    ("-recipient.age < 100", "recipient.age", false),
    ("recipient.age * 0 is 0", "recipient.age", false),
    ("recipient.age / 0 > 1", "recipient.age", false),
    ("3 - recipient.age < 100", "recipient.age", false),
    ("adult", "recipient.age", false),
    ("sending.localTime < 08:00", "sending.localTime", false),
    ("request.received <= 2030-01-01", "request.received", false),
    ("sending.date - request.received <= 1 month", "request.received", false),
    ("request.received - sending.date <= 1 month", "request.received", false),
    ("consent.givenAt < sending.date", "consent.givenAt", false),
    ("consent.givenAt is known", "consent.givenAt", false),
    ("consent.givenAt is not known", "consent.givenAt", true),
    ("sender.name is known", "sender.name", false),
    ("consent.purposes is known", "consent.purposes", false),
    ("consent.purposes has newsletter", "consent.purposes", false),
    ("consent.purposes has any [newsletter, promotion]", "consent.purposes", false),
    ("consent.purposes has all [newsletter, promotion]", "consent.purposes", false),
    ("consent.purposes has no [newsletter]", "consent.purposes", true),
    ("consent.purposes within [newsletter]", "consent.purposes", true),
    ("sender.country in EEA", "sender.country", false),
    ("sender.country not in EEA", "sender.country", true),
    ("sender.country is known", "sender.country", false),
    ("weekday(request.received) is monday", "request.received", false),
    ("weekday(request.received) is not monday", "request.received", true),
    ("fee[weekday(request.received)] < 9", "request.received", false),
    ("body in sender.brandNames", "sender.brandNames", false),
    ("any button (url not in sender.brandNames)", "sender.brandNames", true),
    ("sender.name is \"Ana\"", "sender.name", false),
    ("sender.name contains \"A\"", "sender.name", false),
    ("sender.name matches /A/", "sender.name", false),
    ("sender.name mentions @promo", "sender.name", false),
    ("sender.name has detector iban", "sender.name", false),
    ("sender.name in @promo", "sender.name", false),
    ("sender.name not in @promo", "sender.name", true),
    ("text contains sender.name", "sender.name", false),
    ("text contains any sender.brandNames", "sender.brandNames", false),
    ("length(sender.name) < 3", "sender.name", false),
    ("words(sender.name) + 1 < 3", "sender.name", false),
    ("version-end[security.version] < 2050-01-01", "security.version", false),
    ("version-end[security.version] is known", "security.version", false),
    ("fee[sender.country] < 9", "sender.country", false),
    ("any button (position >= 1 and recipient.age > 3)", "recipient.age", false),
    ("count(buttons, recipient.age > 3) > 0", "recipient.age", false),
    ("count(buttons, recipient.age > 3) is 0", "recipient.age", true),
    ("runs(buttons, recipient.age > 3) > 0", "recipient.age", false),
  ]

  static let draft: StubDraft = {
    var draft = StubDraft(buttons: ["url https://a.b"])
    draft.texts[.text] = "A promo text"
    return draft
  }()

  @Test(arguments: operators)
  func aTestOfSomethingAbsentIsDecidedAndOneOfSomethingUnknownIsOpen(_ source: String, _ fact: String, _ holds: Bool)
    throws
  {
    let condition = try Sample.condition(source)
    let absent = try Sample.evaluator([fact: .absent], draft: AbsentAndUnknownTests.draft)
    #expect(absent.holds(condition) == holds)
    #expect(absent.holds(.negated(condition)) == !holds)
    let unknown = try Sample.evaluator([:], draft: AbsentAndUnknownTests.draft)
    #expect(unknown.holds(condition) == nil)
    #expect(unknown.holds(.negated(condition)) == nil)
    #expect(condition.factsRead.subtracting(["sending.date"]) == [fact])
  }

  @Test(arguments: ["draft.category", "data.encrypted", "recipient.visits", "recipient.region", "draft.purpose"])
  func whatCannotBeAbsentIsKnownWhicheverItIs(_ fact: String) throws {
    #expect(try Sample.evaluator([:]).holds(try Sample.condition("\(fact) is known")) == true)
  }

  @Test func theDayIsAlwaysKnown() throws {
    #expect(
      try Sample.evaluator([:], on: "2026-11-22").holds(try Sample.condition("sending.date is 2026-11-22")) == true)
  }

  @Test func partsOfTheMessageAreThereOrNot() throws {
    var draft = StubDraft()
    draft.texts[.header] = ""
    let evaluator = try Sample.evaluator([:], draft: draft)
    #expect(evaluator.holds(try Sample.condition("header is known")) == true)
    #expect(evaluator.holds(try Sample.condition("footer is known")) == false)
    #expect(evaluator.holds(try Sample.condition("footer is not known")) == true)
    #expect(evaluator.holds(try Sample.condition("length(footer) is 0")) == true)
  }

  /// Condition, facts, whether it holds; nil while that depends on what is not known.
  static let joined: [(String, String, Bool?)] = [
    ("data.encrypted and consent.recorded", "data.encrypted: no", false),
    ("consent.recorded and data.encrypted", "data.encrypted: no", false),
    ("consent.recorded or data.encrypted", "data.encrypted: yes", true),
    ("consent.recorded or data.encrypted", "data.encrypted: no", nil),
    ("not (consent.recorded or data.encrypted)", "data.encrypted: yes", false),
    ("data.encrypted and consent.recorded", "data.encrypted: yes; consent.recorded: absent", false),
  ]

  @Test(arguments: joined) func oneAnswerMaySettleTheWhole(_ source: String, _ facts: String, _ holds: Bool?) throws {
    #expect(try Sample.evaluator(Sample.facts(facts)).holds(try Sample.condition(source)) == holds)
  }
}
