import Proviso
import ProvisoProject

/// The folder that a run belongs to, with its configuration.
struct Project {
  /// nil where there is none.
  let config: ProjectConfig?
  /// What named it, or that it was found.
  let origin: String
  /// How drafts are called from the project's folder.
  let paths: ProjectPaths
  /// The folder of the configuration as a prefix of paths, empty for the working folder.
  private let prefix: String

  /// - Parameters:
  ///   - config: the path of the configuration; nil for none.
  ///   - origin: what named it.
  init(config path: String?, _ origin: String) throws(Problem) {
    self.origin = origin
    let working = try FileSystem.workingFolder()
    guard let path else {
      (config, prefix) = (nil, "")
      paths = ProjectPaths(folder: working, working: working)
      return
    }
    let source = try FileSystem.read(path)
    let (config, diagnostics) = ProjectConfig.read(source)
    try Project.check(diagnostics, in: source)
    self.config = config
    prefix = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let folder = prefix.hasPrefix("/") ? prefix : "\(working)/\(prefix)"
    paths = ProjectPaths(folder: ProjectPaths.normal(folder), working: working)
  }

  /// A path that the configuration names, as seen from the working folder.
  func path(_ written: String) -> String { written.hasPrefix("/") ? written : prefix + written }

  /// The facts that the configuration declares.
  func facts(_ engine: Engine) throws(Problem) -> ProjectFacts {
    guard let config else { return ProjectFacts() }
    let (facts, diagnostics) = config.readFacts(engine.schema)
    try Project.check(diagnostics, in: config.source)
    return facts
  }

  /// The levels that the configuration sets for rules and packs that take part; every id must be that of one.
  ///
  /// - Parameter choosesPacks: whether the packs were chosen for this run, so that the configuration may speak of others.
  func levels(_ engine: Engine, choosingPacks choosesPacks: Bool) throws(Problem) -> [ProjectConfig.LevelSetting] {
    guard let config else { return [] }
    let (levels, diagnostics) = config.levels(
      rules: engine.ruleIDs, packs: engine.packIDs, allowingOthers: choosesPacks)
    try Project.check(diagnostics, in: config.source)
    return levels
  }

  /// An engine with the levels that the configuration sets.
  func applied(to engine: Engine, choosingPacks: Bool) throws(Problem) -> Engine {
    let levels = try levels(engine, choosingPacks: choosingPacks)
    return engine.taking(Dictionary(levels.map { ($0.id, $0.level) }, uniquingKeysWith: { _, later in later }))
  }

  /// A place in the configuration, as people name it.
  func place(of span: Span) -> String {
    guard let source = config?.source else { return "default" }
    return "\(source.name):\(LineIndex(source.bytes).position(of: span.lower).line)"
  }

  /// Ends the run where a file of the project has errors.
  static func check(_ diagnostics: [Diagnostic], in source: SourceFile) throws(Problem) {
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Problem(errors.map { $0.drawn(in: source) }.joined(separator: "\n")) }
  }
}
