public import ProvisoLanguage
public import ProvisoModel
public import ProvisoSource

/// Gives written packs their meaning: imports joined, names resolved, expressions typed, rules built.
public struct PackChecker {
  let detectors: Set<String>
  let schema: FactSchema
  private let written: [String: WrittenPack]
  private var environments: [String: Environment] = [:]
  private let known: Set<String>
  private var underWay: [String] = []
  var diagnostics: [Diagnostic] = []

  /// Checks packs that may import each other.
  ///
  /// - Parameters:
  ///   - detectors: the names that `has detector` may use.
  ///   - known: the ids of further packs that could be meant by an import; for help only.
  /// - Returns: the packs in the order given, those with errors apart; for each pack's id the names that its
  ///   expressions may use; and all problems.
  public static func check(
    _ packs: [WrittenPack], schema: FactSchema, detectors: Set<String>, known: [String] = []
  ) -> (packs: [Pack], broken: [Pack], names: [String: Environment], diagnostics: [Diagnostic]) {
    var checker = PackChecker(packs, schema, detectors, Set(known))
    let checked = packs.compactMap { checker.pack($0) }
    let broken = checker.broken(packs)
    return (
      checked.filter { !broken.contains($0.id) }, checked.filter { broken.contains($0.id) }, checker.environments,
      checker.diagnostics.inReadingOrder()
    )
  }

