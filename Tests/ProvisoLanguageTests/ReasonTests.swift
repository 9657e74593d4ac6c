import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import Testing

/// Why a rule came out as it did, in words for somebody who has not read it.
@Suite struct ReasonTests {
  static let draft = StubDraft(texts: [.text: "promo", .body: "promo", .subject: "none"])

  /// A condition that is demanded, facts, whether it holds, and why.
  static let reasons: [(condition: String, facts: String, holds: Bool, why: [String])] = [
    ("text mentions @promo", "", true, ["text says @promo"]),
    ("text mentions @way-out", "", false, ["nothing in text says @way-out"]),
    (
      "text mentions @way-out or text mentions @way-out near @promo", "", false,
      ["nothing in text says @way-out or @way-out near @promo"]
    ),
    (
      "text mentions @way-out or subject mentions @promo", "", false,
      ["nothing in text says @way-out", "nothing in subject says @promo"]
    ),
    // A regular expression tells a reader nothing.
    ("text matches /xyz/", "", false, ["nothing in text matches a pattern of the rule"]),
    ("text matches /xyz/ or text matches /zyx/", "", false, ["nothing in text matches a pattern of the rule"]),
    ("text matches /named/", "", false, ["nothing in text matches “stop and number”"]),
    ("text matches /pro/", "", true, ["text matches a pattern of the rule"]),
    ("text has detector iban", "", false, ["nothing in text has an iban"]),
    // Comparisons of the same value.
    ("recipient.age is 3", "recipient.age: 3", true, ["recipient.age is 3"]),
    ("recipient.age is 3 or recipient.age is 4", "recipient.age: 5", false, ["recipient.age is 5, neither 3 nor 4"]),
    (
      "recipient.age is 1 or recipient.age is 2 or recipient.age is 3 or recipient.age is 4", "recipient.age: 5", false,
      ["recipient.age is 5, none of the 4 in the list"]
    ),
    (
      "recipient.age is 3 or recipient.visits is 4", "recipient.age: 5; recipient.visits: 5", false,
      ["recipient.age is 5, not equal to 3", "recipient.visits is 5, not equal to 4"]
    ),
    ("recipient.age > 17", "recipient.age: 18", true, ["recipient.age is 18, above 17"]),
  ]

  @Test(arguments: reasons.indices) func `a reason is told without the signs of the language`(_ number: Int) throws {
    let (condition, facts, holds, why) = Self.reasons[number]
    let table = DecisionTable(rows: [.init(try Sample.condition(condition), .pass)], otherwise: .fail(0))
    let explanation = try Sample.evaluator(Sample.facts(facts), draft: Self.draft)
      .explain(table, [holds ? .pass : .fail(0)], naming: ["named": "stop and number"])
    #expect(explanation.reasons == why)
  }

  static func found(_ lower: Int, _ upper: Int, _ pointer: String? = nil) -> FoundText {
    FoundText(role: .body, pointer: pointer, span: Span(lower, upper))
  }

  static let quotes: [([FoundText], String)] = [
    ([], "text says @promo"), ([found(0, 5)], "text says “0-5”"),
    ([found(9, 12), found(0, 5)], "text says “0-5” and “9-12”"),
    // What overlaps is one quotation; what only touches is not.
    ([found(0, 5), found(3, 8), found(8, 9)], "text says “0-8” and “8-9”"),
    ([found(0, 5, "/a"), found(3, 8, "/b")], "text says “0-5” and “3-8”"),
    ((0..<5).map { found($0 * 10, $0 * 10 + 1) }, "text says “0-1”, “10-11”, “20-21” and 2 more"),
  ]

  @Test(arguments: quotes) func `what was found is quoted`(_ found: [FoundText], _ clause: String) throws {
    let table = DecisionTable(rows: [.init(try Sample.condition("text mentions @promo"), .pass)], otherwise: .fail(0))
    let parts = try Sample.evaluator([:], draft: Self.draft).explain(table, [.pass]).parts
    guard case .found(let subject, let words, _)? = parts.first else {
      Issue.record("nothing found")
      return
    }
    let clauses = Reason.clauses([.found(subject, words, found)]) { "\($0.span.lower)-\($0.span.upper)" }
    #expect(clauses == [clause])
  }

  /// When a rule applies, what it demands, and whether the text gives cause to ask about it.
  static let suspicions: [(when: String, require: String, isInText: Bool, why: [String])] = [
    // The text reads so, and lacks what it needs; only a fact could still help.
    (
      "text mentions @promo", "text mentions @way-out or data.encrypted", true,
      ["text says @promo", "nothing in text says @way-out"]
    ),
    (
      "draft.channel is sms", "text mentions @way-out or data.encrypted", true,
      ["draft.channel is sms", "nothing in text says @way-out"]
    ),
    // Nobody knows whether it is about such texts.
    ("draft.category is marketing", "text mentions @way-out", false, ["nothing in text says @way-out"]),
    (
      "text mentions @promo and draft.category is marketing", "text mentions @way-out", true,
      ["text says @promo", "nothing in text says @way-out"]
    ),
    // The demand is about facts only.
    ("text mentions @promo", "data.encrypted", false, ["text says @promo"]),
    ("draft.category is marketing", "data.encrypted", false, []),
  ]

  @Test(arguments: suspicions.indices) func `an open rule tells what speaks for its being broken`(
    _ number: Int
  ) throws {
    let (when, require, isInText, why) = Self.suspicions[number]
    let table = DecisionTable(
      rows: [
        .init(.negated(try Sample.condition(when)), .notApplicable), .init(try Sample.condition(require), .pass),
      ], otherwise: .fail(0))
    let evaluator = try Sample.evaluator(Sample.facts("draft.channel: sms"), draft: Self.draft)
    guard case .undetermined = evaluator.decide(table) else {
      Issue.record("it is decided")
      return
    }
    let suspicion = evaluator.suspicion(table)
    #expect(suspicion.isInText == isInText)
    #expect(suspicion.reasons == why)
  }
}
