import ProvisoModel

/// Decides a rule exactly: tries every value that the unknown facts can turn out to have, as far as the rule can tell
/// them apart, and sees whether they all come to the same.
///
/// The trials form a decision tree over the unknown facts in a fixed order, with equal parts shared. A fact is missing
/// when a node of the tree asks for it. The work is bounded: past `mostTrials` the rule is undetermined by everything
/// that was open, which is true, if less than could be said.
struct CaseSplit {
  private static let mostTrials = 4096

  private let table: DecisionTable
  private let variables: [Variable]
  private let values: [[Interpreter.Guess]]
  private var tried: TriedTable
  private var tree = SharedTree()
  private var possible: Set<DecisionTable.Result> = []
  private var trials = 0

  /// What `table` comes to in `situation`.
  static func decide(_ table: DecisionTable, in situation: Situation) -> RuleDecision {
    let interpreter = Interpreter(situation)
    switch interpreter.ending(of: table) {
    case .decided(let result): return .decided(result)
    case .failed(let error): return .failed(error)
    case .open: break
    }
    var split = CaseSplit(table, interpreter)
    guard let root = split.node(from: 0) else {
      let facts = unique(split.variables.flatMap(\.facts), situation.schema)
      return .undetermined(Undetermined(possible: Set(table.results), missing: facts, deciding: []))
    }
    return split.decision(root, situation.schema)
  }

  private init(_ table: DecisionTable, _ interpreter: Interpreter) {
    self.table = table
    var variables: [Variable] = []
    for row in table.rows {
      interpreter.forEachOpenVariable(in: row.condition) { if !variables.contains($0) { variables.append($0) } }
    }
    self.variables = variables
    let domains = Domains(table, interpreter)
    values = variables.map(domains.values)
    tried = TriedTable(table, variables, values, interpreter)
  }

  /// The node for everything known so far and the variables from `number` on; nil past the bound.
  private mutating func node(from number: Int) -> Int? {
    trials += 1
    guard trials <= CaseSplit.mostTrials else { return nil }
    switch tried.ending() {
    case .decided(let result):
      possible.insert(result == .notApplicable ? .pass : result)
      if case .fail(let number) = result { return tree.leaf(.broken(gravity: table.gravity(number))) }
      return tree.leaf(.kept)
    case .failed(let error): return tree.leaf(.failed(error))
    case .open: break
    }
    // Every open atom names a variable, so there is one left.
    guard number < variables.count else { return nil }
    var children: [Int] = []
    for value in values[number].indices {
      tried.choice[number] = value
      guard let child = node(from: number + 1) else { return nil }
      children.append(child)
    }
    tried.choice[number] = -1
    return tree.node(number, children)
  }

  private func decision(_ root: Int, _ schema: FactSchema) -> RuleDecision {
    if case .failed(let error)? = tree.leaf(at: root) { return .failed(error) }
    if tree.leaf(at: root) != nil, let settled = table.settled(possible) { return settled }
    let sets = tree.decidingSets(from: root) { Set(CaseSplit.unique(variables[$0].facts, schema)) }
    let all = CaseSplit.unique(tree.variables(from: root).flatMap { variables[$0].facts }, schema)
    return .undetermined(Undetermined(possible: possible, missing: all, deciding: sets))
  }

  /// The facts a person declares: `recipient.region` is declared through `recipient.regions`.
  private static func unique(_ facts: [String], _ schema: FactSchema) -> [String] {
    var seen = Set<String>()
    return facts.map { schema[$0]?.each ?? $0 }.filter { seen.insert($0).inserted }
  }
}

/// A decision tree whose equal parts are one part.
struct SharedTree {
  enum Leaf: Hashable {
    /// The rule is kept, or does not apply.
    case kept
    case broken(gravity: Int)
    case failed(EvaluationError)
  }

  private enum Node: Hashable {
    case leaf(Leaf)
    case choice(variable: Int, children: [Int])
  }

