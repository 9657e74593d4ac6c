import ProvisoLanguage
import ProvisoModel
import ProvisoPacks

/// The questions worth asking about a draft, the most deciding first.
///
/// A fact counts for every undetermined rule it plays a part in: much where it can decide the rule alone, less where
/// it takes others with it, and more for rules that would block.
struct Questions {
  private let plan: Plan
  private var scores: [String: Int] = [:]
  private var rules: [String: Set<String>] = [:]

  init(_ plan: Plan, _ decision: Decision) {
    self.plan = plan
    for finding in decision.findings {
      guard case .undetermined(let undetermined) = finding.decision else { continue }
      let weight =
        switch finding.level {
        case .block: 4
        case .warn: 2
        case .advice: 1
        }
      for fact in undetermined.missingFacts {
        let smallest = undetermined.missingSets.filter { $0.contains(fact) }.map(\.count).min()
        scores[fact, default: 0] += weight * (smallest == 1 ? 6 : smallest == 2 ? 3 : 1)
        rules[fact, default: []].insert(plan.rules[finding.rule].id)
      }
    }
  }

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
