import ProvisoLanguage
import ProvisoModel
import ProvisoPacks

/// The questions worth asking about a draft, the most deciding first.
///
/// A fact counts for every undetermined rule it plays a part in: as much as its answer settles of the rule on average,
/// and more for rules that would block.
struct Questions {
  private let plan: Plan
  private var scores: [String: Int] = [:]
  private var rules: [String: Set<String>] = [:]

  /// The questions of some findings.
  ///
  /// - Parameter situations: those of the audiences, over `text`.
  init(_ plan: Plan, _ findings: [Decision.Finding], _ situations: [Situation], _ text: DraftText) {
    self.plan = plan
    var knowledge: [Int: Knowledge] = [:]
    let evaluators = situations.map(Evaluator.init)
    for finding in findings {
      guard !finding.isBroken, case .undetermined(let undetermined) = finding.decision else { continue }
      var known = knowledge[finding.audience] ?? Questions.knowledge(plan, situations[finding.audience])
      let open = known.openRule(
        finding.rule, plan.rules[finding.rule].table, text, evaluators[finding.audience])
      knowledge[finding.audience] = known
      for fact in undetermined.missingFacts {
        let settled = open?.settled(by: fact, plan.schema) ?? Questions.settled(by: fact, undetermined)
        scores[fact, default: 0] += Questions.weight(finding.level) * settled
        rules[fact, default: []].insert(plan.rules[finding.rule].id)
      }
    }
  }

  private static func weight(_ level: Level) -> Int {
    switch level {
    case .block: 4
    case .warn: 2
    case .advice: 1
    }
  }

  /// How much an answer settles of a rule that has no diagram, guessed from the sets of facts that decide it.
  private static func settled(by fact: String, _ undetermined: Undetermined) -> Int {
    let alone = undetermined.missingSets.contains([fact])
    return OpenRule.whole / (alone ? 2 : 2 * undetermined.missingFacts.count)
  }

  /// What is known of an audience.
  private static func knowledge(_ plan: Plan, _ situation: Situation) -> Knowledge {
    var knowledge = Knowledge(plan.compiled)
    var notice = FactBinder.Notice()
    knowledge.bind(plan.schema.coded(situation.facts), situation.facts, &notice)
    knowledge.bind(Fact.sendingDate, .known(.date(situation.date)))
    return knowledge
  }

  // MARK: Asking

  var ordered: [Question] {
    scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap { fact, _ in
      plan.schema[fact].map { definition in
        Question(
          path: fact, text: definition.question, answers: Questions.answers(definition),
          rules: rules[fact]?.sorted() ?? [])
      }
    }
  }

  private static func answers(_ definition: FactDefinition) -> [String] {
    switch definition.type {
    case .truth: ["yes", "no"]
    case .symbol(let words), .symbols(let words): words
    case .number, .text, .texts, .place, .places, .date, .instant, .time: []
    }
  }
}
