import Proviso
import ProvisoProject

/// What a run reads, for those who want to know: one line a kind, with where it comes from.
enum FilesRead {
  /// - Parameter facts: the files of facts that options name.
  static func lines(_ settings: ProjectSettings, _ packs: [PackSummary], facts: [String], _ inputs: Inputs) -> [String]
  {
    let project = settings.project
    let beside = inputs.paths.filter { $0 != Inputs.standardInput }.map(Inputs.factsPath)
      .filter { FileSystem.kind(of: $0) == .file }
    return [
      line("configuration", project.config.map { [$0.source.name] } ?? [], project.origin),
      line("packs", packs.map { "\($0.id) \($0.version)" }, settings.packs.origin.description),
      line("facts", facts, "--facts"), line("facts", beside, "beside drafts"),
      line("suppressions", [settings.suppressions.value].compactMap(\.self), settings.suppressions.origin.description),
      line("baseline", [settings.baseline.value].compactMap(\.self), settings.baseline.origin.description),
      line("drafts", inputs.paths.map { $0 == Inputs.standardInput ? "standard input" : $0 }, nil),
    ].compactMap(\.self)
  }

  private static func line(_ kind: String, _ names: [String], _ origin: String?) -> String? {
    if names.isEmpty { return kind == "configuration" ? "configuration: none" : nil }
    return "\(kind): \(names.joined(separator: ", "))\(origin.map { " (\($0))" } ?? "")"
  }
}
