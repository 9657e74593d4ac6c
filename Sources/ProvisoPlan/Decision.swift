import ProvisoLanguage
public import ProvisoModel

/// What all rules say of one draft, with places as spans of the draft's file.
public struct Decision: Sendable {
  /// What one rule says for some of the places.
  struct Finding: Sendable {
    /// The rule's number in the plan.
    let rule: Int
    let decision: RuleDecision
    /// The places it holds for; empty when places play no part.
    let places: [String]
    let message: String
    let advice: String?
    let level: Level
    let explanation: Explanation

    var outcome: Outcome {
      switch decision {
      case .decided(.fail): .fail
      case .decided(.pass): .pass
      case .decided(.notApplicable): .notApplicable
      case .undetermined, .failed: .undetermined
      }
    }
  }

  /// The day the draft was judged for.
  public let date: CalendarDate
  /// The findings in the order of the rules.
  let findings: [Finding]
  /// How many rules came out how.
  public let counts: OutcomeCounts

  /// The worst of all outcomes.
  public var verdict: Verdict {
    var verdict = Verdict.pass
    for finding in findings {
      switch (finding.outcome, finding.level) {
      case (.fail, .block): return .block
      case (.undetermined, .block): verdict = .needsFacts
      case (.fail, .warn): if verdict == .pass { verdict = .warn }
      default: break
      }
    }
    return verdict
  }
}
