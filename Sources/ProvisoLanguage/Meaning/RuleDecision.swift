/// What one rule says in one situation.
public enum RuleDecision: Hashable, Sendable {
  /// It comes out so, whatever the unknown facts turn out to be.
  case decided(DecisionTable.Result)
  /// It is broken by one of these cases, two or more of the same gravity in ascending order, whatever the unknown facts
  /// turn out to be.
  case broken([Int])
  case undetermined(Undetermined)
  /// It cannot be computed, although everything is known.
  case failed(EvaluationError)
}

/// Why a rule is undetermined.
public struct Undetermined: Hashable, Sendable {
  /// Everything it can still come to: `pass` where it may be kept or not apply, then the ways to fail.
  public let possible: [DecisionTable.Result]
  /// Every unknown fact that the outcome still depends on; those that can decide alone come first, each group in
  /// alphabetical order.
  public let missingFacts: [String]
  /// The smallest sets of facts of which some answers decide the rule: none contains another, the smallest come first.
  public let missingSets: [[String]]

  /// A rule that is not decided, from all facts it depends on and sets that decide it, in any order.
  public init(possible: Set<DecisionTable.Result>, missing: [String], deciding: [Set<String>]) {
    let fails = possible.compactMap(\.failure).sorted()
    let kept: [DecisionTable.Result] = fails.count < possible.count ? [.pass] : []
    let smallest = Set(deciding.filter { set in !deciding.contains { $0.count < set.count && $0.isSubset(of: set) } })
    let sets = smallest.map { $0.sorted() }.sorted {
      ($0.count, $0.joined(separator: " ")) < ($1.count, $1.joined(separator: " "))
    }
    let alone = missing.filter { sets.contains([$0]) }.sorted()
    self.init(
      possible: kept + fails.map(DecisionTable.Result.fail),
      missingFacts: alone + missing.filter { !alone.contains($0) }.sorted(), missingSets: sets)
  }

  /// A rule that is not decided.
  public init(possible: [DecisionTable.Result], missingFacts: [String], missingSets: [[String]]) {
    self.possible = possible
    self.missingFacts = missingFacts
    self.missingSets = missingSets
  }
}
