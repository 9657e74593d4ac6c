import ArgumentParser
import Proviso
import ProvisoProject

/// Which findings do not count.
struct ExceptionOptions: ParsableArguments {
  @Option(help: "A file of suppressions; by default .proviso-suppressions.yaml beside the configuration.")
  var suppressions: String?

  @Flag(help: "Suppressions inside drafts do not count, and are reported.")
  var noInlineSuppressions = false

  @Option(help: "A file of findings that were there before; they are marked and do not count.")
  var baseline: String?

  @Option(help: "Write a baseline of everything that is found now.")
  var writeBaseline: String?

  @Flag(help: "End with exit code 1 where the baseline holds findings that are gone.")
  var strictBaseline = false

  func validate() throws {
    if writeBaseline != nil, baseline != nil {
      throw ValidationError("--baseline and --write-baseline cannot both be given")
    }
  }

  /// What decides which findings count.
  func policy(_ settings: ProjectSettings, _ engine: Engine, on day: CalendarDate) throws(Problem) -> FindingPolicy {
    var marks: [SuppressionMark] = []
    if let path = settings.suppressions.value {
      let source = try FileSystem.read(path)
      let reading = SuppressionFile.read(source)
      try Project.check(reading.diagnostics, in: source)
      marks = reading.marks
    }
    var known: Baseline?
    if writeBaseline == nil, let path = settings.baseline.value {
      let source = try FileSystem.read(path)
      let reading = Baseline.read(source)
      try Project.check(reading.diagnostics, in: source)
      known = reading.baseline
    }
    return FindingPolicy(
      levels: try settings.project.levels(engine, on: day), marks: marks, baseline: known,
      paths: settings.project.paths, allowsInlineMarks: !noInlineSuppressions)
  }
}
