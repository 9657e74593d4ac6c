import ArgumentParser
import Proviso
import ProvisoProject

/// Which findings do not count.
struct ExceptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of suppressions; by default .proviso-suppressions.yaml beside the configuration.", valueName: "file"))
  var suppressions: String?

  @Flag(help: "Suppressions inside drafts do not count, and are reported.")
  var noInlineSuppressions = false

  @Option(
    help: ArgumentHelp(
      "A file of findings that were there before; they are marked and do not count.", valueName: "file"))
  var baseline: String?

  /// What decides which findings count.
  func policy(_ settings: ProjectSettings, takingBaseline: Bool) throws(Problem) -> FindingPolicy {
    var marks: [SuppressionMark] = []
    if let path = settings.suppressions.value {
      let source = try FileSystem.read(path)
      let reading = SuppressionFile.read(source)
      try Project.check(reading.diagnostics, in: source)
      marks = reading.marks
    }
    var known: Baseline?
    if takingBaseline, let path = settings.baseline.value {
      let source = try FileSystem.read(path)
      let reading = Baseline.read(source)
      try Project.check(reading.diagnostics, in: source)
      known = reading.baseline
    }
    return FindingPolicy(
      marks: marks, baseline: known, paths: settings.project.paths, allowsInlineMarks: !noInlineSuppressions)
  }
}
