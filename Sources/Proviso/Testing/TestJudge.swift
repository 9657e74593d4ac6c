import ProvisoModel
import ProvisoPacks

/// Compares what a rule said with what its test wants.
struct TestJudge {
  private let test: RuleTest
  private let results: [RuleResult]

  init(_ test: RuleTest, _ results: [RuleResult]) {
    self.test = test
    self.results = results
  }

  var failure: String? {
    let outcome = outcome
    guard outcome == test.want else {
      return "wanted \(test.want.rawValue), got \(outcome.rawValue)\(because(outcome))"
    }
    let worst = results.filter { $0.outcome == outcome }.map(\.level).max()
    if outcome == .fail, let level = test.level, level != worst {
      return "wanted level \(level.rawValue), got \(worst?.rawValue ?? "none")\(because(outcome))"
    }
    let missing = Set(results.flatMap(\.missingFacts))
    for wanted in test.missing where !missing.contains(wanted.fact) {
      if missing.isEmpty { return "wanted \(wanted.fact) among the missing facts, but the rule is decided" }
      return "wanted \(wanted.fact) among the missing facts, got \(missing.sorted().joined(separator: ", "))"
    }
    return nil
  }

  /// The rule's outcome over all places: one failure is a failure.
  private var outcome: Outcome {
    let outcomes = Set(results.map(\.outcome))
    return [.fail, .undetermined, .pass].first(where: outcomes.contains) ?? .notApplicable
  }

  private func because(_ outcome: Outcome) -> String {
    let reason = results.first { $0.outcome == outcome }?.reason ?? "the rule is not in force on that day"
    return reason.isEmpty ? "" : ": \(reason)"
  }
}
