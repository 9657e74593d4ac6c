import ProvisoLanguage
public import ProvisoModel

/// What all rules say of one draft. Rules that are kept or do not apply are not listed.
public struct Decision {
  /// What one rule says for some of the places.
  struct Finding {
    /// The rule's number in the plan.
    let rule: Int
    let decision: RuleDecision
    /// The places it holds for, in alphabetical order; empty when places play no part.
    var places: [String]
    /// The number of an audience it holds for.
    let audience: Int
    /// How grave it is; for an undetermined rule the gravest it may still become.
    let level: Level

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
  /// The broken and the undetermined rules, in the order of the plan.
  let findings: [Finding]
  /// Everything that was declared.
  let facts: Facts
  /// The numbers of the rules that were evaluated.
  let rules: [Int]

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
