import ProvisoLanguage
import ProvisoModel

/// An atom that holds one fact against one constant: `x <= 3`, `2026-01-01 < sending.date`.
struct Threshold {
  let fact: String
  let comparison: Comparison
  let value: Value
  /// Whether the fact stands on the right.
  let isReversed: Bool

  /// The threshold in an atom; nil when it compares anything else.
  init?(_ atom: Atom, _ schema: FactSchema) {
    guard case .compared(let left, let comparison, let right) = atom else { return nil }
    self.comparison = comparison
    switch (left, right) {
    case (.fact(let path), .constant(let literal)):
      guard let value = Threshold.value(literal, schema[path]?.type) else { return nil }
      (fact, self.value, isReversed) = (path, value, false)
    case (.constant(let literal), .fact(let path)):
      guard let value = Threshold.value(literal, schema[path]?.type) else { return nil }
      (fact, self.value, isReversed) = (path, value, true)
    default: return nil
    }
  }

  private static func value(_ literal: Literal, _ type: ValueType?) -> Value? {
    switch (literal, type) {
    case (.number(let number), .number): .number(number)
    case (.date(let date), .date), (.date(let date), .instant): .date(date)
    case (.time(let time), .time): .time(time)
    default: nil
    }
  }

  /// Whether the fact fulfils the atom when it stands so to the constant: -1 below, 0 equal, 1 above.
  func holds(_ side: Int) -> Bool {
    switch comparison {
    case .equal: side == 0
    case .less: isReversed ? side > 0 : side < 0
    case .atMost: isReversed ? side >= 0 : side <= 0
    }
  }
}
