extension Verdict {
  /// The worst that outcomes of rules come to.
  public init(worstOf outcomes: some Sequence<(outcome: Outcome, level: Level)>) {
    var verdict = Verdict.pass
    for (outcome, level) in outcomes {
      switch (outcome, level) {
      case (.fail, .block):
        self = .block
        return
      case (.undetermined, .block): verdict = .needsFacts
      case (.fail, .warn): if verdict == .pass { verdict = .warn }
      default: break
      }
    }
    self = verdict
  }
}
