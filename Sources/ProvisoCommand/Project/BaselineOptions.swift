import ArgumentParser

/// What a run does about the baseline, besides leaving out what it holds.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a baseline of every rule that is found broken now; what is undetermined is left out.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "End with exit code 1 where the baseline holds findings that are gone.")
  var strictBaseline = false
}
