import ProvisoLanguage
import ProvisoLogic
import ProvisoModel
import ProvisoSource

/// All rules of a plan in one diagram, with what an evaluation must know of each.
struct CompiledRules: Sendable {
  /// What is known of a rule besides its root.
  struct Entry: Sendable, Storable {
    /// Where its questions begin; nil for a rule whose diagram would be too large.
    let root: Reference?
    /// Where the questions begin whether it applies; nil where that alone would be too large.
    let applies: Reference?
    /// The variables of its diagram that are computed from the draft.
    let answers: [Int]
    /// Facts that several of its variables hang on in ways the diagram does not know; while one of them is unknown,
    /// the interpreter decides the rule.
    let entangled: Set<String>
  }

  let variables: VariableTable
  let diagram: Diagram
  let entries: [Entry]
  /// The roots of `entries`, and where the questions begin whether each applies.
  let roots: [Reference?], applicability: [Reference?]
  let dispatch: Dispatch
  /// What is possible while nothing is known.
  let nothingKnown: [UInt64]
  /// For each variable whether it is computed from the draft.
  let isAnswer: [Bool]
  let textTests: TextTests
  let factAnswers: FactAnswers
  let measureTests: MeasureTests
  /// The place of an audience, where rules ask for it.
  private let place: (path: String, variable: Int)?
  let binder: FactBinder

  /// Compiles the rules of a plan.
  init(_ rules: [DecisionTable], _ texts: TextTables, _ schema: FactSchema) {
    variables = VariableTable(rules, schema)
    let (diagram, compiled) = RuleCompiler.compile(rules + rules.map(\.applicability), variables, schema)
    let roots = Array(compiled.prefix(rules.count))
    self.diagram = diagram
    nothingKnown = diagram.nothingKnown
    assert(diagram.violation() == nil)
    let table = variables
    (self.roots, applicability) = (roots, Array(compiled.suffix(rules.count)))
    entries = zip(roots, applicability).map { root, applies in
      let support = root.map { diagram.variables(from: $0) } ?? []
      return Entry(
        root: root, applies: applies,
        answers: support.filter { if case .answer = table.variables[$0] { true } else { false } },
        entangled: Entanglement.facts(of: support.map { table.variables[$0] }, schema))
    }
    textTests = TextTests(variables.variables, texts, schema)
    factAnswers = FactAnswers(variables.variables, schema)
    measureTests = MeasureTests(variables.variables)
    (isAnswer, binder) = CompiledRules.derived(variables, factAnswers, schema)
    var isSettledFirst = zip(isAnswer, factAnswers.includes).map { !$0 || $1 }
    for test in measureTests.tests { isSettledFirst[test.variable] = true }
    dispatch = Dispatch(diagram, entries, variables, textTests, isSettledFirst: isSettledFirst, texts)
    place = CompiledRules.place(variables, schema)
  }

  /// The variable that asks for the place of an audience, and what a place leaves possible of it.
  var placeVariable: Int? { place?.variable }

  func placeMask(_ code: String?) -> UInt64 {
    guard let place else { return 0 }
    guard let code else { return nothingKnown[place.variable] }
    return variables.classes[place.path]?.first?.possible(.known(.place(code))) ?? nothingKnown[place.variable]
  }

  /// What is computed anew from a plan that was read back.
  private static func derived(
    _ table: VariableTable, _ answers: FactAnswers, _ schema: FactSchema
  ) -> ([Bool], FactBinder) {
    (table.variables.map { if case .answer = $0 { true } else { false } }, FactBinder(table, answers, schema))
  }

  private static func place(_ table: VariableTable, _ schema: FactSchema) -> (path: String, variable: Int)? {
    guard let path = AudienceGrouping.place(schema),
      let variable = table.variables.firstIndex(of: .fact(path, part: 0))
    else { return nil }
    return (path, variable)
  }
}

extension CompiledRules {
  /// Everything that cannot be computed at once.
  func store(in writer: inout ByteWriter) {
    variables.store(in: &writer)
    writer.write(diagram, entries)
    writer.write(textTests, factAnswers, measureTests.tests.map(\.variable))
    dispatch.store(in: &writer)
  }

  /// What `store` wrote.
  init(from reader: inout ByteReader, _ schema: FactSchema) throws(DamagedBytes) {
    variables = try VariableTable(from: &reader, schema)
    diagram = try reader.read()
    entries = try reader.read()
    (roots, applicability) = (entries.map(\.root), entries.map(\.applies))
    textTests = try reader.read()
    factAnswers = try reader.read()
    measureTests = MeasureTests(variables.variables, try reader.read([Int].self))
    dispatch = try Dispatch(from: &reader)
    nothingKnown = diagram.nothingKnown
    (isAnswer, binder) = CompiledRules.derived(variables, factAnswers, schema)
    place = CompiledRules.place(variables, schema)
  }
}

extension CompiledRules.Entry {
  func store(in writer: inout ByteWriter) { writer.write(root, applies, answers, entangled) }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      root: try reader.read(), applies: try reader.read(), answers: try reader.read(), entangled: try reader.read())
  }
}
