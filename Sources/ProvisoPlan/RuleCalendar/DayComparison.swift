import ProvisoLanguage
import ProvisoModel

/// A comparison with the day of sending on one side only, such as `optOutAt + 10 days < sending.date`.
///
/// Whatever is added to or taken from that day grows with it, so between two days on which a parameter changes its
/// answer turns once at most (of `is`, twice), and the turn is found by halving.
struct DayComparison: Hashable {
  let left: Term
  let comparison: Comparison
  let right: Term
  /// Whether the day stands on the left.
  private let isLeft: Bool

  /// The comparison in an atom; nil for any other atom, and where both sides or none read the day.
  init?(_ atom: Atom) {
    guard case .compared(let left, let comparison, let right) = atom, left.readsDay != right.readsDay else {
      return nil
    }
    (self.left, self.comparison, self.right, isLeft) = (left, comparison, right, left.readsDay)
  }

  private init(_ left: Term, _ comparison: Comparison, _ right: Term, isLeft: Bool) {
    (self.left, self.comparison, self.right, self.isLeft) = (left, comparison, right, isLeft)
  }

  /// The side that is held against the day.
  var other: Term { isLeft ? right : left }

  /// The same with a day in the place of one of the values that the other side is computed from.
  func replacing(_ term: Term, with day: CalendarDate) -> DayComparison {
    let replaced = other.replacing(term, with: .constant(.date(day)))
    return isLeft
      ? DayComparison(left, comparison, replaced, isLeft: true)
      : DayComparison(replaced, comparison, right, isLeft: false)
  }

  /// The first days of new answers.
  ///
  /// - Parameters:
  ///   - stretches: days between which no parameter changes.
  ///   - evaluator: what is asked on a day.
  func turns(in stretches: [ClosedRange<CalendarDate>], _ evaluator: (CalendarDate) -> Evaluator) -> [CalendarDate] {
    let tests: [Comparison] = comparison == .equal ? [.less, .atMost] : [comparison]
    return tests.flatMap { test in
      stretches.compactMap { stretch in
        DayComparison.turn(in: stretch) { evaluator($0).holds(.atom(.compared(left, test, right))) }
      }
    }
  }

  private static func turn(
    in stretch: ClosedRange<CalendarDate>, _ answer: (CalendarDate) -> Bool?
  ) -> CalendarDate? {
    let first = answer(stretch.lowerBound)
    guard answer(stretch.upperBound) != first else { return nil }
    var (same, other) = (stretch.lowerBound.day, stretch.upperBound.day)
    while other - same > 1 {
      let middle = same + (other - same) / 2
      if answer(CalendarDate(day: middle)) == first { same = middle } else { other = middle }
    }
    return CalendarDate(day: other)
  }
}

extension Term {
  /// Whether it is computed from the day of sending.
  var readsDay: Bool {
    var reads = false
    forEachTerm { if $0 == .fact(Fact.sendingDate) { reads = true } }
    return reads
  }

  /// The same with `new` in the place of `old`.
  fileprivate func replacing(_ old: Term, with new: Term) -> Term {
    if self == old { return new }
    return switch self {
    case .arithmetic(let left, let sign, let right):
      .arithmetic(left.replacing(old, with: new), sign, right.replacing(old, with: new))
    case .lookup(let table, let key): .lookup(table, key.replacing(old, with: new))
    case .weekday(let date): .weekday(date.replacing(old, with: new))
    case .constant, .fact, .field, .text, .parameter, .measure, .mentions, .count, .runs: self
    }
  }
}
