import ArgumentParser
import Proviso

/// What counts against a draft.
struct JudgementOptions: ParsableArguments {
  @OptionGroup var failing: FailLevelOptions

  @Option(
    help: """
      What undetermined rules do: fail ends with exit code 3, warn shows them only, pass leaves them out; fail by \
      default.
      """)
  var unknown: UnknownPolicy?

  @OptionGroup var exceptions: ExceptionOptions

  /// What is in force.
  func settings(_ project: Project, _ packs: PackOptions) throws(Problem) -> ProjectSettings {
    try ProjectSettings(
      project, packs: packs.packs, failLevel: failing.failLevel, unknown: unknown,
      suppressions: exceptions.suppressions, baseline: exceptions.baseline)
  }

  /// How drafts are judged by what is in force.
  func judgement(
    _ settings: ProjectSettings, on day: CalendarDate, takingBaseline: Bool = true
  ) throws(Problem) -> Judgement {
    Judgement(
      failLevel: settings.failLevel.value, unknown: settings.unknown.value,
      policy: try exceptions.policy(settings, takingBaseline: takingBaseline), day: day)
  }
}

/// From which level on broken rules end a run with exit code 1.
struct FailLevelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The lowest level that ends with exit code 1; block by default.", valueName: "level"))
  var failLevel: Level?
}
