import ProvisoModel
import Testing

@Suite struct PeriodTests {
  static let printed: [(Period, String)] = [
    (Period(24, .hours), "24h"), (Period(1, .hours), "1h"), (Period(1, .months), "1 month"),
    (Period(0, .days), "0 days"),
    (Period(10, .businessDays), "10 business days"), (Period(1, .businessDays), "1 business day"),
    (Period(-1, .weeks), "-1 week"),
    (Period(.min, .years), "\(Int.min) years"),
  ]

  @Test(arguments: printed) func isPrintedAsItIsWritten(_ period: Period, _ expected: String) {
    #expect(period.description == expected)
  }

  static let dates: [(String, Period, Int, String?)] = [
    ("2026-01-31", Period(1, .months), 1, "2026-02-28"), ("2026-03-31", Period(1, .months), -1, "2026-02-28"),
    ("2024-02-29", Period(1, .years), 1, "2025-02-28"), ("2026-11-20", Period(10, .businessDays), 1, "2026-12-04"),
    ("2026-11-22", Period(2, .weeks), -1, "2026-11-08"), ("2026-11-22", Period(24, .hours), 1, "2026-11-23"),
    ("2026-11-22", Period(23, .hours), 1, "2026-11-22"), ("2026-11-22", Period(90, .minutes), -1, "2026-11-22"),
    ("2026-11-22", Period(8000, .years), 1, nil), ("2026-11-22", Period(.max, .days), 1, nil),
    ("2026-11-22", Period(.min, .days), 1, nil), ("2026-11-22", Period(9_999_999, .weeks), 1, nil),
    ("2026-11-22", Period(9_999_999, .businessDays), -1, nil),
  ]

  @Test(arguments: dates) func movesADayAsLawsCount(_ from: String, _ period: Period, _ sign: Int, _ expected: String?)
    throws
  {
    #expect(period.after(try #require(CalendarDate(from)), sign: sign)?.description == expected)
  }

  static let moments: [(String, Period, Int, String?)] = [
    ("2026-11-22T18:30:00Z", Period(24, .hours), 1, "2026-11-23T18:30:00Z"),
    ("2026-11-22T00:10:00Z", Period(20, .minutes), -1, "2026-11-21T23:50:00Z"),
    ("2026-01-31T18:30:15Z", Period(1, .months), 1, "2026-02-28T18:30:15Z"),
    ("2026-11-20T23:59:59Z", Period(1, .businessDays), 1, "2026-11-23T23:59:59Z"),
    ("2026-11-22T18:30:00Z", Period(.min, .minutes), 1, nil),
    ("2026-11-22T18:30:00Z", Period(9_999_999, .weeks), 1, nil),
    ("9999-12-31T23:59:59Z", Period(1, .minutes), 1, nil), ("0001-01-01T00:00:00Z", Period(1, .hours), -1, nil),
    ("9999-12-31T23:59:59Z", Period(1, .months), 1, nil),
  ]

  @Test(arguments: moments)
  func movesAMomentAndKeepsItsTimeOfDay(_ from: String, _ period: Period, _ sign: Int, _ expected: String?) throws {
    #expect(period.after(try #require(Instant(from)), sign: sign)?.description == expected)
  }
}