  private init(_ packs: [WrittenPack], _ schema: FactSchema, _ detectors: Set<String>, _ known: Set<String>) {
    self.known = known
    self.schema = schema
    self.detectors = detectors
    written = Dictionary(packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ids of packs with errors, and of those that import one.
  private func broken(_ packs: [WrittenPack]) -> Set<String> {
    let files = Set(diagnostics.filter { $0.severity == .error }.map(\.file))
    var broken = Set(packs.filter { $0.files.contains { !$0.isSound || files.contains($0.source.name) } }.map(\.id))
    var known = -1
    while known < broken.count {
      known = broken.count
      for pack in packs where pack.header.imports.contains(where: { broken.contains($0.name) }) {
        broken.insert(pack.id)
      }
    }
    return broken
  }

  private mutating func pack(_ written: WrittenPack) -> Pack? {
    guard let environment = environment(of: written) else { return nil }
    var builder = RuleBuilder(written, environment)
    let rules = written.files.flatMap(\.rules).filter(\.isSound).compactMap { builder.rule($0) }
    diagnostics += builder.diagnostics
    let header = written.header
    for (code, span) in header.places where schema.places.leaves(of: code) == nil {
      diagnostics.append(
        Diagnostic(
          "place.unknown", "unknown place `\(code)`", in: written.main.name, at: span,
          help: suggestion(for: code, in: schema.places.leaves)))
    }
    return Pack(
      id: header.id, title: header.title, version: header.version, languages: header.languages,
      verified: header.verified, review: header.review, sources: header.sources,
      imports: written.importedPacks,
      definitions: written.definitions.map { Definition(name: $0.name, source: $0.content) },
      vocabularies: written.vocabularies.map(\.content), rules: rules, patterns: builder.patterns,
      files: written.files.map(\.source))
  }

  // MARK: Names

  /// The names a pack's expressions may use; nil when an import leads back to it.
  private mutating func environment(of pack: WrittenPack) -> Environment? {
    if let known = environments[pack.id] { return known }
    guard !underWay.contains(pack.id) else { return nil }
    underWay.append(pack.id)
    defer { underWay.removeLast() }
    var environment = Environment(schema: schema, detectors: detectors)
    for imported in pack.header.imports { add(imported, to: &environment, of: pack) }
    for parameter in pack.files.flatMap(\.parameters) where isNew(parameter, in: environment) {
      environment.parameters[parameter.name] = self.parameter(parameter)
    }
    for table in pack.files.flatMap(\.tables) {
      if environment.tables[table.name] != nil {
        report("name.taken", "a table `\(table.name)` is imported already", table)
      }
      environment.tables[table.name] = self.table(table)
    }
    for language in pack.files.flatMap(\.languages) {
      let unknown = UnknownLanguage(language.name, in: schema)
      if let unknown { diagnostics.append(unknown.diagnostic(language.file, language.span)) }
    }
    for vocabulary in pack.vocabularies {
      if environment.vocabularies[vocabulary.name] != nil {
        report("name.taken", "a vocabulary `@\(vocabulary.name)` is imported already", vocabulary)
      }
      environment.vocabularies[vocabulary.name] = vocabulary.content.id
    }
    for text in pack.files.flatMap(\.texts) {
      if environment.texts[text.name] != nil {
        report("name.taken", "a text `\(text.name)` is imported already", text)
      }
      environment.texts[text.name] = text.content
      diagnostics += text.content.unknownLanguages(in: schema).map { $0.diagnostic(text.file, text.span) }
    }
    define(pack, &environment)
    environments[pack.id] = environment
    return environment
  }

  private mutating func add(
    _ imported: WrittenFile.Named<Void>, to environment: inout Environment, of pack: WrittenPack
  ) {
    guard let other = written[imported.name] else {
      report(
        "import.unknown", "unknown pack `\(imported.name)`", imported,
        help: suggestion(for: imported.name, in: known.union(written.keys).sorted()))
      return
    }
    guard let names = self.environment(of: other) else {
      report("import.cycle", "`\(pack.id)` imports itself through `\(imported.name)`", imported)
      return
    }
    let clashes =
      merge(names.definitions, into: &environment.definitions) + merge(names.parameters, into: &environment.parameters)
      + merge(names.tables, into: &environment.tables)
      + merge(names.vocabularies, into: &environment.vocabularies).map { "@\($0)" }
      + merge(names.texts, into: &environment.texts)
    for name in clashes {
      report("name.taken", "`\(name)` means something else in another import", imported)
    }
  }

  /// Adds names to those of earlier imports; answers with the names that mean something else there.
  private func merge<Meaning: Equatable>(_ names: [String: Meaning], into all: inout [String: Meaning]) -> [String] {
    let clashes = names.keys.filter { all[$0] != nil && all[$0] != names[$0] }.sorted()
    all.merge(names) { first, _ in first }
    return clashes
  }

  private mutating func isNew<Content>(_ named: WrittenFile.Named<Content>, in environment: Environment) -> Bool {
    let name = named.name
    let isTaken =
      schema[name] != nil || environment.definitions[name] != nil || environment.parameters[name] != nil
      || TextScope(rawValue: name) != nil || ItemKind.allCases.contains { $0.plural == name }
    if isTaken { report("name.taken", "the name `\(name)` is taken", named) }
    return !isTaken
  }

  /// How many definitions may name each other in a chain.
  private static let deepest = 200

  private mutating func define(_ pack: WrittenPack, _ environment: inout Environment) {
    let own = Dictionary(pack.definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    func visit(_ definition: WrittenFile.Named<ExpressionSource>, depth: Int = 0) {
      let name = definition.name
      guard seen.insert(name).inserted, isNew(definition, in: environment) else { return }
      guard depth < PackChecker.deepest else {
        report("define.too-deep", "`\(name)` is named through more than \(depth) other definitions", definition)
        environment.definitions[name] = .constant(false)
        return
      }
      // Stands for the definition while it is read. Not every word of an expression is a name, so only what finds this
      // in its own meaning is defined by itself.
      environment.definitions[name] = .atom(.truth(name))
      for word in definition.content.names.sorted() { own[word].map { visit($0, depth: depth + 1) } }
      let (condition, problems) = Checker.condition(definition.content, in: environment)
      diagnostics += problems
      let isCircular = condition?.factsRead.contains(name) ?? false
      if isCircular { report("define.cycle", "`\(name)` is defined by itself", definition) }
      environment.definitions[name] = isCircular ? .constant(false) : condition ?? .constant(false)
    }
    for definition in pack.definitions { visit(definition) }
  }

  // MARK: Values

  /// A parameter; one without values, which fits everywhere, after a report.
  private mutating func parameter(
    _ parameter: WrittenFile.Named<[(from: CalendarDate, value: ExpressionSource)]>
  ) -> Parameter {
    let values = parameter.content.compactMap { dated in
      literal(dated.value).map { Parameter.Dated(from: dated.from, value: $0) }
    }
    let isSound =
      values.count == parameter.content.count
      && haveOneType(values.map(\.value), "parameter", parameter)
    return Parameter(name: parameter.name, values: isSound ? values : [])
  }

  /// A table; one without rows, which fits everywhere, after a report.
  private mutating func table(
    _ table: WrittenFile.Named<[(key: String, value: ExpressionSource?)]>
  ) -> Table {
    let written = table.content.compactMap { row in row.value.map { (row.key, $0) } }
    let rows = written.compactMap { key, value in literal(value).map { (key, $0) } }
    let isSound =
      rows.count == written.count && haveOneType(rows.map(\.1), "table", table)
    return Table(name: table.name, rows: Dictionary(isSound ? rows : [], uniquingKeysWith: { first, _ in first }))
  }

  private mutating func literal(_ source: ExpressionSource) -> Literal? {
    let (literal, problems) = Literal.read(source)
    diagnostics += problems
    return literal
  }

  private mutating func haveOneType<Content>(
    _ literals: [Literal], _ kind: String, _ named: WrittenFile.Named<Content>
  ) -> Bool {
    guard let first = literals.first else {
      report("\(kind).empty", "`\(named.name)` has no value", named)
      return false
    }
    if literals.allSatisfy({ $0.hasType(of: first) }) { return true }
    report("\(kind).type", "the values of `\(named.name)` are not all of one type", named)
    return false
  }

  private mutating func report<Content>(
    _ id: String, _ message: String, _ named: WrittenFile.Named<Content>, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, message, in: named.file, at: named.span, help: help))
  }
}