  private var nodes: [Node] = []
  private var known: [Node: Int] = [:]

  mutating func leaf(_ leaf: Leaf) -> Int { shared(.leaf(leaf)) }

  mutating func node(_ variable: Int, _ children: [Int]) -> Int {
    if let first = children.first, children.allSatisfy({ $0 == first }) { return first }
    return shared(.choice(variable: variable, children: children))
  }

  private mutating func shared(_ node: Node) -> Int {
    if let same = known[node] { return same }
    nodes.append(node)
    known[node] = nodes.count - 1
    return nodes.count - 1
  }

  func leaf(at node: Int) -> Leaf? {
    if case .leaf(let leaf) = nodes[node] { leaf } else { nil }
  }

  /// The leaves that can be reached.
  func leaves(from root: Int) -> Set<Leaf> { Set(reachable(from: root).compactMap(leaf(at:))) }

  /// The variables asked for, in their order.
  func variables(from root: Int) -> [Int] {
    Set(reachable(from: root).compactMap { if case .choice(let variable, _) = nodes[$0] { variable } else { nil } })
      .sorted()
  }

  private func reachable(from root: Int) -> Set<Int> {
    var seen: Set<Int> = [root]
    var waiting = [root]
    while let node = waiting.popLast() {
      guard case .choice(_, let children) = nodes[node] else { continue }
      for child in children where seen.insert(child).inserted { waiting.append(child) }
    }
    return seen
  }

  // MARK: Deciding sets

  private static let mostSteps = 400
  private static let mostSets = 16

  /// The minimal sets of names of which some answers leave one leaf only; bounded like the trials.
  ///
  /// - Parameter names: what settles a variable; several variables may share a name.
  func decidingSets(from root: Int, naming names: (Int) -> Set<String>) -> [Set<String>] {
    var sets: Set<Set<String>> = []
    for leaf in leaves(from: root) {
      var memory: [Set<Int>: Set<Set<String>>] = [:]
      sets.formUnion(forcing([root], to: leaf, names, &memory))
    }
    return Array(SharedTree.minimal(sets))
  }

  /// The minimal sets of names of which some answers force all of `parts` to `leaf`.
  private func forcing(
    _ parts: Set<Int>, to leaf: Leaf, _ names: (Int) -> Set<String>, _ memory: inout [Set<Int>: Set<Set<String>>]
  ) -> Set<Set<String>> {
    var open: Set<Int> = []
    var first = Int.max
    for part in parts {
      switch nodes[part] {
      case .leaf(leaf): continue
      case .leaf: return []
      case .choice(let variable, _):
        open.insert(part)
        first = min(first, variable)
      }
    }
    if open.isEmpty { return [[]] }
    if let found = memory[open] { return found }
    guard memory.count < SharedTree.mostSteps else { return [] }
    var options: [Set<Int>] = []
    var others: Set<Int> = []
    for part in open {
      guard case .choice(first, let children) = nodes[part] else {
        others.insert(part)
        continue
      }
      if options.isEmpty { options = Array(repeating: [], count: children.count) }
      for (index, child) in children.enumerated() { options[index].insert(child) }
    }
    // Without knowing this variable, every one of its values must be forced.
    var found = forcing(options.reduce(others) { $0.union($1) }, to: leaf, names, &memory)
    for option in options {
      for set in forcing(option.union(others), to: leaf, names, &memory) { found.insert(set.union(names(first))) }
    }
    let result = SharedTree.minimal(found)
    memory[open] = result
    return result
  }

  /// The sets that contain no other, the smallest of them where there are too many.
  private static func minimal(_ sets: Set<Set<String>>) -> Set<Set<String>> {
    let least = sets.filter { set in !sets.contains { $0.count < set.count && $0.isSubset(of: set) } }
    guard least.count > mostSets else { return least }
    return Set(least.sorted { ($0.count, $0.sorted().joined()) < ($1.count, $1.sorted().joined()) }.prefix(mostSets))
  }
}
