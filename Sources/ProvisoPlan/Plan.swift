public import ProvisoModel
public import ProvisoPacks
public import ProvisoSource
import ProvisoLanguage
import ProvisoText

/// Packs made ready to judge drafts. Immutable, so any number of threads may share it.
public struct Plan: Sendable {
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

  /// The names that `has detector` may use in a pack.
  public static var detectors: Set<String> { Set(DetectorTable.all.map(\.name)) }

  /// Compiles checked packs.
  ///
  /// - Parameter running: the ids of the packs whose rules are evaluated; the others only lend their vocabularies.
  /// - Returns: the plan, or nil when a phrase or pattern cannot be used; and all problems.
  public static func compile(
    _ packs: [Pack], running: Set<String>, schema: FactSchema
  ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let texts = TextTables(packs, &diagnostics)
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
  }

  /// The number of rules.
  public var ruleCount: Int { rules.count }
}
