import ProvisoLanguage
import ProvisoLogic
import ProvisoModel

/// What is known of a plan's variables for one draft and one audience; answers are computed when they are first needed.
struct Knowledge {
  private let compiled: CompiledRules
  private let evaluator: Evaluator
  private(set) var possible: [UInt64]
  private var isComputed: [Bool]
  /// The facts that open answers depend on.
  private var openFacts: [Int: [String]] = [:]

  /// Something that the diagram cannot know; the interpreter decides then.
  struct NeedsInterpreter: Error {}

  init(_ compiled: CompiledRules, _ situation: Situation) {
    self.compiled = compiled
    evaluator = Evaluator(situation)
    possible = compiled.nothingKnown
    isComputed = Array(repeating: false, count: possible.count)
    for (path, state) in situation.facts { bind(path, state) }
    bind(Fact.sendingDate, .known(.date(situation.date)))
  }

  private mutating func bind(_ path: String, _ state: FactState) {
    for variable in compiled.variables.variablesByFact[path] ?? [] {
      switch compiled.variables.variables[variable] {
      case .fact(let fact): possible[variable] = compiled.variables.classes[fact]?.possible(state) ?? possible[variable]
      case .member(_, let word):
        var holds = false
        if case .known(.symbols(let words)) = state { holds = words.contains(word) }
        possible[variable] = holds ? 0b10 : 0b01
      case .answer: break
      }
    }
  }

  /// What a rule comes to, exactly.
  mutating func decide(_ rule: Int, _ table: DecisionTable) -> RuleDecision {
    do throws(NeedsInterpreter) {
      return try walk(compiled.entries[rule], table)
    } catch {
      return evaluator.decide(table)
    }
  }

  private mutating func walk(_ entry: CompiledRules.Entry, _ table: DecisionTable) throws(NeedsInterpreter)
    -> RuleDecision
  {
    guard var place = entry.root else { throw NeedsInterpreter() }
    while true {
      switch possible.withUnsafeBufferPointer({ compiled.diagram.follow(place, $0) }) {
      case .terminal(let terminal): return .decided(RuleCompiler.Terminal.result(terminal))
      case .open(let node, let variable):
        guard isAnswer(variable), !isComputed[variable] else { return try restricted(entry, table) }
        try compute(variable)
        place = node
      }
    }
  }

  private func isAnswer(_ variable: Int) -> Bool {
    if case .answer = compiled.variables.variables[variable] { true } else { false }
  }

  private mutating func compute(_ variable: Int) throws(NeedsInterpreter) {
    guard case .answer(let atom) = compiled.variables.variables[variable], !isComputed[variable] else { return }
    isComputed[variable] = true
    switch evaluator.answer(atom) {
    case .yes: possible[variable] = 0b10
    case .no: possible[variable] = 0b01
    case .open(let facts): openFacts[variable] = facts
    case .entangled, .failed:
      isComputed[variable] = false
      throw NeedsInterpreter()
    }
  }

  /// A rule that asks something unknown: what is left of it.
  private mutating func restricted(
    _ entry: CompiledRules.Entry, _ table: DecisionTable
  ) throws(NeedsInterpreter) -> RuleDecision {
    for variable in entry.answers { try compute(variable) }
    guard let root = entry.root, entry.entangled.allSatisfy({ evaluator.isKnown($0) }) else { throw NeedsInterpreter() }
    return possible.withUnsafeBufferPointer { possible in
      let results = Set(Restriction(compiled.diagram, root, possible).terminals.map(RuleCompiler.Terminal.result))
      if let settled = table.settled(results) { return .decided(settled) }
      let rest = Restriction(compiled.diagram, root, possible) { terminal in
        if case .fail(let number) = RuleCompiler.Terminal.result(terminal) { 1 + table.gravity(number) } else { 0 }
      }
      return .undetermined(
        Undetermined(
          possible: results, missing: facts(of: rest.variables), deciding: rest.decidingSets { Set(facts(of: [$0])) }))
    }
  }

  /// The facts a person declares to settle variables.
  private func facts(of variables: [Int]) -> [String] {
    var seen = Set<String>()
    return variables.flatMap { variable in
      switch compiled.variables.variables[variable] {
      case .fact(let path), .member(let path, _): [path]
      case .answer: openFacts[variable] ?? []
      }
    }.map(evaluator.declaredFact).filter { seen.insert($0).inserted }
  }
}
