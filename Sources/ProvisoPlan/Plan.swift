import ProvisoLanguage
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
  /// A rule with what is known of it before any draft is seen.
  struct PlannedRule: Sendable {
    let pack: Int
    let rule: Rule
    /// Whether it can come out differently in different places.
    let asksPlace: Bool
  }

  /// The packs, in the order they were given.
  public let packs: [Pack]
  /// The facts and places that rules read.
  public let schema: FactSchema
  let texts: TextTables
  let rules: [PlannedRule]
  let audiences: AudienceGrouping
  let compiled: CompiledRules

  /// The names that `has detector` may use in a pack.
  public static var detectors: Set<String> { Set(DetectorTable.all.map(\.name)) }

  /// Compiles checked packs.
  ///
  /// - Parameter running: the ids of the packs whose rules are evaluated; the others only lend their vocabularies.
  /// - Parameter saved: looks up what `unsaved` gave for the same patterns; without it they are compiled anew, which
  ///   takes some hundred milliseconds.
  /// - Returns: the plan, or nil when a phrase or pattern cannot be used; and all problems.
  public static func compile(
    _ packs: [Pack], running: Set<String>, schema: FactSchema, saved: (String) -> [UInt8]? = { _ in nil }
  ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let texts = TextTables(packs, &diagnostics, saved: saved)
    return (texts.map { Plan(packs.filter { running.contains($0.id) }, schema, $0) }, diagnostics.inReadingOrder())
  }

  private init(_ packs: [Pack], _ schema: FactSchema, _ texts: TextTables) {
    self.packs = packs
    self.schema = schema
    self.texts = texts
    let grouping = AudienceGrouping(packs.flatMap { $0.rules.map(\.table) }, schema)
    audiences = grouping
    rules = packs.enumerated().flatMap { number, pack in
      pack.rules.map { PlannedRule(pack: number, rule: $0, asksPlace: grouping.isAsked(by: $0.table)) }
    }
    compiled = CompiledRules(rules.map(\.rule.table), texts, schema)
  }

  /// What is worth saving, with its name; nil when it had been saved.
  public var unsaved: (key: String, bytes: [UInt8])? {
    guard let key = texts.unsavedKey, let bytes = try? texts.scanner.savePatterns() else { return nil }
    return (key, bytes)
  }

  /// How large the compiled plan is, and which rules it leaves to the interpreter.
  public var compileReport: CompileReport {
    CompileReport(
      rules: rules.count, variables: compiled.variables.variables.count, nodes: compiled.diagram.size,
      interpreted: zip(rules, compiled.entries).filter { $1.root == nil }.map(\.0.rule.id))
  }
}

/// What compiling came to.
public struct CompileReport: Hashable, Sendable {
  /// The number of rules, of variables of the diagram, and of its nodes.
  public let rules: Int, variables: Int, nodes: Int
  /// The ids of the rules whose diagram would be too large; the interpreter decides them.
  public let interpreted: [String]
}
