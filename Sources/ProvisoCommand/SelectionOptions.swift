import ArgumentParser

/// Which of the drafts named are checked, and what is told meanwhile.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Check only drafts that changed, or their facts, since this branch left REF; needs git.", valueName: "ref"))
  var diffBase: String?

  @Flag(help: "No words on standard error but errors.")
  var quiet = false

  /// The inputs that `paths` stand for, or those of them that changed.
  func inputs(_ paths: [String]) throws(Problem) -> Inputs {
    var inputs = Inputs(paths)
    guard let diffBase else { return inputs }
    let total = inputs.paths.count
    try inputs.keep(changed: try ChangedFiles(since: diffBase))
    if !quiet { Output.error("\(inputs.paths.count) of \(total) files changed since \(diffBase)") }
    return inputs
  }
}
