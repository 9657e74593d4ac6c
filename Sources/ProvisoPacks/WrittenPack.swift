import ProvisoLanguage
import ProvisoModel
public import ProvisoSource

/// A pack as it was written: its shape is right, its expressions are not looked at yet.
public struct WrittenPack: Sendable {
  /// Something with a name and the place of that name.
  struct Named<Content: Sendable>: Sendable {
    let name: String
    let span: Span
    let content: Content
  }

  /// The file it was read from.
  public let source: SourceFile
  /// Its short name.
  public let id: String
  let title: String
  let version: String
  let languages: [String]
  let verified: CalendarDate
  let review: Period
  let sources: [String: LegalSource]
  let imports: [Named<Void>]
  /// The ids of the packs it imports.
  public var importedPacks: [String] { imports.map(\.name) }
  /// Values with their first days.
  let parameters: [Named<[(from: CalendarDate, value: ExpressionSource)]>]
  /// Rows by key; nil for a value that is known to be missing.
  let tables: [Named<[(key: String, value: ExpressionSource?)]>]
  let definitions: [Named<ExpressionSource>]
  let vocabularies: [Named<Vocabulary>]
  let rules: [WrittenRule]
}

/// A rule as it was written.
struct WrittenRule: Sendable {
  struct Case: Sendable {
    let when: ExpressionSource
    /// Nil for a case that ends the table with a pass.
    let level: Level?
    let message: ExpressionSource?
    let advice: ExpressionSource?
  }

  enum Demand: Sendable {
    case require(ExpressionSource)
    case forbid(ExpressionSource)
    case cases([Case])
  }

  let id: String
  let span: Span
  let title: String
  let description: String?
  let level: Level?
  let confidence: Rule.Confidence
  let from: CalendarDate?
  let until: CalendarDate?
  let when: ExpressionSource?
  let unless: ExpressionSource?
  let demand: Demand
  let message: ExpressionSource
  let advice: ExpressionSource?
  let citations: [(text: String, span: Span)]
  let tests: [RuleTest]
}
