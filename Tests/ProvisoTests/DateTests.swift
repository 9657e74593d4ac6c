import Proviso
import Testing

/// Which version of a rule a draft is judged by.
@Suite struct DateTests {
  /// The day asked for, the planned sending time, and the outcomes of `dated.length`, `dated.old` and `dated.new`.
  static let days: [(asOf: String, planned: String?, outcomes: [[String]])] = [
    ("2026-12-31", nil, [["pass"], ["fail"], []]),
    ("2027-01-01", nil, [["fail"], [], ["fail"]]),
    ("2026-11-22", "2027-01-01T00:00:00+01:00", [["fail"], [], ["fail"]]),
    ("2027-06-01", "2026-12-31T23:59:59Z", [["pass"], ["fail"], []]),
    // The day is that of the sender's clock, not of Greenwich.
    ("2026-11-22", "2026-12-31T23:30:00-05:00", [["pass"], ["fail"], []]),
  ]

  @Test(arguments: days) func `the planned sending day counts, else the day asked for`(
    _ asOf: String, _ planned: String?, _ outcomes: [[String]]
  ) throws {
    var text = "channel: sms\nbody: Greeting"
    if let planned { text += "\nfacts: { draft.plannedSendAt: \"\(planned)\" }" }
    let report = try Shared.user().report(text, on: try #require(CalendarDate(asOf)))
    #expect(["dated.length", "dated.old", "dated.new"].map(report.outcomes) == outcomes)
  }

  @Test func `a pack past its review says since when`() throws {
    let engine = try Shared.user()
    let due = try #require(CalendarDate("2027-11-22"))
    #expect(engine.packSummaries(on: Shared.day).allSatisfy { $0.overdueSince == nil })
    #expect(engine.packSummaries(on: due).allSatisfy { $0.overdueSince == due })
  }
}
