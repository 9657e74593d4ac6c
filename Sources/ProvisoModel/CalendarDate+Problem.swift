extension CalendarDate {
  /// What is wrong with a text that is no date, in one sentence: how dates are written, or why there is no such day.
  public static func problem(of text: some StringProtocol) -> String {
    guard let (year, month, _) = parts(of: text) else { return "expected a date such as `2026-11-22`, found `\(text)`" }
    let reason =
      if year == 0 {
        "years begin with 0001"
      } else if 1...12 ~= month {
        "\(text.prefix(7)) has \(length(ofMonth: month, year)) days"
      } else {
        "there is no month \(text.dropFirst(5).prefix(2))"
      }
    return "`\(text)` is no date of the calendar: \(reason)"
  }
}
