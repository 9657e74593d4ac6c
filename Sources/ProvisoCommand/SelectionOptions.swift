import ArgumentParser

/// Which of the drafts named are checked, and what is told meanwhile.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Check only drafts that changed, or their facts, since this branch left REF; needs git.", valueName: "ref"))
  var diffBase: String?

  @Flag(help: "No words on standard error but errors.")
  var quiet = false

  @Flag(help: "Say on standard error which configuration, packs, facts and drafts are read.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  /// All inputs, or those of them that changed.
  func selected(from inputs: Inputs) throws(Problem) -> Inputs {
    guard let diffBase else { return inputs }
    var inputs = inputs
    let total = inputs.paths.count
    try inputs.keep(changed: try ChangedFiles(since: diffBase))
    if !quiet { Output.error("\(inputs.paths.count) of \(total) files changed since \(diffBase)") }
    return inputs
  }
}
