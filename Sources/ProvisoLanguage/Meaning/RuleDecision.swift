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
  /// Every unknown fact that the outcome still depends on; those that can decide alone come first, each group in
  /// alphabetical order.
  public let missingFacts: [String]
  /// The smallest sets of facts of which some answers decide the rule: none contains another, the smallest come first.
  public let missingSets: [[String]]

  /// A rule that is not decided, from all facts it depends on and sets that decide it, in any order.
  public init(possible: [DecisionTable.Result], missing: [String], deciding: [Set<String>]) {
    let smallest = Set(deciding.filter { set in !deciding.contains { $0.count < set.count && $0.isSubset(of: set) } })
    let sets = smallest.map { $0.sorted() }.sorted { ($0.count, $0.joined(separator: " ")) < ($1.count, $1.joined(separator: " ")) }
    let alone = missing.filter { sets.contains([$0]) }.sorted()
    self.init(
      possible: possible, missingFacts: alone + missing.filter { !alone.contains($0) }.sorted(), missingSets: sets)
  }

  /// A rule that is not decided.
  public init(possible: [DecisionTable.Result], missingFacts: [String], missingSets: [[String]]) {
    self.possible = possible
    self.missingFacts = missingFacts
    self.missingSets = missingSets
  }
}
