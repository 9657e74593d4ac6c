public import ProvisoModel
public import ProvisoSource
import ProvisoPlan

/// An interview about one draft: it asks only what still matters, what decides most first.
///
///     var interview = Interview(about: draft, asOf: day, with: engine)
///     while let question = interview.question {
///       let problems = interview.answer(ask(question))
///       for problem in problems { show(problem.message) }
///     }
///     print(interview.report.verdict)
///
/// A value: it keeps all that was answered, and a copy goes on by itself. After each answer the draft is judged again,
/// so a fact that no undetermined rule depends on is never asked for. A question stays until it is answered or passed
/// over.
public struct Interview: Sendable {
  private let engine: Engine
  private let draft: Draft
  private let given: Facts
  private let day: CalendarDate
  private let asksAll: Bool
  /// The facts nobody could answer.
  private var unanswered: Set<String> = []

  /// The next question; nil when the interview is finished.
  public private(set) var question: InterviewQuestion?
  /// Every question that still matters, also those that nobody could answer; the most deciding first.
  public private(set) var open: [Question] = []
  /// What was answered.
  public private(set) var answers = Facts()
  /// How many questions were answered or passed over.
  public private(set) var asked = 0

  /// An interview about a draft.
  ///
  /// - Parameters:
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for, unless a planned sending day is declared.
  ///   - askingAll: whether to go on until no rule is undetermined; else until the verdict cannot change any more.
  public init(
    about draft: Draft, facts: Facts = Facts(), asOf day: CalendarDate, with engine: Engine, askingAll: Bool = false
  ) {
    (self.engine, self.draft, given, self.day, asksAll) = (engine, draft, facts, day, askingAll)
    findQuestion()
  }

  /// What was declared and answered; of what the draft itself states, the facts for some of the recipients only.
  ///
  /// An answer speaks of those for whom nothing is declared, so what is declared for some recipients stays.
  public var facts: Facts {
    Facts(
      given.states.merging(answers.states) { _, answer in answer },
      audiences: draft.facts.overridden(by: given).audiences)
  }

  /// What is known of the draft so far.
  public var report: DraftReport { engine.evaluate(draft, facts: facts, asOf: day) }

  /// Answers the question with a text that a person wrote.
  ///
  /// A choice may be named or given by its number, a place by its name or code, several values are parted by commas, and
  /// `none` says that there is none.
  ///
  /// - Returns: why the text is no answer, and then the question stays; empty when it was understood.
  public mutating func answer(_ text: String) -> [Diagnostic] {
    guard let question else { return [] }
    let written = question.written(text, engine.schema.places)
    let source = SourceFile(name: "answer", text: "\(question.fact.path)=\(written)")
    let (facts, problems) = engine.readFact(source)
    if problems.isEmpty { accept(facts[question.fact.path], for: question.fact.path) }
    return problems
  }

  /// Answers from declared facts the first of the open questions that they hold an answer to, which may make those
  /// before it needless.
  ///
  /// - Returns: whether there was one; without one the question stays.
  public mutating func answer(from facts: Facts) -> Bool {
    let known = open.first { !unanswered.contains($0.path) && facts[$0.path] != nil }
    guard let path = known?.path, let state = facts[path] else { return false }
    accept(state, for: path)
    return true
  }

  /// Passes over the question: the fact stays unknown and is not asked for again.
  public mutating func skip() {
    if let question { accept(nil, for: question.fact.path) }
  }

  private mutating func accept(_ state: FactState?, for path: String) {
    asked += 1
    // A place that was too large for a rule may be asked for again; the same answer again leads nowhere.
    if let state, state != declared(path) {
      answers[path] = state
    } else {
      unanswered.insert(path)
    }
    findQuestion()
  }

  private func declared(_ path: String) -> FactState? { facts[path] ?? draft.facts[path] }

  private mutating func findQuestion() {
    open = openQuestions()
    let next = open.first { !unanswered.contains($0.path) }
    question = next.flatMap { next in
      engine.schema[next.path].map { definition in
        var soFar: Value?
        if case .known(let value)? = declared(next.path) { soFar = value }
        return InterviewQuestion(definition, engine.schema, soFar: soFar, rules: next.rules)
      }
    }
  }

  private func openQuestions() -> [Question] {
    // A draft that cannot be scanned for want of memory cannot be asked about either; its report says so.
    guard let decision = try? engine.plan.evaluate(draft, facts: facts, asOf: day) else { return [] }
    return (try? engine.plan.questions(on: draft, decision, matteringOnly: !asksAll)) ?? []
  }
}
