import ArgumentParser
import Proviso

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a rule demands, why, from where, and show its tests.",
    discussion: """
        proviso explain gdpr.missing-opt-out

      Exit codes: 0 told; 2 could not run, or there is no such rule; 4 a pack is invalid.
      """)

  @Argument(help: "The id of a rule, such as gdpr.missing-opt-out.")
  var rule: String

  @OptionGroup var packs: PackOptions

  func run() throws {
    let engine = try packs.engine()
    guard let explained = engine.explanation(of: rule) else {
      let near = nearestName(to: rule, in: engine.ruleIDs).map { ", did you mean `\($0)`?" } ?? ""
      throw Problem("unknown rule `\(rule)`\(near)")
    }
    Output.print(explained.text)
  }
}
