import ProvisoLanguage
import ProvisoModel
import Testing

@Suite struct TimeInterpretationTests {
  /// Condition, facts, whether it holds.
  static let periods: [(String, String, Bool)] = [
    (
      "request.answered - request.received <= 1 month", "request.received: 2026-01-31; request.answered: 2026-02-28",
      true
    ),
    (
      "request.answered - request.received <= 1 month", "request.received: 2026-01-31; request.answered: 2026-03-01",
      false
    ),
    (
      "request.answered - request.received < 1 month", "request.received: 2026-01-15; request.answered: 2026-02-15",
      false
    ),
    (
      "request.answered - request.received >= 1 month", "request.received: 2026-01-15; request.answered: 2026-02-15",
      true
    ),
    (
      "request.answered - request.received > 30 days", "request.received: 2026-02-01; request.answered: 2026-03-03",
      false
    ),
    (
      "request.answered - request.received <= 1 year", "request.received: 2024-02-29; request.answered: 2025-02-28",
      true
    ),
    (
      "request.answered - request.received <= 1 year", "request.received: 2024-02-29; request.answered: 2025-03-01",
      false
    ),
    (
      "request.answered - request.received <= 10 business days",
      "request.received: 2026-11-20; request.answered: 2026-12-04", true
    ),
    (
      "request.answered - request.received <= 10 business days",
      "request.received: 2026-11-20; request.answered: 2026-12-05", false
    ),
    (
      "request.answered - request.received <= 2 weeks", "request.received: 2026-11-20; request.answered: 2026-12-04",
      true
    ),
    (
      "request.answered - request.received <= delay", "request.received: 2026-11-20; request.answered: 2026-12-20", true
    ),
    ("weekday(request.received) is monday", "request.received: 2026-11-23", true),
    ("weekday(request.received) is monday", "request.received: 2026-11-22", false),
    ("weekday(request.received) in [saturday, sunday]", "request.received: 2026-11-22", true),
    ("weekday(request.received - 1 day) is not saturday", "request.received: 2026-11-22", false),
    ("weekday(consent.givenAt) is sunday", "consent.givenAt: 2026-11-22T23:59:59Z", true),
    ("weekday(sending.date) is sunday", "", true),
    ("request.answered < request.received", "request.received: 2026-11-20; request.answered: 2026-11-19", true),
    ("request.received + 1 month - 1 month is 2026-01-28", "request.received: 2026-01-31", true),
    // A period below a day turns a day into a moment, counted from its midnight.
    (
      "consent.givenAt < request.received + 24h", "request.received: 2026-11-21; consent.givenAt: 2026-11-21T23:59:59Z",
      true
    ),
    (
      "consent.givenAt < request.received + 24h", "request.received: 2026-11-21; consent.givenAt: 2026-11-22T00:00:00Z",
      false
    ),
    (
      "consent.givenAt - request.received <= 24h",
      "request.received: 2026-11-21; consent.givenAt: 2026-11-22T00:00:00Z", true
    ),
    (
      "consent.givenAt - request.received <= 24h",
      "request.received: 2026-11-21; consent.givenAt: 2026-11-22T00:00:01Z", false
    ),
    (
      "consent.givenAt - request.received <= 1 day",
      "request.received: 2026-11-21; consent.givenAt: 2026-11-22T23:59:59Z", true
    ),
    ("consent.givenAt + 90 minutes < 2026-11-22", "consent.givenAt: 2026-11-21T22:30:00Z", false),
    ("consent.givenAt + 89 minutes < 2026-11-22", "consent.givenAt: 2026-11-21T22:30:00Z", true),
    ("consent.givenAt + 1 month < 2026-03-01", "consent.givenAt: 2026-01-31T10:00:00Z", true),
    // A moment is compared with a day by its own day, in UTC.
    ("consent.givenAt is 2026-11-22", "consent.givenAt: 2026-11-22T18:00:00Z", true),
    ("consent.givenAt <= 2026-11-22", "consent.givenAt: 2026-11-22T23:59:59Z", true),
    ("consent.givenAt < 2026-11-22", "consent.givenAt: 2026-11-22T00:30:00+01:00", false),
    ("2026-11-22 < consent.givenAt", "consent.givenAt: 2026-11-22T23:59:59Z", false),
    ("sending.localTime < 08:00", "sending.localTime: 07:59", true),
    ("sending.localTime < 08:00 or sending.localTime >= 21:00", "sending.localTime: 08:00", false),
    // On 2026-11-22.
    ("sending.date - consent.givenAt <= 24h", "consent.givenAt: 2026-11-21T18:30:00Z", true),
    ("sending.date - consent.givenAt <= 24h", "consent.givenAt: 2026-11-20T18:30:00Z", false),
  ]

  @Test(arguments: periods) func periodsAreCountedAsLawsDo(_ source: String, _ facts: String, _ holds: Bool) throws {
    #expect(try Sample.evaluator(Sample.facts(facts)).holds(try Sample.condition(source)) == holds)
  }

  /// Condition, day, whether it holds.
  static let dated: [(String, String, Bool?)] = [
    ("recipient.visits <= limit", "2026-06-30", false), ("recipient.visits <= limit", "2026-07-01", true),
    ("recipient.visits <= limit", "2020-01-01", false), ("recipient.visits <= limit", "2019-12-31", nil),
    ("draft.category in ad-kinds", "2026-06-30", false), ("draft.category in ad-kinds", "2026-07-01", true),
    ("recipient.region in watched", "2026-06-30", false), ("recipient.region in watched", "2030-01-01", true),
    ("sending.date >= 2026-07-01", "2026-07-01", true), ("sending.date >= 2026-07-01", "2026-06-30", false),
  ]

  @Test(arguments: dated) func aValueHoldsFromItsFirstDayUntilTheNext(_ source: String, _ day: String, _ holds: Bool?)
    throws
  {
    let facts = try Sample.facts("recipient.visits: 15; draft.category: utility; recipient.region: BR")
    #expect(try Sample.evaluator(facts, on: day).holds(try Sample.condition(source)) == holds)
  }
}
