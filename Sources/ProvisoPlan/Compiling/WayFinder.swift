import ProvisoLanguage
import ProvisoLogic
import ProvisoSource

/// Finds the ways through the diagram along which a rule fails, or must be looked at.
struct WayFinder {
  /// The most ways of one rule that are told apart; with more, going through them takes longer than looking at the rule.
  private static let waysPerRule = 256

  struct Way {
    let rule: Int
    /// The case that it breaks; -1 where the rule must be looked at.
    var broken: Int32 = -1
    /// What is settled before any rule is looked at.
    var steps: [Dispatch.Step] = []
    /// What must be found, one of these; empty where nothing must.
    var triggers: [Int] = []
    /// The variable whose answer must be another than that of a silent text, where the triggers alone do not tell; -1 for
    /// none.
    var test: Int32 = -1
  }

  private let diagram: Diagram
  private let table: VariableTable
  private let tests: TextTests
  private let isSettledFirst: [Bool]
  /// For each vocabulary how common it is in texts.
  private let commonness: [Double]

  init(
    _ diagram: Diagram, _ table: VariableTable, _ tests: TextTests, _ isSettledFirst: [Bool], _ commonness: [Double]
  ) {
    (self.diagram, self.table, self.tests, self.isSettledFirst) = (diagram, table, tests, isSettledFirst)
    self.commonness = commonness
  }

  /// The ways of a rule: one for each way to fail. Of a rule with too many, one for each way to fail in a text in which
  /// nothing is found, and for each way to apply where something is. A rule that is too large even for that is looked
  /// at always.
  func ways(of rule: Int, _ entry: CompiledRules.Entry) -> [Way] {
    if let failures = paths(from: entry.root) { return failures.map { way(of: rule, $0) } }
    let applying = paths(from: entry.applies)?.map { look(at: rule, along: $0.steps) } ?? [Way(rule: rule)]
    guard let root = entry.root, let (silent, triggers) = failingInSilence(root) else { return applying }
    return silent.map { look(at: rule, along: $0.steps) }
      + applying.map { way in
        var way = way
        way.triggers = triggers
        return way
      }
  }

  private func paths(from root: Reference?) -> [DiagramPath]? {
    root.flatMap { diagram.paths(from: $0, limit: WayFinder.waysPerRule, to: RuleCompiler.Terminal.isFailure) }
  }

  /// The ways to fail in a text in which nothing is found, and what must be found to fail otherwise; nil where there are
  /// too many ways.
  private func failingInSilence(_ root: Reference) -> ([DiagramPath], [Int])? {
    var possible = diagram.nothingKnown
    var triggers = Set<Int>()
    for variable in diagram.variables(from: root) {
      guard let (groups, answer) = tests.silent(variable) else { continue }
      possible[variable] = answer ? 0b10 : 0b01
      triggers.formUnion(rarest(groups))
    }
    let paths = diagram.paths(
      from: root, limit: WayFinder.waysPerRule, among: possible, to: RuleCompiler.Terminal.isFailure)
    return paths.map { ($0, triggers.sorted()) }
  }

  private func look(at rule: Int, along steps: [DiagramPath.Step]) -> Way {
    Way(rule: rule, steps: settledFirst(steps))
  }

  private func settledFirst(_ steps: [DiagramPath.Step]) -> [Dispatch.Step] {
    steps.filter { isSettledFirst[$0.variable] }.map { Dispatch.Step(variable: $0.variable, values: $0.values) }
  }

  private func way(of rule: Int, _ path: DiagramPath) -> Way {
    let others = path.steps.filter { !isSettledFirst[$0.variable] }
    var way = look(at: rule, along: path.steps)
    // The last one, since the text is asked behind everything else.
    if let last = others.last(where: differsFromSilence), let (groups, _) = tests.silent(last.variable) {
      way.triggers = rarest(groups)
      if groups.count > 1 { way.test = Int32(last.variable) }
    }
    let isDirect = others.isEmpty || others.count == 1 && isFoundAlone(others[0])
    if isDirect, case .fail(let number) = RuleCompiler.Terminal.result(path.terminal) { way.broken = Int32(number) }
    return way
  }

  /// Whether a find of any of its triggers is all that a step demands.
  private func isFoundAlone(_ step: DiagramPath.Step) -> Bool {
    guard step.values == 0b10, case .answer(let atom) = table.variables[step.variable] else { return false }
    return atom.value.isFoundAlone
  }

  /// Whether a text in which nothing is found does not take a step.
  private func differsFromSilence(_ step: DiagramPath.Step) -> Bool {
    guard let (_, answer) = tests.silent(step.variable) else { return false }
    return step.values == (answer ? 0b01 : 0b10)
  }

  /// Of groups of triggers of which each must be found, the one that texts hold most seldom.
  private func rarest(_ groups: [[Int]]) -> [Int] {
    func commonness(_ group: [Int]) -> Double {
      group.reduce(0) { $0 + (self.commonness.indices.contains($1) ? self.commonness[$1] : 0) }
    }
    return groups.min { commonness($0) < commonness($1) } ?? []
  }
}
