/// What one rule says in one situation.
public enum RuleDecision: Hashable, Sendable {
  /// It comes out so, whatever the unknown facts turn out to be.
  case decided(DecisionTable.Result)
  case undetermined(Undetermined)
  /// It cannot be computed, although everything is known.
  case failed(EvaluationError)
}

/// Why a rule is undetermined.
public struct Undetermined: Hashable, Sendable {
  /// Everything it can still come to, in the order of the rule's rows.
  public let possible: [DecisionTable.Result]
  /// Every unknown fact that the outcome still depends on; those that can decide alone come first.
  public let missingFacts: [String]
  /// The smallest sets of facts of which some answers decide the rule: none contains another, the smallest come first.
  public let missingSets: [[String]]

  /// A rule that is not decided.
  public init(possible: [DecisionTable.Result], missingFacts: [String], missingSets: [[String]]) {
    self.possible = possible
    self.missingFacts = missingFacts
    self.missingSets = missingSets
  }
}
