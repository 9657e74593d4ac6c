import ProvisoLanguage
import ProvisoLogic
import ProvisoModel
import ProvisoSource

/// What is known of a plan's variables for one draft and one audience; answers are computed when they are first needed.
/// Its memory is used again.
struct Knowledge {
  private let compiled: CompiledRules
  private(set) var possible: [UInt64]
  private var isComputed: [Bool]
  private var computed: [Int] = []
  /// The facts that open answers depend on.
  private var openFacts: [Int: [String]] = [:]

  private var search: TerminalSearch
  private var standing: StandingAnswers

  /// A rule with what is known of everything it can ask: whenever that is the same, so is what is said of the rule.
  struct OpenQuestion: Hashable {
    fileprivate let rule: Int
    fileprivate let possible: [UInt64]
    /// For each variable the facts that its answer is open for.
    fileprivate let open: [[String]]
  }

  /// What was said of undecided rules. Drafts of one sender mostly leave the same open, and to find the smallest sets
  /// of deciding facts takes long.
  private var remembered: [OpenQuestion: RuleDecision] = [:]
  private static let mostRemembered = 1 << 14
  /// For rules that were undecided, the variables they can ask.
  private var asked: [Int: [Int]] = [:]

  /// A rule with all that its decision rests on.
  private struct SplitQuestion: Hashable {
    let rule: Int
    let footing: Footing
  }

  /// What the interpreter said, which takes long where it splits many cases.
  private var split: [SplitQuestion: RuleDecision] = [:]
  /// For rules that the interpreter decided, the facts they read.
  private var facts: [Int: [String]] = [:]

  /// Something that the diagram cannot know; the interpreter decides then.
  struct NeedsInterpreter: Error {}

  init(_ compiled: CompiledRules) {
    self.compiled = compiled
    possible = compiled.nothingKnown
    isComputed = Array(repeating: false, count: possible.count)
    search = TerminalSearch(compiled.diagram)
    standing = StandingAnswers(compiled.factAnswers)
  }

  /// Forgets everything that is not sure to stand for the next draft.
  mutating func reset() {
    reset(to: compiled.nothingKnown)
    standing.reset()
  }

  /// Makes use of the answers to the drafts before, where they rest on the same facts and the same day. The draft must
  /// have one set of facts for all recipients.
  mutating func renewStandingAnswers(_ stated: CodedFacts, _ later: CodedFacts, on date: CalendarDate) {
    standing.renew(stated, later, on: date, &possible)
  }

  /// Goes back to what was known at some moment, without taking memory.
  mutating func reset(to base: [UInt64]) {
    base.withUnsafeBufferPointer { base in
      possible.withUnsafeMutableBufferPointer { _ = $0.update(fromContentsOf: base) }
    }
    forgetAnswers()
  }

  private mutating func forgetAnswers() {
    for variable in computed { isComputed[variable] = false }
    computed.removeAll(keepingCapacity: true)
    if !openFacts.isEmpty { openFacts.removeAll() }
  }

  /// Notes what coded facts say.
  ///
  /// - Parameter isLater: whether they were declared besides what the draft states.
  mutating func bind(
    _ coded: CodedFacts, _ states: [String: FactState], isLater: Bool, _ notice: inout FactBinder.Notice
  ) {
    compiled.binder.bind(coded, states, isLater: isLater, &possible, &standing.declared, &notice)
  }

  /// Notes one fact by its name.
  mutating func bind(_ path: String, _ state: FactState) {
    for variable in compiled.variables.variablesByFact[path] ?? [] {
      switch compiled.variables.variables[variable] {
      case .fact(let fact, let part):
        possible[variable] = compiled.variables.classes[fact]?[part].possible(state) ?? possible[variable]
      case .member(_, let word):
        var holds = false
        if case .known(.symbols(let words)) = state { holds = words.contains(word) }
        possible[variable] = holds ? 0b10 : 0b01
      case .answer: break
      }
    }
  }

  /// Notes what is known of one variable.
  mutating func bind(_ variable: Int, _ mask: UInt64) { possible[variable] = mask }

