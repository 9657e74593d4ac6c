public import ProvisoLanguage
import ProvisoLogic
public import ProvisoModel
public import ProvisoPacks
public import ProvisoSource
import ProvisoText

/// Packs made ready to judge drafts. Immutable, so any number of threads may share it.
///
/// It was checked once when it was compiled, so evaluating trusts it: every name is known, every type fits, every
/// number is inside its table.
public final class Plan: Sendable {
  /// The packs whose rules are evaluated, in the order they were given.
  public let packs: [PlannedPack]
  /// The rules of all packs, in the order of the packs.
  public let rules: [PlannedRule]
  /// The facts and places that rules read.
  public let schema: FactSchema
  let texts: TextTables
  let audiences: AudienceGrouping
  let compiled: CompiledRules
  /// How grave each case of each rule is.
  let levels: CaseLevels
  /// What patterns are called: by the definitions they stand in, as they read.
  let patternNames: [String: String]
  /// One bit for each rule, set for those that can come out differently in different places.
  let localRules: [UInt64]

  /// The names that `has detector` may use in a pack.
  public static var detectors: Set<String> { Set(DetectorTable.all.map(\.name)) }

  /// Compiles checked packs.
  ///
  /// - Parameters:
  ///   - running: the ids of the packs whose rules are evaluated; the others only lend their vocabularies.
  ///   - conditions: what `answers` may be asked, besides what rules ask.
  ///   - patterns: the regular expressions of those conditions, besides those of the packs.
  ///   - saved: looks up the compiled patterns that `unsavedPatterns` gave for the same patterns; without them they
  ///     are compiled anew, which takes some hundred milliseconds.
  /// - Returns: the plan, or nil when a phrase or pattern cannot be used; and all problems.
  public static func compile(
    _ packs: [Pack], running: Set<String>, schema: FactSchema, answering conditions: [Condition] = [],
    matching patterns: [PatternUse] = [], saved: (String) -> StoredBytes? = { _ in nil }
  ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let running = packs.filter { running.contains($0.id) }
    let asked = conditions + running.flatMap(\.rules).flatMap(\.table.rows).map(\.condition)
    let texts = TextTables(packs, asking: asked, matching: patterns, &diagnostics, saved: saved)
    return (texts.map { Plan(running, of: packs, schema, $0) }, diagnostics.inReadingOrder())
  }

  private init(_ packs: [Pack], of all: [Pack], _ schema: FactSchema, _ texts: TextTables) {
    self.schema = schema
    self.texts = texts
    let grouping = AudienceGrouping(packs.flatMap { $0.rules.map(\.table) }, schema)
    audiences = grouping
    self.packs = packs.map(PlannedPack.init)
    rules = packs.enumerated().flatMap { number, pack in
      pack.rules.map { PlannedRule($0, pack: number, asksPlace: grouping.isAsked(by: $0.table)) }
    }
    compiled = CompiledRules(rules.map(\.table), texts, schema)
    patternNames = Plan.patternNames(all)
    levels = CaseLevels(rules)
    localRules = Plan.localRules(rules)
  }

  private static func patternNames(_ packs: [Pack]) -> [String: String] {
    var names: [String: String] = [:]
    for pack in packs {
      for definition in pack.definitions {
        let source = definition.source
        let extent = source.map.source(of: Span(0, source.text.utf8.count))
        for pattern in pack.patterns
        where pattern.file == source.file && extent.lower <= pattern.span.lower && pattern.span.upper <= extent.upper {
          names[pattern.text] = definition.name.replacing("-", with: " ")
        }
      }
    }
    return names
  }

  private static func localRules(_ rules: [PlannedRule]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (rules.count + 63) / 64)
    for (number, rule) in rules.enumerated() where rule.asksPlace { bits[number >> 6] |= 1 << UInt64(number & 63) }
    return bits
  }

  /// The same plan with some rules taken otherwise than their packs say.
  ///
  /// - Parameter overrides: by the id of a rule or of a pack; that of a rule goes first.
  public func taking(_ overrides: [String: LevelOverride]) -> Plan {
    overrides.isEmpty ? self : Plan(self, overrides)
  }

  private init(_ plan: Plan, _ overrides: [String: LevelOverride]) {
    (packs, schema, texts, audiences, compiled) = (plan.packs, plan.schema, plan.texts, plan.audiences, plan.compiled)
    rules = plan.rules.map { rule in
      (overrides[rule.id] ?? overrides[plan.packs[rule.pack].id]).map(rule.taken) ?? rule
    }
    levels = CaseLevels(rules)
    (localRules, patternNames) = (plan.localRules, plan.patternNames)
  }

  /// How large the compiled plan is, and which rules it leaves to the interpreter.
  public var compileReport: CompileReport {
    CompileReport(
      rules: rules.count, variables: compiled.variables.variables.count, nodes: compiled.diagram.size,
      interpreted: zip(rules, compiled.entries).filter { $1.root == nil }.map(\.0.id))
  }

  // MARK: Keeping

  /// The compiled patterns with the name they can be kept under; nil when they came from there.
  public var unsavedPatterns: (key: String, bytes: [UInt8])? {
    guard texts.arePatternsNew, let bytes = try? texts.scanner.savePatterns() else { return nil }
    return (texts.patternKey, bytes)
  }

  /// Everything but the compiled patterns as bytes, for the same version of the library to read.
  public var stored: [UInt8] {
    var writer = ByteWriter()
    writer.write(schema, packs, rules, patternNames)
    texts.store(in: &writer)
    audiences.store(in: &writer)
    compiled.store(in: &writer)
    return writer.bytes
  }

  /// Reads a plan back.
  ///
  /// - Parameters:
  ///   - stored: what `stored` gave, byte for byte, which a checksum has to show. The numbers in it are then those that
  ///     were checked when the plan was compiled, so no node, table or rule is looked for outside of its array.
  ///   - patterns: looks up the compiled patterns under their name.
  /// - Throws: when the bytes are damaged, and when the patterns are not there.
  public init(stored: StoredBytes, patterns: (String) -> StoredBytes?) throws(DamagedBytes) {
    var reader = ByteReader(stored)
    schema = try reader.read()
    packs = try reader.read()
    rules = try reader.read()
    patternNames = try reader.read()
    texts = try TextTables(from: &reader, patterns: patterns)
    audiences = try AudienceGrouping(from: &reader, schema)
    compiled = try CompiledRules(from: &reader, schema)
    levels = CaseLevels(rules)
    localRules = Plan.localRules(rules)
    guard reader.isAtEnd, rules.allSatisfy({ packs.indices.contains($0.pack) }), compiled.entries.count == rules.count
    else { throw DamagedBytes() }
  }
}

/// What compiling came to.
public struct CompileReport: Hashable, Sendable {
  /// The number of rules, of variables of the diagram, and of its nodes.
  public let rules: Int, variables: Int, nodes: Int
  /// The ids of the rules whose diagram would be too large; the interpreter decides them.
  public let interpreted: [String]
}
