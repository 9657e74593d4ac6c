import ProvisoModel

/// How many rules have results that count; a rule that is broken in one place and open in another counts twice.
struct RuleTally {
  /// Broken rules of level `warn` and above, and those of level `advice`.
  var broken = 0, advice = 0
  /// Rules that are not decided; where their results were left out, what was counted before.
  var undetermined = 0

  init() {}

  init(_ draft: DraftReport) {
    var levels: [String: Level] = [:]
    for result in draft.results(.fail) { levels[result.ruleID] = max(result.level, levels[result.ruleID] ?? .advice) }
    advice = levels.values.count { $0 == .advice }
    broken = levels.count - advice
    let isListed = draft.results.contains { $0.outcome == .undetermined }
    undetermined = isListed ? draft.undecidedRules : draft.counts.undetermined
  }

  /// Adds the rules of another draft.
  mutating func add(_ other: RuleTally) {
    broken += other.broken
    advice += other.advice
    undetermined += other.undetermined
  }
}
