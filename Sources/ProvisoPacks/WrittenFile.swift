import ProvisoLanguage
import ProvisoModel
public import ProvisoSource

/// One file of a pack as it was written.
public struct WrittenFile: Sendable {
  /// Something with a name and the place of that name.
  struct Named<Content: Sendable>: Sendable {
    let name: String
    let file: String
    let span: Span
    let content: Content
  }

  /// The file it was read from.
  public let source: SourceFile
  /// What is wrong with its shape, in reading order.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The pack it belongs to, and where that is said; nil where that cannot be read.
  var pack: Named<Void>?
  /// What it says of the whole pack; nil in a part.
  var header: WrittenHeader?
  /// Values with their first days.
  var parameters: [Named<[(from: CalendarDate, value: ExpressionSource)]>] = []
  /// Rows by key; nil for a value that is known to be missing.
  var tables: [Named<[(key: String, value: ExpressionSource?)]>] = []
  var definitions: [Named<ExpressionSource>] = []
  var vocabularies: [Named<Vocabulary>] = []
  /// Texts that fixes put into drafts.
  var texts: [Named<TextInLanguages>] = []
  var rules: [WrittenRule] = []
  /// The languages of the vocabularies' phrases.
  var languages: [Named<Void>] = []
  /// Where problems leave every name known.
  var contents: [Span] = []
  /// Whether every name that it gives could be read, so that whatever is not known is a mistake of its own.
  var hasAllNames = false

  /// Whether it can be used.
  var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Whether `other` lies in the folder that this is the `pack.yaml` of. Of a file that cannot be read, its place tells
  /// which pack lacks it.
  func leads(_ other: WrittenFile) -> Bool {
    let folder = source.name.dropLast("pack.yaml".count)
    return folder + "pack.yaml" == source.name && other.source.name.hasPrefix(folder)
  }
}
