import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// The variables that hold a measure of the draft's texts against a number: they are answered before any rule is looked
/// at, since most drafts are neither long nor loud.
struct MeasureTests: Sendable {
  /// One variable.
  struct Test: Sendable {
    let variable: Int
    let measure: Measure
    let scope: TextScope
    let comparison: Comparison
    /// Whether the measure is what stands on the left.
    let isLeft: Bool
    fileprivate let limit: Limit
  }

  fileprivate enum Limit {
    case constant(Number)
    case parameter(Parameter)
  }

  let tests: [Test]

  init(_ variables: [VariableTable.Variable]) { self.init(variables, Array(variables.indices)) }

  /// The same from the numbers of those variables alone.
  init(_ variables: [VariableTable.Variable], _ numbers: [Int]) {
    tests = numbers.compactMap { number in
      guard case .answer(let atom) = variables[number],
        case .compared(let left, let comparison, let right) = atom.value
      else { return nil }
      if case .measure(let measure, .scope(let scope)) = left, let limit = Limit(right) {
        return Test(
          variable: number, measure: measure, scope: scope, comparison: comparison, isLeft: true, limit: limit)
      }
      if case .measure(let measure, .scope(let scope)) = right, let limit = Limit(left) {
        return Test(
          variable: number, measure: measure, scope: scope, comparison: comparison, isLeft: false, limit: limit)
      }
      return nil
    }
  }
}

extension MeasureTests.Test {
  /// The number that the measure is held against on a day; nil where none is in force.
  func limit(on date: CalendarDate) -> Number? {
    switch limit {
    case .constant(let number): return number
    case .parameter(let parameter):
      if case .number(let number)? = parameter.value(on: date) { return number }
      return nil
    }
  }

  /// Whether a measure stands to a limit as it is asked.
  func holds(_ measured: Number, _ limit: Number) -> Bool {
    isLeft ? comparison.holds(measured, limit) : comparison.holds(limit, measured)
  }
}

extension MeasureTests.Limit {
  fileprivate init?(_ term: Term) {
    switch term {
    case .constant(.number(let number)): self = .constant(number)
    case .parameter(let parameter): self = .parameter(parameter)
    default: return nil
    }
  }
}
