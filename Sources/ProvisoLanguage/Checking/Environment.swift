public import ProvisoModel

/// The names an expression may use.
public struct Environment: Sendable {
  /// The facts and places.
  public let schema: FactSchema
  /// Named conditions.
  public var definitions: [String: Condition]
  /// Dated values.
  public var parameters: [String: Parameter]
  /// Keyed values.
  public var tables: [String: Table]
  /// For every vocabulary the name it has everywhere, `pack/name`.
  public var vocabularies: [String: String]
  /// Texts in several languages that fixes put into drafts.
  public var texts: [String: TextInLanguages]
  /// The detectors of the text engine.
  public let detectors: Set<String>

  /// The names of a pack.
  public init(
    schema: FactSchema, definitions: [String: Condition] = [:], parameters: [String: Parameter] = [:],
    tables: [String: Table] = [:], vocabularies: [String: String] = [:], texts: [String: TextInLanguages] = [:],
    detectors: Set<String> = []
  ) {
    self.schema = schema
    self.definitions = definitions
    self.parameters = parameters
    self.tables = tables
    self.vocabularies = vocabularies
    self.texts = texts
    self.detectors = detectors
  }

  /// Every name that can stand where a value or a condition is expected.
  var names: [String] {
    schema.paths + definitions.keys.sorted() + parameters.keys.sorted() + TextScope.allCases.map(\.rawValue)
      + ItemKind.allCases.map(\.plural)
  }
}
