public import ProvisoLanguage
public import ProvisoModel
public import ProvisoSource

/// Gives written packs their meaning: imports joined, names resolved, expressions typed, rules built.
public struct PackChecker {
  let detectors: Set<String>
  let schema: FactSchema
  private let written: [String: WrittenPack]
  private var environments: [String: Environment] = [:]
  private var underWay: [String] = []
  var diagnostics: [Diagnostic] = []

  /// Checks packs that may import each other.
  ///
  /// - Parameter detectors: the names that `has detector` may use.
  /// - Returns: the packs in the order given, those with errors left out; for each pack's id the names that its
  ///   expressions may use; and all problems.
  public static func check(
    _ packs: [WrittenPack], schema: FactSchema, detectors: Set<String>
  ) -> (packs: [Pack], names: [String: Environment], diagnostics: [Diagnostic]) {
    var checker = PackChecker(packs, schema, detectors)
    let checked = packs.compactMap { checker.pack($0) }
    return (checked, checker.environments, checker.diagnostics.inReadingOrder())
  }

  private init(_ packs: [WrittenPack], _ schema: FactSchema, _ detectors: Set<String>) {
    self.schema = schema
    self.detectors = detectors
    written = Dictionary(packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for pack in packs where written[pack.id]?.source.name != pack.source.name {
      report(
        "pack.duplicate", "a pack `\(pack.id)` was given already, in \(written[pack.id]?.source.name ?? "")", pack,
        Span(0, 0))
    }
  }

  private mutating func pack(_ written: WrittenPack) -> Pack? {
    let before = diagnostics.count
    guard let environment = environment(of: written) else { return nil }
    var builder = RuleBuilder(written, environment)
    let rules = written.rules.compactMap { builder.rule($0) }
    diagnostics += builder.diagnostics
    guard !diagnostics[before...].contains(where: { $0.severity == .error }) else { return nil }
    return Pack(
      id: written.id, title: written.title, version: written.version, languages: written.languages,
      verified: written.verified, review: written.review, sources: written.sources,
      vocabularies: written.vocabularies.map(\.content), rules: rules, patterns: builder.patterns,
      source: written.source)
  }

  // MARK: Names

  /// The names a pack's expressions may use; nil when an import leads back to it.
  private mutating func environment(of pack: WrittenPack) -> Environment? {
    if let known = environments[pack.id] { return known }
    guard !underWay.contains(pack.id) else { return nil }
    underWay.append(pack.id)
    defer { underWay.removeLast() }
    var environment = Environment(schema: schema, detectors: detectors)
    for imported in pack.imports { add(imported, to: &environment, of: pack) }
    for parameter in pack.parameters {
      if let value = self.parameter(parameter, of: pack), isNew(parameter.name, parameter.span, in: environment, of: pack) {
        environment.parameters[parameter.name] = value
      }
    }
    for table in pack.tables {
      if let value = self.table(table, of: pack) { environment.tables[table.name] = value }
    }
    for vocabulary in pack.vocabularies {
      if environment.vocabularies[vocabulary.name] != nil {
        report("name.taken", "a vocabulary `@\(vocabulary.name)` is imported already", pack, vocabulary.span)
      }
      environment.vocabularies[vocabulary.name] = vocabulary.content.id
    }
    define(pack, &environment)
    environments[pack.id] = environment
    return environment
  }

  private mutating func add(_ imported: WrittenPack.Named<Void>, to environment: inout Environment, of pack: WrittenPack) {
    guard let other = written[imported.name] else {
      report(
        "import.unknown", "unknown pack `\(imported.name)`", pack, imported.span,
        help: nearestName(to: imported.name, in: written.keys.sorted()).map { "did you mean `\($0)`?" })
      return
    }
    guard let names = self.environment(of: other) else {
      report("import.cycle", "`\(pack.id)` imports itself through `\(imported.name)`", pack, imported.span)
      return
    }
    environment.definitions.merge(names.definitions) { own, _ in own }
    environment.parameters.merge(names.parameters) { own, _ in own }
    environment.tables.merge(names.tables) { own, _ in own }
    environment.vocabularies.merge(names.vocabularies) { own, _ in own }
  }

  private mutating func isNew(_ name: String, _ span: Span, in environment: Environment, of pack: WrittenPack) -> Bool {
    let isTaken =
      schema[name] != nil || environment.definitions[name] != nil || environment.parameters[name] != nil
      || TextScope(rawValue: name) != nil || ItemKind.allCases.contains { $0.plural == name }
    if isTaken { report("name.taken", "the name `\(name)` is taken", pack, span) }
    return !isTaken
  }

  private mutating func define(_ pack: WrittenPack, _ environment: inout Environment) {
    let own = Dictionary(pack.definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var visiting: Set<String> = []
    var done: Set<String> = []
    func visit(_ definition: WrittenPack.Named<ExpressionSource>) {
      guard !done.contains(definition.name) else { return }
      guard visiting.insert(definition.name).inserted else {
        report("define.cycle", "`\(definition.name)` is defined by itself", pack, definition.span)
        return
      }
      for name in definition.content.names.sorted() { own[name].map(visit) }
      if done.insert(definition.name).inserted,
        isNew(definition.name, definition.span, in: environment, of: pack)
      {
        let (condition, problems) = Checker.condition(definition.content, in: environment)
        diagnostics += problems
        environment.definitions[definition.name] = condition ?? .constant(false)
      }
    }
    for definition in pack.definitions { visit(definition) }
  }

  // MARK: Values

  private mutating func parameter(
    _ parameter: WrittenPack.Named<[(from: CalendarDate, value: ExpressionSource)]>, of pack: WrittenPack
  ) -> Parameter? {
    let values = parameter.content.compactMap { dated in
      literal(dated.value).map { Parameter.Dated(from: dated.from, value: $0) }
    }
    guard values.count == parameter.content.count, haveOneType(values.map(\.value)) else {
      if values.count == parameter.content.count {
        report("parameter.type", "the values of `\(parameter.name)` are not all of one type", pack, parameter.span)
      }
      return nil
    }
    return Parameter(name: parameter.name, values: values)
  }

  private mutating func table(
    _ table: WrittenPack.Named<[(key: String, value: ExpressionSource?)]>, of pack: WrittenPack
  ) -> Table? {
    var rows: [String: Literal] = [:]
    for row in table.content {
      if let value = row.value { rows[row.key] = literal(value) }
    }
    guard haveOneType(Array(rows.values)) else {
      report("table.type", "the values of `\(table.name)` are not all of one type", pack, table.span)
      return nil
    }
    return Table(name: table.name, rows: rows)
  }

  private mutating func literal(_ source: ExpressionSource) -> Literal? {
    let (literal, problems) = Literal.read(source)
    diagnostics += problems
    return literal
  }

  private func haveOneType(_ literals: [Literal]) -> Bool {
    guard let first = literals.first else { return false }
    return literals.allSatisfy { $0.hasType(of: first) }
  }

  private mutating func report(_ id: String, _ message: String, _ pack: WrittenPack, _ span: Span, help: String? = nil) {
    diagnostics.append(Diagnostic(id, message, in: pack.source.name, at: span, help: help))
  }
}