  /// What a rule comes to, exactly.
  ///
  /// - Parameters:
  ///   - text: what was found in the draft's texts.
  ///   - evaluator: answers everything; made when it is first asked for.
  mutating func decide(
    _ rule: Int, _ table: @autoclosure () -> DecisionTable, _ text: DraftText, _ evaluator: () -> Evaluator
  ) -> RuleDecision {
    do throws(NeedsInterpreter) {
      if let settled = try walk(rule, text, evaluator) { return .decided(settled) }
      return try restricted(rule, table(), text, evaluator)
    } catch {
      return interpreted(rule, table(), evaluator())
    }
  }

  /// What a rule comes to, if what is known leads to one end or to no failure; nil where it may fail.
  private mutating func walk(
    _ rule: Int, _ text: DraftText, _ evaluator: () -> Evaluator
  ) throws(NeedsInterpreter) -> DecisionTable.Result? {
    guard var place = compiled.roots[rule] else {
      if let applies = compiled.applicability[rule], try !canFail(from: applies, text, evaluator) {
        return .notApplicable
      }
      throw NeedsInterpreter()
    }
    while true {
      switch possible.withUnsafeBufferPointer({ compiled.diagram.follow(place, $0) }) {
      case .terminal(let terminal): return RuleCompiler.Terminal.result(terminal)
      case .open(let node, let variable):
        if canAnswer(variable) {
          try compute(variable, text, evaluator)
          place = node
        } else if try canFail(from: node, text, evaluator) {
          return nil
        } else {
          return .pass
        }
      }
    }
  }

  private func canAnswer(_ variable: Int) -> Bool { compiled.isAnswer[variable] && !isComputed[variable] }

  /// Whether any way on from `place` still leads to a failure, whatever the unknown facts turn out to be. Only the
  /// answers are computed that a way asks for.
  private mutating func canFail(
    from place: Reference, _ text: DraftText, _ evaluator: () -> Evaluator
  ) throws(NeedsInterpreter) -> Bool {
    search.begin(at: place)
    while true {
      let event = possible.withUnsafeBufferPointer { possible in
        search.advance(
          possible, canAnswer: { compiled.isAnswer[$0] && !isComputed[$0] },
          wanted: RuleCompiler.Terminal.isFailure)
      }
      switch event {
      case .found: return true
      case .exhausted: return false
      case .asks(let variable): try compute(variable, text, evaluator)
      }
    }
  }

  /// Whether a rule applies, or may apply once the unknown facts are known.
  mutating func mayApply(
    _ rule: Int, _ table: @autoclosure () -> DecisionTable, _ text: DraftText, _ evaluator: () -> Evaluator
  ) -> Bool {
    do throws(NeedsInterpreter) {
      guard let applies = compiled.applicability[rule] else { throw NeedsInterpreter() }
      return try canFail(from: applies, text, evaluator)
    } catch {
      return !evaluator().isInapplicable(table())
    }
  }

  private mutating func compute(
    _ variable: Int, _ text: DraftText, _ evaluator: () -> Evaluator
  ) throws(NeedsInterpreter) {
    guard !isComputed[variable], possible[variable] == 0b11 else { return }
    isComputed[variable] = true
    computed.append(variable)
    if let answer = compiled.textTests.answer(variable, text.found, isPlain: text.isPlain) {
      possible[variable] = answer ? 0b10 : 0b01
      return
    }
    if let facts = standing.openFacts(variable) {
      openFacts[variable] = facts
      return
    }
    guard case .answer(let atom) = compiled.variables.variables[variable] else { return }
    switch evaluator().answer(atom.value) {
    case .yes: possible[variable] = 0b10
    case .no: possible[variable] = 0b01
    case .open(let facts): openFacts[variable] = facts
    case .entangled, .failed:
      isComputed[variable] = false
      throw NeedsInterpreter()
    }
    standing.keep(variable, possible[variable], open: openFacts[variable])
  }

  /// A rule that asks something unknown: what is left of it.
  private mutating func restricted(
    _ rule: Int, _ table: DecisionTable, _ text: DraftText, _ evaluator: () -> Evaluator
  ) throws(NeedsInterpreter) -> RuleDecision {
    let root = try root(of: rule, text, evaluator)
    let question = question(rule, root)
    if let said = remembered[question] { return said }
    let said = undecided(table, root, evaluator())
    if remembered.count >= Knowledge.mostRemembered { remembered.removeAll(keepingCapacity: true) }
    remembered[question] = said
    return said
  }

