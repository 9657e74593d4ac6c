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

  /// The span cut before each of some days, and each cut by itself: the day before it and the day.
  func stretches(before days: some Sequence<CalendarDate>) -> [ClosedRange<CalendarDate>] {
    let cuts = Set(days.filter(hasAsNew)).sorted()
    let ends = cuts.map { CalendarDate(day: $0.day - 1) }
    let pieces = zip([first] + cuts, ends + [last]).map { $0...$1 }
    return pieces + zip(ends, cuts).map { $0...$1 }
  }
}
