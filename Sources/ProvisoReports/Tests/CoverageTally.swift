import ProvisoModel

/// How many of something are covered.
struct CoverageTally {
  let covered: Int
  let total: Int

  /// `29 of 30 (96.6 %)`. The percentage is rounded down: only what is whole is 100 %.
  var text: String {
    guard total > 0 else { return "none" }
    let permille = covered * 1000 / total
    return "\(covered) of \(total) (\(permille / 10).\(permille % 10) %)"
  }
}

extension TestCoverage {
  /// Both ways of every condition.
  var conditionTally: CoverageTally {
    let seen = conditions.reduce(0) { $0 + ($1.isSeenTrue ? 1 : 0) + ($1.isSeenFalse ? 1 : 0) }
    return CoverageTally(covered: seen, total: 2 * conditions.count)
  }

  /// The cases of decision tables.
  var caseTally: CoverageTally { CoverageTally(covered: cases.count(where: \.isReached), total: cases.count) }

  /// The languages of rules and definitions.
  var languageTally: CoverageTally {
    CoverageTally(covered: languages.count(where: \.isSpoken), total: languages.count)
  }

  /// The phrases of vocabularies.
  var phraseTally: CoverageTally {
    CoverageTally(
      covered: vocabularies.reduce(0) { $0 + $1.used }, total: vocabularies.reduce(0) { $0 + $1.phrases })
  }

  /// Rules and definitions of which everything is exercised.
  var ownerTally: CoverageTally {
    let all = Set(conditions.map(\.owner))
    let open = Set(
      conditions.filter { !$0.isSeenTrue || !$0.isSeenFalse }.map(\.owner)
        + cases.filter { !$0.isReached }.map { .rule($0.ruleID) } + languages.filter { !$0.isSpoken }.map(\.owner))
    return CoverageTally(covered: all.subtracting(open).count, total: all.count)
  }
}

extension TestCoverage.Owner {
  /// The name as it is shown: a rule's id, or `define pack/name`.
  var name: String {
    switch self {
    case .rule(let id): id
    case .definition(let pack, let name): "define \(pack)/\(name)"
    }
  }
}

extension TestCoverage.Condition {
  /// What was never seen of it: `never true`, `never false`, `never decides`; nil when both ways were.
  var gap: String? {
    switch (isSeenTrue, isSeenFalse) {
    case (true, true): nil
    case (false, true): "never true"
    case (true, false): "never false"
    case (false, false): "never decides"
    }
  }
}
