import ArgumentParser
import Proviso
import ProvisoProject

/// Which drafts a command looks at: those of its paths, else those that the configuration speaks of.
struct DraftPaths: ParsableArguments {
  @Argument(
    help: """
      Files, folders, patterns such as 'templates/**/*.json', or - for standard input; by default the drafts that the \
      configuration names, else this folder.
      """)
  var paths: [String] = []

  /// The files of the drafts.
  ///
  /// - Parameters:
  ///   - others: files and folders of the run that hold no drafts.
  ///   - isQuiet: whether nothing is said of where drafts are looked for that nobody named.
  /// - Throws: where neither paths nor a configuration tell where drafts are.
  func inputs(_ project: Project, besides others: [String], isQuiet: Bool = false) throws(Problem) -> Inputs {
    guard paths.isEmpty else { return Inputs(paths) }
    guard let config = project.config else {
      throw Problem(
        "no drafts are named: give files, folders or patterns, or write a .proviso.yaml; see `proviso init --help`")
    }
    var inputs: Inputs
    let place: String
    if config.draftPatterns.isEmpty {
      let others = others.map(project.paths.relative)
      inputs = Inputs(["."])
      inputs.remove { path in
        let path = project.paths.relative(path)
        return others.contains { path == $0 || path.hasPrefix("\($0)/") }
      }
      place = "this folder, since \(config.source.name) names no drafts"
    } else {
      inputs = Inputs(config.draftPatterns.map(project.path))
      place = "\(config.draftPatterns.joined(separator: ", ")), as \(config.source.name) says"
    }
    if !isQuiet {
      Output.error("No paths given: \(inputs.paths.count) file\(inputs.paths.count == 1 ? "" : "s") of \(place).")
    }
    return inputs
  }
}
