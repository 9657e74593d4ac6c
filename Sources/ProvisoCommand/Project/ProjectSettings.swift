import Proviso
import ProvisoProject

/// What is in force for a run, and where each value comes from.
struct ProjectSettings {
  let project: Project
  /// Packs as an option names them; nil for all built-in ones.
  let packs: Setting<[String]?>
  let failLevel: Setting<Level>
  let unknown: Setting<UnknownPolicy>
  /// The file of suppressions; nil for none.
  let suppressions: Setting<String?>
  /// The baseline; nil for none.
  let baseline: Setting<String?>

  /// The files and folders that are in force, all but the configuration.
  var files: [String] {
    (packs.value ?? []).filter(PackOptions.isPath) + [suppressions.value, baseline.value].compactMap(\.self)
  }

  /// Puts flags, environment, configuration and defaults together.
  init(
    _ project: Project, packs: [String] = [], failLevel: Level? = nil, unknown: UnknownPolicy? = nil,
    suppressions: String? = nil, baseline: String? = nil
  ) throws(Problem) {
    self.project = project
    let config = project.config
    let path = config?.source.name
    self.packs = try Setting(
      flag: ("--pack", packs.isEmpty ? nil : .some(packs)),
      environment: ("PROVISO_PACKS", { .some($0.split(separator: ",").map(String.init)) }),
      file: config?.packs.map { (.some($0.value.map(project.packPath)), $0.line) }, in: path, or: nil)
    self.failLevel = try Setting(
      flag: ("--fail-level", failLevel), environment: ("PROVISO_FAIL_LEVEL", { Level(rawValue: $0) }),
      among: Level.allCases.reversed().map(\.rawValue),
      file: config?.failLevel.map { ($0.value, $0.line) }, in: path, or: .block)
    self.unknown = try Setting(
      flag: ("--unknown", unknown), environment: ("PROVISO_UNKNOWN", { UnknownPolicy(rawValue: $0) }),
      among: UnknownPolicy.allCases.map(\.rawValue),
      file: config?.unknown.map { (UnknownPolicy(rawValue: $0.value) ?? .fail, $0.line) }, in: path, or: .fail)
    // A file with the usual name counts without being named.
    let usual = project.path(SuppressionFile.fileName)
    self.suppressions = try Setting(
      flag: ("--suppressions", suppressions.map { .some($0) }),
      environment: ("PROVISO_SUPPRESSIONS", { .some($0) }),
      file: config?.suppressions.map { (.some(project.path($0.value)), $0.line) }, in: path,
      or: FileSystem.kind(of: usual) == .file ? usual : nil)
    self.baseline = try Setting(
      flag: ("--baseline", baseline.map { .some($0) }), environment: ("PROVISO_BASELINE", { .some($0) }),
      file: config?.baseline.map { (.some(project.path($0.value)), $0.line) }, in: path, or: nil)
  }
}

extension Project {
  /// A pack of the configuration: what looks like a path is one, relative to the configuration.
  fileprivate func packPath(_ written: String) -> String {
    PackOptions.isPath(written) ? path(written) : written
  }
}
