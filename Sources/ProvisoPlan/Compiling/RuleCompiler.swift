import ProvisoLanguage
import ProvisoLogic
import ProvisoModel

/// Writes rules into one shared diagram.
struct RuleCompiler {
  /// The most nodes of one rule's diagram. A rule that needs more is left to the interpreter.
  static let nodesPerRule = 4000
  /// The most nodes that are made on the way there, most of which are dropped again.
  private static let madePerRule = 5 * nodesPerRule

  /// The terminals: 0 and 1 end conditions, 2 is a rule that is kept or does not apply, 3 and up its ways to fail.
  enum Terminal {
    static let kept = 2

    static func number(of result: DecisionTable.Result) -> Int {
      switch result {
      case .pass, .notApplicable: kept
      case .fail(let number): kept + 1 + number
      }
    }

    static func isFailure(_ terminal: Int) -> Bool { terminal > kept }

    static func result(_ terminal: Int) -> DecisionTable.Result {
      isFailure(terminal) ? .fail(terminal - kept - 1) : .pass
    }
  }

  private let table: VariableTable
  private let schema: FactSchema
  private let terminal: (DecisionTable.Result) -> Int
  private let numbers: [VariableTable.Variable: Int]
  private var builder: DiagramBuilder
  private var memory: [Condition: Reference] = [:]

  private init(_ table: VariableTable, _ schema: FactSchema, _ terminal: @escaping (DecisionTable.Result) -> Int) {
    self.table = table
    self.schema = schema
    self.terminal = terminal
    numbers = table.numbers
    builder = DiagramBuilder(domains: table.domains, limit: 0)
  }

  /// The diagram of `tables`, and for each of them its root; nil for one that grew too large.
  ///
  /// - Parameter terminal: the terminal of each result, from 2 up.
  static func compile(
    _ tables: [DecisionTable], _ table: VariableTable, _ schema: FactSchema,
    terminal: @escaping (DecisionTable.Result) -> Int = Terminal.number
  ) -> (diagram: Diagram, roots: [Reference?]) {
    var compiler = RuleCompiler(table, schema, terminal)
    let roots = tables.map { compiler.root(of: $0) }
    let diagram = compiler.builder.freeze(roots.compactMap(\.self))
    var frozen = diagram.roots.makeIterator()
    return (diagram, roots.map { $0 == nil ? nil : frozen.next() })
  }

  private mutating func root(of rule: DecisionTable) -> Reference? {
    builder.allow(furtherNodes: RuleCompiler.madePerRule)
    do throws(TooLarge) {
      var rest = Reference.terminal(terminal(rule.otherwise))
      for row in rule.rows.reversed() {
        rest = try builder.choose(
          try reference(row.condition), then: .terminal(terminal(row.result)), otherwise: rest)
      }
      return builder.hasAtMost(RuleCompiler.nodesPerRule, from: rest) ? rest : nil
    } catch {
      return nil
    }
  }

  private mutating func reference(_ condition: Condition) throws(TooLarge) -> Reference {
    if let made = memory[condition] { return made }
    let made: Reference
    switch condition {
    case .constant(let value): made = value ? .yes : .no
    case .not(let inner): made = try builder.not(try reference(inner))
    case .all(let parts):
      var all = Reference.yes
      for part in try lastAskedFirst(parts) { all = try builder.and(part, all) }
      made = all
    case .any(let parts):
      var any = Reference.no
      for part in try lastAskedFirst(parts) { any = try builder.or(part, any) }
      made = any
    case .atom(.present(let path)) where schema[path]?.canBeAbsent == false: made = .yes
    case .atom(let atom):
      guard let (variable, values) = reading(of: atom) else { throw TooLarge() }
      made = try builder.test(variable, values: values)
    }
    memory[condition] = made
    return made
  }

  /// The parts in the order in which joining them makes the fewest nodes: what is asked first stands on top of the rest,
  /// while a part below it would have all above made anew.
  private mutating func lastAskedFirst(_ parts: [Condition]) throws(TooLarge) -> [Reference] {
    var references: [Reference] = []
    for part in parts { references.append(try reference(part)) }
    let ranked = references.enumerated().map { (variable: builder.firstVariable(of: $1), place: $0, reference: $1) }
    return ranked.sorted { ($1.variable, $1.place) < ($0.variable, $0.place) }.map(\.reference)
  }

  /// The variable an atom asks, with a bit for each value for which it holds.
  private func reading(of atom: Atom) -> (variable: Int, values: UInt64)? {
    let variable = VariableTable.Variable(atom, schema, part: { table.parts[$0] })
    guard let number = numbers[variable] else { return nil }
    switch variable {
    case .fact(let path, let part): return table.classes[path].map { (number, $0[part].values(for: atom, schema)) }
    case .member, .answer: return (number, 0b10)
    }
  }
}
