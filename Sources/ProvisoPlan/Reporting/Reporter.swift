import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource

/// Puts a decision into words: messages filled, reasons told, places located.
struct Reporter {
  let plan: Plan
  let draft: Draft
  let decision: Decision
  private let locator: Locator
  /// The situations of the audiences that findings name.
  private let situations: [Situation]
  private let text: DraftText

  /// The most places named of one result: enough for any message that people read, and a bound for those they don't.
  private static let mostPlaces = 50

  /// - Parameter text: the texts of `draft`, scanned.
  init(plan: Plan, draft: Draft, decision: Decision, text: DraftText) {
    self.plan = plan
    self.draft = draft
    self.decision = decision
    locator = Locator(draft)
    text.attach(draft)
    self.text = text
    let hasAudiences = decision.groups.contains { $0.audience != nil }
    let audiences = hasAudiences ? decision.facts.audiences : []
    situations = decision.groups.map { group in
      Situation(
        schema: plan.schema, facts: decision.stated.states, later: decision.declared.states,
        own: plan.audiences.ownStates(audiences, of: group), date: decision.date, draft: text)
    }
  }

  /// The results of broken and undetermined rules, and of others.
  func results(and quiet: [QuietRule] = []) -> [RuleResult] { decision.findings.map(result) + quiet.map(result) }

  /// The questions worth asking, the most deciding first.
  ///
  /// - Parameters:
  ///   - memory: what earlier drafts taught.
  ///   - accepts: which findings they are about.
  func questions(
    _ memory: QuestionMemory, about accepts: (Decision.Finding) -> Bool = { _ in true }
  ) -> [Question] {
    Questions(plan, decision.findings.filter(accepts), situations, text, memory).ordered
  }

  /// How many rules came out how.
  ///
  /// - Parameter quiet: all rules of which there is no finding.
  func counts(_ quiet: [QuietRule]) -> OutcomeCounts {
    var counts = OutcomeCounts()
    for findings in Dictionary(grouping: decision.findings, by: \.rule).values {
      counts.add(findings.contains { $0.outcome == .fail } ? .fail : .undetermined)
    }
    for rule in quiet { counts.add(rule.outcome) }
    return counts
  }

  // MARK: Rules without a finding

  /// A rule that is kept or does not apply.
  struct QuietRule {
    let number: Int
    let isInapplicable: Bool

    var outcome: Outcome { isInapplicable ? .notApplicable : .pass }
  }

  /// The rules of which there is no finding.
  var quietRules: [QuietRule] {
    let loud = Set(decision.marks.map { Int($0.rule) })
    return decision.rules.filter { !loud.contains($0) }
      .map { QuietRule(number: $0, isInapplicable: !decision.mayApply($0)) }
  }

  private func result(_ quiet: QuietRule) -> RuleResult {
    let rule = plan.rules[quiet.number]
    let explanation = Evaluator(situations[0]).explain(
      rule.table, [quiet.isInapplicable ? .notApplicable : .pass], naming: plan.patternNames)
    return RuleResult(
      ruleID: rule.id, packID: plan.packs[rule.pack].id, title: rule.title, outcome: quiet.outcome, level: rule.level,
      message: rule.title, reason: words(explanation.parts), regions: [], citations: rule.citations,
      confidence: rule.confidence, locations: [], factsUsed: explanation.facts, missingFacts: [], missingSets: [],
      fixes: [], fingerprint: fingerprint(rule, []))
  }

  // MARK: Findings

  private func result(_ finding: Decision.Finding) -> RuleResult {
    let planned = plan.rules[finding.rule]
    let situation = situations[finding.audience]
    var explanation = Explanation.none
    var open = Undetermined(possible: [], missingFacts: [], missingSets: [])
    if case .undetermined(let undetermined) = finding.decision { open = undetermined }
    if finding.isBroken {
      explanation = Evaluator(situation).explain(
        planned.table, finding.cases.map { .fail($0) }, naming: plan.patternNames)
    } else if case .undetermined = finding.decision {
      explanation = Evaluator(situation).suspicion(planned.table, naming: plan.patternNames)
    }
    let said = SaidOfCases(finding, of: planned)
    let places = explanation.places.filter { $0.span.length > 0 }.prefix(Reporter.mostPlaces)
    let fill = filler(situation, finding.places)
    var result = RuleResult(
      ruleID: planned.id, packID: plan.packs[planned.pack].id, title: planned.title,
      outcome: finding.outcome, level: finding.level, message: said.message?.filled(fill) ?? planned.title,
      reason: reason(finding, explanation), regions: finding.places, citations: citations(said, finding.places),
      confidence: said.confidence, locations: places.map(locator.location), factsUsed: explanation.facts,
      missingFacts: open.missingFacts,
      missingSets: open.missingSets,
      fixes: said.advice.map { Fix(advice: advice($0.filled(fill), said.remedy)) },
      fingerprint: fingerprint(planned, places))
    result.remedy = said.remedy
    result.isSuspected = finding.outcome == .undetermined && explanation.isInText
    result.openCases = OpenCases(finding, of: planned, situation)?.told(fill) ?? []
    return result
  }

  /// The law behind cases, without that of other places than those a finding holds for.
  private func citations(_ said: SaidOfCases, _ places: [String]) -> [Citation] {
    let table = plan.schema.places
    let all = said.citations
    guard !places.isEmpty else { return all }
    let fitting = all.filter { citation in
      citation.places.isEmpty || places.contains { table.share(of: $0, in: citation.places) != .none }
    }
    return fitting.isEmpty ? all : fitting
  }

  /// Fills the slots of a message; the place is the whole group's.
  private func filler(_ situation: Situation, _ places: [String]) -> (Term) -> String? {
    { term in
      if case .fact(plan.audiences.place) = term, !places.isEmpty { return places.joined(separator: ", ") }
      return Evaluator(situation).value(term)
    }
  }

  private func reason(_ finding: Decision.Finding, _ explanation: Explanation) -> String {
    let parts = explanation.parts
    switch finding.decision {
    case .failed(let error): return error.message
    case .undetermined(let open) where parts.isEmpty:
      return "it depends on \(open.missingFacts.joined(separator: ", "))"
    case .decided, .broken, .undetermined: break
    }
    // The explanation was made for one audience of those that the finding holds for.
    return words(
      parts.map { part in
        guard case .fact(let path, _) = part, path == plan.audiences.place, finding.places.count > 1 else {
          return part
        }
        return .oneOf(path, finding.places)
      })
  }

  private func words(_ reasons: [Reason]) -> String {
    Reason.clauses(reasons, quoting: Surroundings(draft: draft).quotation).joined(separator: "; ")
  }

  /// Advice with the very texts that a machine would put in: where it quotes them in another language, it quotes them
  /// in that of the draft.
  private func advice(_ advice: String, _ remedy: Remedy?) -> String {
    let path = TextInLanguages.languagesFact
    guard let remedy, case .known(.symbols(let languages))? = decision.declared[path] ?? decision.stated[path] else {
      return advice
    }
    return remedy.texts.reduce(advice) { $1.replaced(in: $0, for: Array(languages)) }
  }

  private func fingerprint(_ rule: PlannedRule, _ places: ArraySlice<FoundText>) -> String {
    let texts = places.map(Surroundings(draft: draft).text).sorted()
    let key = ([rule.id, draft.source.name, draft.id ?? ""] + texts).joined(separator: "\u{0}")
    return String(SHA256.hexDigest(of: Array(key.utf8)).prefix(16))
  }
}
