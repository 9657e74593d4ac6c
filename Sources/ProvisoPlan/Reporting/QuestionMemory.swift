import ProvisoLanguage
import ProvisoModel

/// Keeps how much answers settle, which takes long to find out: drafts of one sender mostly leave the same open. Each
/// thread needs its own.
final class QuestionMemory {
  private let plan: Plan
  /// What is known of each audience of the present draft; bound when it is first asked for.
  private var knowledge: [Knowledge] = []
  private var isBound: [Bool] = []
  private var subject: (situations: [Situation], evaluators: [Evaluator], text: DraftText)?
  /// For each missing fact of an undetermined rule how much its answer settles.
  private var settled: [Knowledge.OpenQuestion: [Int]] = [:]
  private static let mostRemembered = 1 << 14

  init(_ plan: Plan) { self.plan = plan }

  /// Turns to a draft.
  func begin(_ situations: [Situation], _ text: DraftText) {
    subject = (situations, situations.map(Evaluator.init), text)
    while knowledge.count < situations.count { knowledge.append(Knowledge(plan.compiled)) }
    isBound = Array(repeating: false, count: knowledge.count)
  }

  /// How much the answer to each missing fact settles of a rule, in their order; see `OpenRule.settled`.
  func settled(_ undetermined: Undetermined, of rule: Int, in audience: Int) -> [Int] {
    guard let subject else { return [] }
    bind(subject.situations[audience], audience)
    let evaluator = subject.evaluators[audience]
    guard let question = knowledge[audience].openQuestion(rule, subject.text, evaluator) else {
      return undetermined.missingFacts.map { QuestionMemory.guess($0, undetermined) }
    }
    if let known = settled[question] { return known }
    var open = knowledge[audience].openRule(rule, plan.rules[rule].table, subject.text, evaluator)
    let shares = undetermined.missingFacts.map { fact in
      open?.settled(by: fact, plan.schema) ?? QuestionMemory.guess(fact, undetermined)
    }
    if settled.count >= QuestionMemory.mostRemembered { settled.removeAll(keepingCapacity: true) }
    settled[question] = shares
    return shares
  }

  /// How much an answer settles of a rule that has no diagram, guessed from the sets of facts that decide it.
  private static func guess(_ fact: String, _ undetermined: Undetermined) -> Int {
    let alone = undetermined.missingSets.contains([fact])
    return OpenRule.whole / (alone ? 2 : 2 * undetermined.missingFacts.count)
  }

  private func bind(_ situation: Situation, _ audience: Int) {
    if isBound[audience] { return }
    isBound[audience] = true
    var notice = FactBinder.Notice()
    knowledge[audience].reset()
    knowledge[audience].bind(plan.schema.coded(situation.facts), situation.facts, isLater: false, &notice)
    knowledge[audience].bind(Fact.sendingDate, .known(.date(situation.date)))
  }
}
