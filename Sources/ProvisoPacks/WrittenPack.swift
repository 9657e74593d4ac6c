import ProvisoLanguage
import ProvisoModel
public import ProvisoSource

/// A pack as it was written, in one file or several: its names can be read, its expressions are not looked at yet.
public struct WrittenPack: Sendable {
  let header: WrittenHeader
  /// Its main file, then the others by name.
  let files: [WrittenFile]

  /// Its short name.
  public var id: String { header.id }
  /// Its main file.
  public var main: SourceFile { files[0].source }
  /// The ids of the packs it imports.
  public var importedPacks: [String] { header.imports.map(\.name) }
  var definitions: [WrittenFile.Named<ExpressionSource>] { files.flatMap(\.definitions) }
  var vocabularies: [WrittenFile.Named<Vocabulary>] { files.flatMap(\.vocabularies) }

  /// The tests of its rules, each with the file it stands in; those of rules whose shape is wrong are left out.
  package var tests: [(test: RuleTest, file: SourceFile)] {
    files.flatMap { file in file.rules.filter(\.isSound).flatMap(\.tests).map { ($0, file.source) } }
  }

  init(_ header: WrittenHeader, _ files: [WrittenFile]) {
    self.header = header
    self.files = files
  }

  /// A place in one of its files as people name it, such as `gdpr/consent.yaml:12`.
  func place(of span: Span, in file: String) -> String {
    let source = files.first { $0.source.name == file }?.source ?? main
    return "\(file):\(LineIndex(source.bytes).position(of: span.lower).line)"
  }
}

/// What the main file says of the whole pack.
struct WrittenHeader: Sendable {
  let id: String
  let title: String
  let version: String
  let languages: [String]
  let verified: CalendarDate
  let review: Period
  let sources: [String: LegalSource]
  /// All places that the sources name.
  let places: [(code: String, span: Span)]
  let imports: [WrittenFile.Named<Void>]
}
