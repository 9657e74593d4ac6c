import ProvisoDocuments
import ProvisoDrafts
public import ProvisoModel
public import ProvisoSource

/// What a repository wants of every run: `.proviso.yaml`.
///
/// Nothing in it is looked up: paths are those of the file, relative to its folder.
public struct ProjectConfig: Sendable {
  /// A value with the place where it is written.
  public struct Written<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// Its line in the file, from 1.
    public let line: Int
  }

  /// How grave a rule or a whole pack is taken.
  public struct LevelSetting: Sendable {
    /// The id of a rule or a pack.
    public let id: String
    /// What it is taken as in place of its own level.
    public let level: LevelOverride
    /// Where the id is written.
    public let span: Span
  }

  /// The file it was read from.
  public let source: SourceFile
  /// Packs by id, or by path if there is a `/` or a `.yaml` in them; nil for all built-in ones.
  public let packs: Written<[String]>?
  /// Levels in the order they are written.
  public let levels: [LevelSetting]
  /// The lowest level that ends with exit code 1.
  public let failLevel: Written<Level>?
  /// What undetermined rules do: `fail`, `warn` or `pass`.
  public let unknown: Written<String>?
  /// The file of suppressions.
  public let suppressions: Written<String>?
  /// The baseline.
  public let baseline: Written<String>?
  /// Facts of the organisation, not read yet since that takes a schema.
  let facts: DocumentNode?
  let drafts: [DraftSetting]

  /// The patterns of the drafts that it speaks of, in the order of the file.
  public var draftPatterns: [String] { drafts.flatMap(\.patterns) }

  /// Facts of drafts at some paths.
  struct DraftSetting: Sendable {
    /// The patterns as they are written.
    let patterns: [String]
    let facts: DocumentNode?
  }

  /// The name of the file.
  public static let fileName = ".proviso.yaml"

  /// Reads a configuration, with all problems of its shape; unknown keys are errors.
  public static func read(_ source: SourceFile) -> (config: ProjectConfig?, diagnostics: [Diagnostic]) {
    let index = LineIndex(source.bytes)
    let (config, diagnostics) = ProjectFile.read(source, kind: "Config") { reader in
      ProjectConfig(source, index, &reader)
    }
    return (config, diagnostics)
  }

  private init(_ source: SourceFile, _ index: LineIndex, _ reader: inout MappingReader) {
    func written<Value>(_ value: Value, _ node: DocumentNode?) -> Written<Value>? {
      node.map { Written(value: value, line: index.position(of: $0.span.lower).line) }
    }
    self.source = source
    let problems = reader.problems
    packs = written(reader.texts("packs").compactMap(\.text), reader.node("packs"))
    levels = reader.entries("levels").compactMap { entry in
      problems.word(entry.value, of: ProjectConfig.levelWords + [LevelOverride.off.word])
        .flatMap(LevelOverride.init).map { LevelSetting(id: entry.key, level: $0, span: entry.keySpan) }
    }
    let failLevel = reader.node("fail-level")
    self.failLevel = failLevel.flatMap { problems.word($0, of: ProjectConfig.levelWords) }
      .flatMap(Level.init).flatMap { written($0, failLevel) }
    unknown = reader.word("unknown", of: ["fail", "warn", "pass"]).flatMap { written($0, reader.node("unknown")) }
    suppressions = reader.text("suppressions").flatMap { written($0, reader.node("suppressions")) }
    baseline = reader.text("baseline").flatMap { written($0, reader.node("baseline")) }
    facts = reader.node("facts")
    drafts = reader.items("drafts").compactMap { item in
      guard var reader = MappingReader(item, problems) else { return nil }
      let paths = reader.texts("paths").compactMap(\.text)
      if paths.isEmpty { problems.report("key.missing", "the key `paths` is missing", at: item.span) }
      let setting = DraftSetting(patterns: paths, facts: reader.node("facts"))
      reader.finish()
      return setting
    }
  }

  /// The names of the levels, the gravest first.
  private static let levelWords = Level.allCases.reversed().map(\.rawValue)
}
