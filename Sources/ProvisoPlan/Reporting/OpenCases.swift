import ProvisoLanguage
import ProvisoModel
import ProvisoPacks

/// A rule that is broken in any case, while it is open by which of several.
struct OpenCases {
  private let rule: PlannedRule
  private let numbers: [Int]
  private let situation: Situation
  private let undetermined: Undetermined?

  /// The open cases of a finding; nil where the rule may be kept, and where its case is certain.
  init?(_ finding: Decision.Finding, of rule: PlannedRule, _ situation: Situation) {
    guard finding.isBroken, finding.cases.count > 1 else { return nil }
    (self.rule, numbers, self.situation) = (rule, finding.cases, situation)
    if case .undetermined(let open) = finding.decision { undetermined = open } else { undetermined = nil }
  }

  /// The ways in which the rule may be broken, one a level, the mildest first; none where all say the same.
  ///
  /// - Parameter fill: puts values into messages.
  func told(_ fill: (Term) -> String?) -> [OpenCase] {
    let cases = numbers.map(rule.ruleCase)
    let levels = Set(cases.map(\.level)).sorted()
    let isSaid = Set(cases.map(\.message)).count == 1
    if isSaid, levels.count == 1 { return [] }
    let conditions = conditions
    return levels.map { level in
      let messages = isSaid ? [] : cases.filter { $0.level == level }.map { $0.message.filled(fill) }
      return OpenCase(level: level, condition: conditions[level], messages: messages.withoutRepetition)
    }
  }

  /// For each level the answers to one question that lead to it for certain.
  private var conditions: [Level: String] {
    let alone = undetermined?.missingSets.filter { $0.count == 1 }.joined() ?? [].joined()
    for path in alone {
      guard let definition = situation.schema[path], let answers = OpenCases.answers(definition) else { continue }
      var words: [Level: [String]] = [:]
      for answer in answers {
        if let level = level(path, answer.state) { words[level, default: []].append(answer.word) }
      }
      return words.mapValues { Atom.symbol(path, among: $0).description }
    }
    return [:]
  }

  /// How grave the rule is once a fact is known; nil where that does not tell.
  private func level(_ path: String, _ state: FactState) -> Level? {
    var facts = situation.facts
    facts[path] = state
    let answered = Situation(schema: situation.schema, facts: facts, date: situation.date, draft: situation.draft)
    switch Evaluator(answered).decide(rule.table) {
    case .decided(.fail(let number)): return rule.levels[number]
    case .broken(let numbers): return rule.levels[numbers[0]]
    case .decided, .undetermined, .failed: return nil
    }
  }

  /// Everything that can be answered; nil where that is no closed list.
  private static func answers(_ definition: FactDefinition) -> [(word: String, state: FactState)]? {
    var answers: [(word: String, state: FactState)]
    switch definition.type {
    case .truth: answers = [("yes", .known(.truth(true))), ("no", .known(.truth(false)))]
    case .symbol(let words): answers = words.map { ($0, .known(.symbol($0))) }
    case .number, .text, .texts, .symbols, .place, .places, .date, .instant, .time: return nil
    }
    if definition.canBeAbsent { answers.append(("absent", .absent)) }
    return answers
  }
}
