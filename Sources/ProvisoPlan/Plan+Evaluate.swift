public import ProvisoModel
public import ProvisoLanguage
import ProvisoPacks

extension Plan {
  /// Judges a draft.
  ///
  /// Reads nothing from outside: the same draft, facts and day give the same decision.
  ///
  /// - Parameters:
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for while its planned sending day is not known.
  ///   - rule: the id of the only rule to evaluate; nil for all.
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func evaluate(
    _ draft: Draft, facts: Facts, asOf day: CalendarDate, only rule: String? = nil
  ) throws(ScanFailure) -> Decision {
    let declared = draft.facts.overridden(by: facts)
    let evaluation = Evaluation(plan: self, text: try DraftText(draft, texts), facts: declared, asOf: day)
    return evaluation.run(rules.indices.filter { rule == nil || rules[$0].rule.id == rule })
  }
}

extension Plan {
  /// Whether a condition holds for a draft: one line an answer, one answer for each place that it tells apart.
  ///
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func answers(
    _ condition: Condition, _ draft: Draft, facts: Facts, asOf day: CalendarDate
  ) throws(ScanFailure) -> [String] {
    let table = DecisionTable(rows: [.init(condition, .pass)], otherwise: .fail(0))
    let text = try DraftText(draft, texts)
    let declared = draft.facts.overridden(by: facts)
    let grouping = AudienceGrouping([table], schema)
    return grouping.groups(declared).map { group in
      let situation = Situation(schema: schema, facts: group.facts, date: day, draft: text)
      let evaluator = Evaluator(situation)
      let places = group.places.isEmpty || !grouping.isAsked(by: table) ? "" : "\(group.places.joined(separator: ", ")): "
      switch evaluator.decide(table) {
      case .decided(let result):
        let reasons = evaluator.explain(table, result).reasons.joined(separator: "; ")
        return places + (result == .pass ? "yes" : "no") + (reasons.isEmpty ? "" : " (\(reasons))")
      case .undetermined(let open): return "\(places)unknown, depends on \(open.missingFacts.joined(separator: ", "))"
      case .failed(let error): return "\(places)cannot be computed: \(error.message)"
      }
    }
  }
}

/// One draft on its way through all rules.
private struct Evaluation {
  private let plan: Plan
  private let date: CalendarDate
  /// For each group of places what rules are evaluated against.
  private let audiences: [(places: [String], situation: Situation)]
  private let hasAudienceFacts: Bool

  init(plan: Plan, text: DraftText, facts: Facts, asOf day: CalendarDate) {
    self.plan = plan
    var date = day
    if case .known(.instant(let planned))? = facts["draft.plannedSendAt"] { date = planned.date }
    self.date = date
    hasAudienceFacts = !facts.audiences.isEmpty
    audiences = plan.audiences.groups(facts).map { group in
      (group.places, Situation(schema: plan.schema, facts: group.facts, date: date, draft: text))
    }
  }

  func run(_ rules: [Int]) -> Decision {
    var counts = OutcomeCounts()
    var findings: [Decision.Finding] = []
    for number in rules {
      let found = evaluate(number)
      findings += found
      counts.add(found.map(\.outcome).max { Evaluation.weight($0) < Evaluation.weight($1) } ?? .notApplicable)
    }
    return Decision(date: date, findings: findings, counts: counts)
  }

  private static func weight(_ outcome: Outcome) -> Int {
    switch outcome {
    case .notApplicable: 0
    case .pass: 1
    case .undetermined: 2
    case .fail: 3
    }
  }

  /// What a rule says, the places it says the same of taken together.
  private func evaluate(_ number: Int) -> [Decision.Finding] {
    let planned = plan.rules[number]
    guard planned.rule.isInForce(on: date) else { return [] }
    guard planned.asksPlace || hasAudienceFacts else {
      guard let only = audiences.first else { return [] }
      let decision = Evaluator(only.situation).decide(planned.rule.table)
      return [finding(number, decision, places: [], only.situation)]
    }
    var groups: [(decision: RuleDecision, places: [String], situation: Situation)] = []
    for audience in audiences {
      let decision = Evaluator(audience.situation).decide(planned.rule.table)
      if let same = groups.firstIndex(where: { $0.decision == decision }) {
        groups[same].places += audience.places
      } else {
        groups.append((decision, audience.places, audience.situation))
      }
    }
    return groups.map { finding(number, $0.decision, places: $0.places.sorted(), $0.situation) }
  }

  private func finding(
    _ number: Int, _ decision: RuleDecision, places: [String], _ situation: Situation
  ) -> Decision.Finding {
    let rule = plan.rules[number].rule
    let ruleCase: Rule.Case
    var explanation = Explanation.none
    switch decision {
    case .decided(.fail(let index)):
      ruleCase = rule.cases[index]
      explanation = Evaluator(situation).explain(rule.table, .fail(index))
    case .decided(let result):
      ruleCase = rule.cases[0]
      explanation = Evaluator(situation).explain(rule.table, result)
    case .undetermined(let undetermined): ruleCase = Evaluation.worst(of: undetermined, rule)
    case .failed: ruleCase = rule.cases[0]
    }
    let fill = filler(situation, places)
    return Decision.Finding(
      rule: number, decision: decision, places: places, message: ruleCase.message.filled(fill),
      advice: ruleCase.advice?.filled(fill), level: ruleCase.level, explanation: explanation)
  }

  /// The gravest way an undetermined rule may still be broken.
  private static func worst(of undetermined: Undetermined, _ rule: Rule) -> Rule.Case {
    let possible = undetermined.possible.compactMap { result in
      if case .fail(let index) = result { rule.cases[index] } else { nil }
    }
    return possible.max { $0.level < $1.level } ?? rule.cases[0]
  }

  /// Fills the slots of a message; the place is the whole group's.
  private func filler(_ situation: Situation, _ places: [String]) -> (Term) -> String? {
    { term in
      if case .fact(plan.audiences.place) = term, !places.isEmpty { return places.joined(separator: ", ") }
      return Evaluator(situation).value(term)
    }
  }
}