  /// What the interpreter says of a rule.
  private mutating func interpreted(_ rule: Int, _ table: DecisionTable, _ evaluator: Evaluator) -> RuleDecision {
    let facts = facts[rule] ?? table.rows.reduce(into: Set<String>()) { $0.formUnion($1.condition.factsRead) }.sorted()
    self.facts[rule] = facts
    guard let footing = evaluator.footing(of: table, reading: facts) else { return evaluator.decide(table) }
    let question = SplitQuestion(rule: rule, footing: footing)
    if let said = split[question] { return said }
    let said = evaluator.decide(table)
    if split.count >= Knowledge.mostRemembered { split.removeAll(keepingCapacity: true) }
    split[question] = said
    return said
  }

  /// What is known of everything that a rule can ask.
  private mutating func question(_ rule: Int, _ root: Reference) -> OpenQuestion {
    let asked = asked[rule] ?? compiled.diagram.variables(from: root)
    self.asked[rule] = asked
    return OpenQuestion(
      rule: rule, possible: asked.map { possible[$0] },
      open: openFacts.isEmpty ? [] : asked.map { openFacts[$0] ?? [] })
  }

  /// What is left of a rule, in full.
  private func undecided(_ table: DecisionTable, _ root: Reference, _ evaluator: Evaluator) -> RuleDecision {
    let results = possible.withUnsafeBufferPointer { possible in
      Set(Restriction(compiled.diagram, root, possible).terminals.map(RuleCompiler.Terminal.result))
    }
    if let settled = table.settled(results) { return settled }
    let rest = rest(from: root, table)
    return .undetermined(
      Undetermined(
        possible: results, missing: facts(of: rest.variables, evaluator),
        deciding: rest.decidingSets { Set(facts(of: [$0], evaluator)) }))
  }

  /// Where the questions of a rule begin, with everything computed that it asks of the draft.
  private mutating func root(
    of rule: Int, _ text: DraftText, _ evaluator: () -> Evaluator
  ) throws(NeedsInterpreter) -> Reference {
    let entry = compiled.entries[rule]
    for variable in entry.answers { try compute(variable, text, evaluator) }
    let evaluator = evaluator()
    guard let root = entry.root, entry.entangled.allSatisfy({ evaluator.isKnown($0) }) else { throw NeedsInterpreter() }
    return root
  }

  /// What is left of a rule; ways to end that are equally grave count as one.
  private func rest(from root: Reference, _ table: DecisionTable) -> Restriction {
    possible.withUnsafeBufferPointer { possible in
      Restriction(compiled.diagram, root, possible) { terminal in
        RuleCompiler.Terminal.result(terminal).failure.map { 1 + table.gravity($0) } ?? 0
      }
    }
  }

  /// What is known of everything that a rule can ask; nil for one that the interpreter decides.
  mutating func openQuestion(_ rule: Int, _ text: DraftText, _ evaluator: Evaluator) -> OpenQuestion? {
    guard let root = try? root(of: rule, text, { evaluator }) else { return nil }
    return question(rule, root)
  }

  /// What is left of an undetermined rule; nil for one that the interpreter decides.
  mutating func openRule(_ rule: Int, _ table: DecisionTable, _ text: DraftText, _ evaluator: Evaluator) -> OpenRule? {
    guard let root = try? root(of: rule, text, { evaluator }) else { return nil }
    let rest = rest(from: root, table)
    let variables = rest.variables.map { variable in
      OpenRule.Variable(
        number: variable, meaning: compiled.variables.variables[variable], possible: possible[variable],
        facts: facts(of: [variable], evaluator))
    }
    return OpenRule(rest, variables, compiled.variables)
  }

  /// The facts a person declares to settle variables.
  private func facts(of variables: [Int], _ evaluator: Evaluator) -> [String] {
    var seen = Set<String>()
    return variables.flatMap { variable in
      switch compiled.variables.variables[variable] {
      case .fact(let path, _), .member(let path, _): [path]
      case .answer: openFacts[variable] ?? []
      }
    }.map(evaluator.declaredFact).filter { seen.insert($0).inserted }
  }
}
