public import ProvisoModel

/// A form in which a calendar is written.
///
/// Every format is a pure function of the calendar and the options: the same input gives the same bytes.
public enum CalendarFormat: String, CaseIterable, Sendable {
  /// For a person at a terminal.
  case pretty
  /// For programs.
  case json

  /// The calendar as text that ends with a line feed; no control character of a draft or a pack survives.
  public func render(_ calendar: RuleCalendar, options: RenderOptions = RenderOptions()) -> String {
    switch self {
    case .pretty: CalendarPage.render(calendar, options)
    case .json: CalendarJSON.render(calendar)
    }
  }
}
