import ProvisoModel

/// What the rules say of a draft at some point of time.
struct DraftState {
  /// What a rule says for some places.
  fileprivate struct Said: Hashable {
    let outcome: Outcome, level: Level
    let places: [String]
  }

  private let plan: Plan
  private let draft: Draft
  /// What each broken or undetermined rule says, by its number.
  private var said: [Int: Set<Said>] = [:]
  /// The decision about all rules, and later ones about single rules.
  private let first: Decision
  private var latest: [Int: Decision] = [:]

  /// What `decision` says, of `rules` only.
  init(_ plan: Plan, _ draft: Draft, _ decision: Decision, _ rules: some Collection<Int>) {
    (self.plan, self.draft, first) = (plan, draft, decision)
    let rules = Set(rules)
    for finding in decision.findings where rules.contains(finding.rule) {
      said[finding.rule, default: []].insert(Said(finding))
    }
  }

  var verdict: Verdict { said.values.joined().map { Verdict(of: $0.outcome, $0.level) }.max() ?? .pass }

  /// Notes a decision about one rule; nil when it says the same as before.
  mutating func change(of rule: Int, to decision: Decision) throws(ScanFailure) -> DraftTimeline.Change? {
    let now = Set(decision.findings.map(Said.init))
    guard now != said[rule] ?? [] else { return nil }
    let change = DraftTimeline.Change(
      before: said[rule] == nil ? [] : try results(of: rule, latest[rule] ?? first),
      after: try results(of: rule, decision))
    said[rule] = now.isEmpty ? nil : now
    latest[rule] = decision
    return change
  }

  /// The results of a rule, the worst first.
  private func results(of rule: Int, _ decision: Decision) throws(ScanFailure) -> [RuleResult] {
    let text = try DraftText(draft, plan.texts)
    return Reporter(plan: plan, draft: draft, decision: decision, text: text).results()
      .filter { $0.ruleID == plan.rules[rule].id }.inReadingOrder
  }
}

extension DraftState.Said {
  fileprivate init(_ finding: Decision.Finding) {
    self.init(outcome: finding.outcome, level: finding.level, places: finding.places)
  }
}
