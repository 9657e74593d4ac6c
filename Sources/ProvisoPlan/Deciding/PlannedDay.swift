import ProvisoLanguage
import ProvisoModel

/// What hangs on the day a draft is judged for: the rules in force, and what the day itself leaves possible.
final class PlannedDay {
  let date: CalendarDate
  /// The id of the only rule that counts; nil for all.
  let only: String?
  /// The numbers of the rules, and one bit for each of them.
  let numbers: [Int]
  let inForce: [UInt64]
  /// The variables that ask for the day, with what it leaves possible of them.
  let masks: [(variable: Int, mask: UInt64)]

  /// The tests of measures, with the numbers they are held against.
  let measures: [(test: MeasureTests.Test, limit: Number)]

  var isEmpty: Bool { numbers.isEmpty }

  init(_ plan: Plan, _ date: CalendarDate, only rule: String?) {
    self.date = date
    only = rule
    numbers = plan.rules.indices.filter {
      plan.rules[$0].isInForce(on: date) && (rule == nil || plan.rules[$0].id == rule)
    }
    var bits = [UInt64](repeating: 0, count: (plan.rules.count + 63) / 64)
    for number in numbers { bits[number >> 6] |= 1 << UInt64(number & 63) }
    inForce = bits
    measures = plan.compiled.measureTests.tests.compactMap { test in test.limit(on: date).map { (test, $0) } }
    let table = plan.compiled.variables
    masks = (table.variablesByFact[Fact.sendingDate] ?? []).compactMap { variable in
      guard case .fact(let path, let part) = table.variables[variable], let classes = table.classes[path]?[part]
      else { return nil }
      return (variable, classes.possible(.known(.date(date))))
    }
  }
}
