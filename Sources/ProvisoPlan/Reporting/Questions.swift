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
  /// - Parameters:
  ///   - situations: those of the audiences, over `text`.
  ///   - memory: what earlier drafts taught.
  init(
    _ plan: Plan, _ findings: [Decision.Finding], _ situations: [Situation], _ text: DraftText,
    _ memory: QuestionMemory
  ) {
    self.plan = plan
    memory.begin(situations, text)
    for finding in findings {
      guard !finding.isBroken, case .undetermined(let undetermined) = finding.decision else { continue }
      let settled = memory.settled(undetermined, of: finding.rule, in: finding.audience)
      for (fact, share) in zip(undetermined.missingFacts, settled) {
        scores[fact, default: 0] += Questions.weight(finding.level) * share
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

  // MARK: Asking

  var ordered: [Question] {
    scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap { fact, score in
      plan.schema[fact].map { definition in
        Question(
          path: fact, text: definition.question, answers: Questions.answers(definition),
          rules: rules[fact]?.sorted() ?? [], scope: definition.scope, weight: score)
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
