import ProvisoModel

/// What is said of suppressions themselves.
extension RuleResult {
  static func expired(_ mark: SuppressionMark) -> RuleResult {
    RuleResult(
      about: mark, "suppression-expired", "A suppression is past its last day",
      "The suppression of \(mark.rule) ended on \(mark.expires), so its finding counts again. "
        + "\(mark.owner) answers for it: \(mark.reason)",
      advice: "Mend the draft, or agree on a new last day.")
  }

  static func unused(_ mark: SuppressionMark) -> RuleResult {
    RuleResult(
      about: mark, "suppression-unused", "A suppression suppresses nothing",
      "The rule \(mark.rule) finds nothing here that needs this suppression.", advice: "Take it out.")
  }

  static func notAllowed(_ mark: SuppressionMark) -> RuleResult {
    RuleResult(
      about: mark, "suppression-ignored", "A suppression in a draft is not allowed here",
      "The suppression of \(mark.rule) in the draft is ignored, since suppressions in drafts are not allowed.",
      advice: "Ask for an entry in the file of suppressions.", level: .advice)
  }

  private init(
    about mark: SuppressionMark, _ name: String, _ title: String, _ message: String, advice: String,
    level: Level = .warn
  ) {
    self.init(
      ruleID: "proviso.\(name)", packID: "proviso", title: title, outcome: .fail, level: level, message: message,
      reason: "", regions: [], citations: [], confidence: .general, locations: [], factsUsed: [:], missingFacts: [],
      missingSets: [], fixes: [Fix(advice: advice)], fingerprint: "\(name):\(mark.rule)")
  }
}
