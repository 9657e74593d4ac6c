public import ProvisoModel
import ProvisoSource

extension Plan {
  /// A decision in the form that people and programs read.
  ///
  /// - Parameters:
  ///   - decision: what `evaluate` said of `draft`.
  ///   - includingAll: whether kept and inapplicable rules are listed too.
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func report(
    on draft: Draft, _ decision: Decision, includingAll: Bool = false
  ) throws(ScanFailure) -> DraftReport {
    report(on: draft, decision, try DraftText(draft, texts), includingAll, QuestionMemory(self))
  }

  /// The same for texts that are scanned already.
  func report(
    on draft: Draft, _ decision: Decision, _ text: DraftText, _ includingAll: Bool, _ memory: QuestionMemory
  ) -> DraftReport {
    let reporter = Reporter(plan: self, draft: draft, decision: decision, text: text)
    let quiet = reporter.quietRules
    var channel: String?
    if case .known(.symbol(let word))? = draft.facts["draft.channel"] { channel = word }
    return DraftReport(
      path: draft.source.name, id: draft.id, channel: channel, verdict: decision.verdict,
      results: reporter.results(and: includingAll ? quiet : []).inReadingOrder,
      questions: reporter.questions(memory), counts: reporter.counts(quiet))
  }

  /// The questions worth asking next, the most deciding first.
  ///
  /// - Parameter matteringOnly: whether to ask only for rules that can still make the verdict worse.
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func questions(
    on draft: Draft, _ decision: Decision, matteringOnly: Bool
  ) throws(ScanFailure) -> [Question] {
    let certain = decision.certainLevel
    return try Reporter(plan: self, draft: draft, decision: decision, text: DraftText(draft, texts))
      .questions(QuestionMemory(self)) { !matteringOnly || $0.level > certain }
  }
}

extension [RuleResult] {
  /// What is broken comes first, then what is open and the text gives cause for, then what else is open; the gravest on
  /// top, then what needs the fewest facts, by place in the text and by rule.
  var inReadingOrder: [RuleResult] {
    func key(_ result: RuleResult) -> (Int, Int, Int, Int, String, String) {
      let outcome =
        switch result.outcome {
        case .fail: 0
        case .undetermined: result.isSuspected ? 1 : 2
        case .pass: 3
        case .notApplicable: 4
        }
      return (
        outcome, -result.level.rank, result.missingFacts.count, result.locations.first?.byteOffset ?? Int.max,
        result.ruleID, result.regions.joined(separator: ",")
      )
    }
    // Keys and numbers are sorted in place of results, which are large.
    let keys = map(key)
    return indices.sorted { keys[$0] < keys[$1] }.map { self[$0] }
  }
}

extension EvaluationMemory {
  /// Judges a draft and says it in the form that people and programs read; see `Plan.evaluate` and `Plan.report`.
  public func report(
    on draft: Draft, facts: Facts, asOf day: CalendarDate, includingAll: Bool = false
  ) throws(ScanFailure) -> DraftReport {
    let decision = try evaluate(draft, facts: facts, asOf: day, tellingApplicable: true)
    return plan.report(on: draft, decision, text, includingAll, questions)
  }
}
