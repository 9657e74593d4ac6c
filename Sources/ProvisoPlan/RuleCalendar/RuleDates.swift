import ProvisoLanguage
import ProvisoModel

/// What makes a rule come out differently on another day, besides its own first and last.
struct RuleDates {
  private(set) var comparisons: [DayComparison] = []
  private(set) var parameters: [Parameter] = []
  /// Whether it hangs on the day of the week, which changes every day and means nothing to a calendar.
  private(set) var asksWeekday = false

  init(_ table: DecisionTable) {
    for row in table.rows { row.condition.forEachNestedAtom { add($0) } }
  }

  private mutating func add(_ atom: Atom) {
    if let comparison = DayComparison(atom), !comparisons.contains(comparison) { comparisons.append(comparison) }
    atom.forEachTerm { term in
      switch term {
      case .parameter(let parameter): if !parameters.contains(parameter) { parameters.append(parameter) }
      case .weekday(let day): if day.readsDay { asksWeekday = true }
      default: break
      }
    }
  }
}

/// The days between two given ones.
struct DaySpan {
  let first: CalendarDate, last: CalendarDate

  /// Whether something is new on a day: the first does not count, since everything is as it is then.
  func hasAsNew(_ day: CalendarDate) -> Bool { first < day && day <= last }

  /// The span cut before each of some days.
  func stretches(before days: some Sequence<CalendarDate>) -> [ClosedRange<CalendarDate>] {
    let starts = [first] + Set(days.filter(hasAsNew)).sorted()
    // A turn on the first day of a stretch is that stretch's own beginning, which counts by itself.
    return zip(starts, starts.dropFirst().map { CalendarDate(day: $0.day - 1) } + [last]).map { $0...$1 }
  }
}
