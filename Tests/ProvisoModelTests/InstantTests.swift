import ProvisoModel
import Testing

@Suite struct TimeOfDayTests {
  @Test(arguments: [("00:00", 0), ("08:05", 485), ("23:59", 1439)])
  func isReadAndPrintedToTheMinute(_ source: String, _ minutes: Int) {
    #expect(TimeOfDay(source)?.minutes == minutes)
    #expect(TimeOfDay(minutes: minutes)?.description == source)
  }

  @Test(arguments: ["", "8:00", "24:00", "08:60", "08:00:00", "0800", "+8:00", "-0:00", "08:+5", "08: 5", "٠٨:٠٠"])
  func refusesWhatIsNoTime(_ source: String) {
    #expect(TimeOfDay(source) == nil)
  }

  @Test func aDayHasNoMinuteBeyondItsEnds() {
    #expect(TimeOfDay(minutes: -1) == nil)
    #expect(TimeOfDay(minutes: 1440) == nil)
  }
}

@Suite struct InstantTests {
  static let printed: [(String, String)] = [
    ("2026-11-22T18:30:00Z", "2026-11-22T18:30:00Z"),
    ("2026-11-22T18:30Z", "2026-11-22T18:30:00Z"),
    ("2026-11-22T18:30:59+00:00", "2026-11-22T18:30:59Z"),
    ("2026-11-22T00:30+01:00", "2026-11-22T00:30:00+01:00"),
    ("2026-12-31T22:00:01-02:00", "2026-12-31T22:00:01-02:00"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ("2024-02-29T12:00-05:30", "2024-02-29T12:00:00-05:30"),
  ]

  @Test(arguments: printed) func isReadAndPrintedInItsZone(_ source: String, _ expected: String) {
    #expect(Instant(source)?.description == expected)
  }

  static let refused = [
    "", "2026-11-22", "2026-11-22T18:30:00", "2026-11-22T18:30:60Z", "2026-11-22T24:00Z", "2026-02-30T10:00Z",
    "2026-11-22t18:30Z", "2026-11-22T18:30z", "2026-11-22 18:30Z", "2026-11-22T18:30:00+0100",
    "2026-11-22T18:30:00+1:00",
    "2026-11-22T18:30Z01:00", "2026-11-22T18:30:+5Z", "2026-11-22T18:30ZZ", "2026-11-22T18:30:00.5Z", "2026-11-22TZ",
    "TZ",
    "2026-11-22T18:30+24:00",
  ]

  @Test(arguments: refused) func refusesWhatIsNoMoment(_ source: String) {
    #expect(Instant(source) == nil)
  }

  @Test func theSameMomentIsEqualInEveryZone() throws {
    let (berlin, greenwich) = (try #require(Instant("2027-01-01T00:30:00+01:00")), Instant(seconds: 1_798_759_800))
    #expect(berlin == greenwich && Set([berlin, greenwich]).count == 1)
    #expect(berlin.date.description == "2027-01-01" && greenwich.date.description == "2026-12-31")
  }

  @Test func theDayIsTheOneOfItsZone() {
    #expect(Instant(seconds: 0).date.description == "1970-01-01")
    #expect(Instant(seconds: -1).date.description == "1969-12-31")
    #expect(Instant(seconds: -86_400).date.description == "1969-12-31")
    #expect(Instant(seconds: -86_401).date.description == "1969-12-30")
    #expect(Instant(seconds: -1) < Instant(seconds: 0))
  }
}
