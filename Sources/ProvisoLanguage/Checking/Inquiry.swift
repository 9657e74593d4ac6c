public import ProvisoSource

/// What an expression that stands alone asks for: whether something holds, or what a value is.
public enum Inquiry: Sendable {
  case condition(Condition)
  /// A value, with the name of its type: `a number`.
  case value(Term, type: String)

  /// A condition that needs all that the expression needs, to be compiled and grouped by.
  public var needs: Condition {
    switch self {
    case .condition(let condition): condition
    case .value(let term, _): .atom(.exists(term))
    }
  }
}

extension Checker {
  /// Parses and checks an expression of either kind.
  ///
  /// - Returns: what it asks for, or nil when there are errors; and all problems.
  public static func inquiry(
    _ source: ExpressionSource, in environment: Environment
  ) -> (inquiry: Inquiry?, diagnostics: [Diagnostic]) {
    let (expression, problems) = Parser.parse(source)
    guard problems.isEmpty else { return (nil, problems) }
    var checker = Checker(source, environment)
    let (term, type) = checker.value(expression)
    // A set by itself is no value, nor is the time between two days: neither stands anywhere but in a condition.
    if [.truth, .broken, .interval].contains(type) || term == .constant(.words([])) {
      let (condition, problems) = condition(source, in: environment)
      return (condition.map(Inquiry.condition), problems)
    }
    return (
      checker.isSound ? .value(term, type: type.name) : nil, checker.diagnostics.inReadingOrder()
    )
  }
}
