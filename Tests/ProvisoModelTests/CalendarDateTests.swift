import ProvisoModel
import Testing

@Suite struct CalendarDateTests {
  /// Every day of the leap rule's whole cycle, 1900 to 2300, and of the first and last years.
  @Test(arguments: [1...4, 1896...1904, 1999...2401, 9997...9999])
  func daysFollowEachOtherWithoutAGap(_ years: ClosedRange<Int>) throws {
    var expected = try #require(CalendarDate(year: years.lowerBound, month: 1, day: 1)).day
    var weekday = try #require(CalendarDate(year: years.lowerBound, month: 1, day: 1)).weekday
    var mistakes: [String] = []
    for year in years {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          if date.day != expected || date.weekday != weekday || date.components != (year, month, day) {
            mistakes.append("\(year)-\(month)-\(day) is \(date)")
          }
          expected += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(mistakes.isEmpty)
  }

  @Test func everyDayIsReadBackFromItsPrint() {
    let days = stride(from: -719_162, through: 2_932_896, by: 37)
    #expect(days.allSatisfy { CalendarDate(CalendarDate(day: $0).description) == CalendarDate(day: $0) })
  }

  static let flawed: [(text: String, problem: String)] = [
    ("2027-13-30", "`2027-13-30` is no date of the calendar: there is no month 13"),
    ("2027-00-30", "`2027-00-30` is no date of the calendar: there is no month 00"),
    ("2027-02-29", "`2027-02-29` is no date of the calendar: 2027-02 has 28 days"),
    ("2028-02-30", "`2028-02-30` is no date of the calendar: 2028-02 has 29 days"),
    ("2027-04-31", "`2027-04-31` is no date of the calendar: 2027-04 has 30 days"),
    ("0000-01-01", "`0000-01-01` is no date of the calendar: years begin with 0001"),
    ("30.6.2027", "expected a date such as `2026-11-22`, found `30.6.2027`"),
    ("2027-6-30", "expected a date such as `2026-11-22`, found `2027-6-30`"),
  ]

  @Test(arguments: flawed) func `what is no date is told why`(_ text: String, _ problem: String) {
    #expect(CalendarDate(text) == nil)
    #expect(CalendarDate.problem(of: text) == problem)
  }

  @Test func knownDaysHaveTheirNumberAndWeekday() {
    #expect(CalendarDate("1970-01-01")?.day == 0)
    #expect(CalendarDate("2000-03-01")?.day == 11_017)
    #expect(CalendarDate("0001-01-01")?.day == -719_162)
    #expect(CalendarDate("9999-12-31")?.day == 2_932_896)
    #expect(CalendarDate("2026-11-22")?.weekday == 6)
    #expect(CalendarDate("1969-12-29")?.weekday == 0)
  }

  @Test(arguments: [(2024, 29), (2023, 28), (1900, 28), (2000, 29), (2100, 28), (4, 29)])
  func februaryEndsAsTheLeapYearSays(_ year: Int, _ last: Int) {
    #expect(CalendarDate(year: year, month: 2, day: last) != nil)
    #expect(CalendarDate(year: year, month: 2, day: last + 1) == nil)
  }

  static let refused = [
    "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-30", "0000-01-01", "10000-01-01",
    "2026-11-22 ", "2026/11/22", "-026-11-22", "+026-11-22", "2026-+1-22", "2026-11-2٢", "2026-11-22-01", "26-11-2022",
  ]

  @Test(arguments: refused) func refusesWhatIsNoDay(_ source: String) {
    #expect(CalendarDate(source) == nil)
  }

  static let months: [(String, Int, String?)] = [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-12-31", 2, "2027-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2026-05-15", -5, "2025-12-15"), ("2026-08-31", 1, "2026-09-30"), ("2026-05-15", 0, "2026-05-15"),
    ("9999-12-01", 1, nil), ("0001-01-31", -1, nil), ("2026-01-01", .max, nil), ("2026-01-01", .min, nil),
  ]

  @Test(arguments: months) func monthsKeepTheDayOrTakeTheLast(_ from: String, _ months: Int, _ expected: String?) throws
  {
    #expect(try #require(CalendarDate(from)).adding(months: months)?.description == expected)
  }

  static let days: [(String, Int, String?)] = [
    ("2026-12-31", 1, "2027-01-01"), ("2026-03-01", -1, "2026-02-28"), ("9999-12-31", 1, nil), ("0001-01-01", -1, nil),
    ("2026-01-01", .max, nil), ("2026-01-01", .min, nil), ("1970-01-01", .min, nil),
  ]

  @Test(arguments: days) func daysAreCountedInsideTheCalendarOnly(_ from: String, _ days: Int, _ expected: String?)
    throws
  {
    #expect(try #require(CalendarDate(from)).adding(days: days)?.description == expected)
  }

  /// 2026-11-20 is a Friday.
  static let businessDays: [(String, Int, String?)] = [
    ("2026-11-20", 1, "2026-11-23"), ("2026-11-20", 5, "2026-11-27"), ("2026-11-20", 10, "2026-12-04"),
    ("2026-11-21", 1, "2026-11-23"), ("2026-11-22", -1, "2026-11-20"), ("2026-11-23", -1, "2026-11-20"),
    ("2026-11-21", 0, "2026-11-21"), ("9999-12-31", 1, nil), ("2026-11-20", .max, nil), ("2026-11-20", .min, nil),
  ]

  @Test(arguments: businessDays) func businessDaysPassOverWeekends(_ from: String, _ days: Int, _ expected: String?)
    throws
  {
    #expect(try #require(CalendarDate(from)).adding(businessDays: days)?.description == expected)
  }
}
