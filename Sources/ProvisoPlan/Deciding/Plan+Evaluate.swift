public import ProvisoModel
public import ProvisoLanguage
import ProvisoLogic
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
    let text = try DraftText(draft, texts)
    return Evaluation(plan: self, text: text, facts: draft.facts.overridden(by: facts), asOf: day).run(only: rule)
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
      let places =
        group.places.isEmpty || !grouping.isAsked(by: table) ? "" : "\(group.places.joined(separator: ", ")): "
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
  private let text: DraftText
  private let date: CalendarDate
  private let audiences: [Decision.Audience]
  private let hasAudienceFacts: Bool

  init(plan: Plan, text: DraftText, facts: Facts, asOf day: CalendarDate) {
    self.plan = plan
    self.text = text
    var date = day
    if case .known(.instant(let planned))? = facts[Fact.plannedSending] { date = planned.date }
    self.date = date
    hasAudienceFacts = !facts.audiences.isEmpty
    audiences = plan.audiences.groups(facts).map { group in
      let situation = Situation(schema: plan.schema, facts: group.facts, date: date, draft: text)
      return Decision.Audience(places: group.places, situation: situation)
    }
  }

  func run(only rule: String?) -> Decision {
    let rules = plan.rules.indices.filter { number in
      let planned = plan.rules[number]
      return planned.isInForce(on: date) && (rule == nil || planned.id == rule)
    }
    let wanted = Set(rules)
    var byRule: [Int: [Decision.Finding]] = [:]
    for number in audiences.indices {
      var knowledge = Knowledge(plan.compiled, audiences[number].situation)
      let candidates = plan.compiled.dispatch
        .candidates(knowledge.possible, plan.compiled.diagram.domains, found: text.triggers)
      for rule in candidates where wanted.contains(rule) {
        let dependsOnPlace = plan.rules[rule].asksPlace || hasAudienceFacts
        guard number == 0 || dependsOnPlace else { continue }
        let decision = knowledge.decide(rule, plan.rules[rule].table)
        add(decision, of: rule, number, dependsOnPlace ? audiences[number].places : [], to: &byRule[rule, default: []])
      }
    }
    let findings = byRule.keys.sorted().flatMap { byRule[$0] ?? [] }
    return Decision(date: date, findings: findings, audiences: audiences, rules: rules)
  }

  /// Adds what a rule says of an audience; audiences of which it says the same are taken together.
  private func add(
    _ decision: RuleDecision, of rule: Int, _ audience: Int, _ places: [String], to findings: inout [Decision.Finding]
  ) {
    let level: Level
    switch decision {
    case .decided(.pass), .decided(.notApplicable): return
    case .decided(.fail(let number)): level = plan.rules[rule].cases[number].level
    case .undetermined(let open):
      level = plan.rules[rule].worstCase(of: open).level
      // Only how grave it is stays open: broken it is in any case, and people should see where.
      if let mildest = plan.rules[rule].certainFailure(in: open) {
        add(.decided(mildest), of: rule, audience, places, to: &findings)
      }
    case .failed: level = plan.rules[rule].level
    }
    if let same = findings.firstIndex(where: { $0.decision == decision }) {
      findings[same].places = (findings[same].places + places).sorted()
    } else {
      findings.append(
        Decision.Finding(rule: rule, decision: decision, places: places, audience: audience, level: level))
    }
  }
}
