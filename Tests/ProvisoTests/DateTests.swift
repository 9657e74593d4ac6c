import Proviso
import Testing

/// Which version of a rule a draft is judged by.
@Suite struct DateTests {
  /// The day asked for, the planned sending time, and which of the rules of `UserPack.dated` are broken.
  static let days: [(asOf: String, planned: String?, broken: [String])] = [
    ("2026-12-31", nil, ["dated.old"]),
    ("2027-01-01", nil, ["dated.length", "dated.new"]),
    ("2026-11-22", "2027-01-01T12:00:00+01:00", ["dated.length", "dated.new"]),
    ("2027-06-01", "2026-12-31T23:59:59Z", ["dated.old"]),
  ]

  @Test(arguments: days) func `the planned sending day counts, else the day asked for`(
    _ asOf: String, _ planned: String?, _ broken: [String]
  ) throws {
    #expect(try brokenRules(asOf, planned) == broken)
  }

  @Test func `the planned day is that of the zone it was written in`() throws {
    let (berlin, newYork) = ("2027-01-01T00:30:00+01:00", "2026-12-31T23:30:00-05:00")
    let broken = [try brokenRules("2026-11-22", berlin), try brokenRules("2026-11-22", newYork)]
    #expect(broken == [["dated.length", "dated.new"], ["dated.old"]])
  }

  private func brokenRules(_ asOf: String, _ planned: String?) throws -> [String] {
    var text = "channel: sms\nbody: Greeting"
    if let planned { text += "\nfacts: { draft.plannedSendAt: \"\(planned)\" }" }
    let report = try Shared.user().report(text, on: try #require(CalendarDate(asOf)))
    return report.results.filter { $0.packID == "dated" && $0.outcome == .fail }.map(\.ruleID).sorted()
  }

  @Test func `a pack past its review says since when`() throws {
    let engine = try Shared.user()
    let due = try #require(CalendarDate("2027-11-22"))
    #expect(engine.packSummaries(on: Shared.day).allSatisfy { $0.overdueSince == nil })
    #expect(engine.packSummaries(on: due).allSatisfy { $0.overdueSince == due })
  }
}
