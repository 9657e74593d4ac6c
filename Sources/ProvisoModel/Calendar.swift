/// A day of the Gregorian calendar, without a time zone.
public struct CalendarDate: Hashable, Sendable, Comparable, BitwiseCopyable {
  /// The days of the years 1 to 9999.
  static let days = -719_162...2_932_896

  /// Days since 1970-01-01.
  public let day: Int

  /// The day that is `day` days after 1970-01-01.
  public init(day: Int) { self.day = day }

  /// The given day; nil when the calendar has no such day (2026-02-30) or the year is not in 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...CalendarDate.length(ofMonth: month, year) ~= day else { return nil }
    // Counts days in the civil calendar that begins its year in March, as described by Howard Hinnant,
    // "chrono-Compatible Low-Level Date Algorithms".
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    self.day = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads `2026-11-22`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let (year, month, day) = CalendarDate.parts(of: text) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The numbers of a text that is written as a date is, whether there is such a day or not.
  static func parts(of text: some StringProtocol) -> (year: Int, month: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return (year, month, day)
  }

  /// The year, the month from 1 and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The weekday, Monday is 0 and Sunday 6.
  public var weekday: Int { ((day + 3) % 7 + 7) % 7 }

  /// The words for the days of the week, from Monday.
  public static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  /// The word for the day of the week.
  public var weekdayName: String { CalendarDate.weekdays[weekday] }

  /// The day before (negative) or after; nil out of range.
  public func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = day.addingReportingOverflow(days)
    return overflow || !CalendarDate.days.contains(sum) ? nil : CalendarDate(day: sum)
  }

  /// The same day some months later, or the last day of that month where there is no such day
  /// (31 January + 1 month is 28 or 29 February); nil out of range.
  public func adding(months: Int) -> CalendarDate? {
    let now = components
    let (total, overflow) = (now.year * 12 + now.month - 1).addingReportingOverflow(months)
    guard !overflow, total > 0 else { return nil }
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(now.day, CalendarDate.length(ofMonth: month, year)))
  }

  /// The day after `days` days from Monday to Friday; holidays are not known. Nil out of range.
  public func adding(businessDays days: Int) -> CalendarDate? {
    guard days.magnitude < 1_000_000 else { return nil }
    var date = self
    var left = days.magnitude
    while left > 0 {
      guard let next = date.adding(days: days < 0 ? -1 : 1) else { return nil }
      date = next
      if date.weekday < 5 { left -= 1 }
    }
    return date
  }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.day < right.day }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-22`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A time of day to the minute, without a time zone.
public struct TimeOfDay: Hashable, Sendable, Comparable, BitwiseCopyable, CustomStringConvertible {
  /// Minutes since midnight, 0…1439.
  public let minutes: Int

  /// The time `minutes` minutes after midnight; nil outside the day.
  public init?(minutes: Int) {
    guard 0...1439 ~= minutes else { return nil }
    self.minutes = minutes
  }

  /// Reads `08:00`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = twoDigits(parts[0]), let minute = twoDigits(parts[1]),
      0...23 ~= hour, 0...59 ~= minute
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// Orders from midnight to midnight.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
  /// `08:00`.
  public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }
}

/// A moment in time, to the second.
public struct Instant: Hashable, Sendable, Comparable, BitwiseCopyable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int
  /// Minutes east of Greenwich of the zone it was written in; its day is that of this zone.
  public let zone: Int16

  /// The moment `seconds` seconds after 1970-01-01T00:00:00Z, seen in a zone.
  public init(seconds: Int, zone: Int16 = 0) {
    self.seconds = seconds
    self.zone = zone
  }

  /// Reads ISO 8601 with a zone: `2026-11-22T18:30:00Z`, `2026-11-22T18:30+01:00`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(parts[0]),
      let zoneStart = parts[1].lastIndex(where: { "Z+-".contains($0) })
    else { return nil }
    var clock = parts[1][..<zoneStart]
    var second = 0
    if clock.utf8.count == 8, clock.dropLast(2).last == ":" {
      guard let value = twoDigits(clock.suffix(2)), 0...59 ~= value else { return nil }
      second = value
      clock = clock.dropLast(3)
    }
    guard let time = TimeOfDay(clock) else { return nil }
    var offset = 0
    let zone = parts[1][zoneStart...]
    if zone != "Z" {
      guard zone.first != "Z", let shift = TimeOfDay(zone.dropFirst()) else { return nil }
      offset = zone.first == "-" ? -shift.minutes : shift.minutes
    }
    self.init(seconds: date.day * 86_400 + (time.minutes - offset) * 60 + second, zone: Int16(offset))
  }

  private var localSeconds: Int { seconds + Int(zone) * 60 }

  /// The day in its zone.
  public var date: CalendarDate {
    CalendarDate(day: (localSeconds >= 0 ? localSeconds : localSeconds - 86_399) / 86_400)
  }

  /// Equal when they are the same moment, wherever they were written.
  public static func == (left: Instant, right: Instant) -> Bool { left.seconds == right.seconds }

  /// Hashes the moment.
  public func hash(into hasher: inout Hasher) { hasher.combine(seconds) }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// ISO 8601 in its zone: `2026-11-22T18:30:00Z`, `2026-11-22T19:30:00+01:00`.
  public var description: String {
    let time = localSeconds - date.day * 86_400
    let shift = abs(Int(zone))
    let zone = zone == 0 ? "Z" : "\(self.zone < 0 ? "-" : "+")\(padded(shift / 60, 2)):\(padded(shift % 60, 2))"
    return "\(date)T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))\(zone)"
  }
}

/// A length of time as laws count it: a month is not a number of days.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    case minutes, hours, days, weeks, months, years
    /// Monday to Friday; holidays are not known.
    case businessDays = "business days"

    /// Seconds of one unit, for the units of fixed length.
    var seconds: Int? {
      switch self {
      case .minutes: 60
      case .hours: 3600
      case .days: 86_400
      case .weeks: 604_800
      case .months, .years, .businessDays: nil
      }
    }
  }

  /// How many units.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// `count` times `unit`.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The date one period later, or earlier where `sign` is -1; periods below a day leave it. Nil out of range.
  public func after(_ date: CalendarDate, sign: Int = 1) -> CalendarDate? {
    guard count.magnitude < 10_000_000 else { return nil }
    let count = count * sign
    switch unit {
    case .months: return date.adding(months: count)
    case .years: return date.adding(months: count * 12)
    case .businessDays: return date.adding(businessDays: count)
    case .minutes, .hours, .days, .weeks: return date.adding(days: count * (unit.seconds ?? 0) / 86_400)
    }
  }

  /// The moment one period later, or earlier where `sign` is -1; nil out of range.
  public func after(_ instant: Instant, sign: Int = 1) -> Instant? {
    guard count.magnitude < 10_000_000, instant.seconds.magnitude < 400_000_000_000 else { return nil }
    if let seconds = unit.seconds {
      let later = Instant(seconds: instant.seconds + count * sign * seconds, zone: instant.zone)
      return CalendarDate.days.contains(later.date.day) ? later : nil
    }
    guard let date = after(instant.date, sign: sign) else { return nil }
    return Instant(seconds: instant.seconds + (date.day - instant.date.day) * 86_400, zone: instant.zone)
  }

  /// `24h`, `10 business days`, `1 month`.
  public var description: String {
    switch unit {
    case .hours: "\(count)h"
    default: "\(count) \(count.magnitude == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    }
  }
}

private func twoDigits(_ text: some StringProtocol) -> Int? {
  text.utf8.count == 2 && text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
