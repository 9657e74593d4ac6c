import ArgumentParser
import Proviso

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule demands, why, from where, and show its tests; or what a vocabulary finds.",
    discussion: """
        proviso explain gdpr.missing-opt-out
        proviso explain @promotion

      Exit codes: 0 told; 2 could not run, or there is no such rule or vocabulary; 4 a pack is invalid.
      """)

  @Argument(help: "The id of a rule, such as gdpr.missing-opt-out, or a vocabulary, such as @promotion.")
  var rule: String

  @OptionGroup var packs: PackOptions

  func run() throws {
    let engine = try packs.engine()
    if rule.hasPrefix("@") {
      let explained = engine.vocabularyExplanations(of: rule)
      if !explained.isEmpty { return Output.print(explained.map(\.text).joined(separator: "\n\n")) }
      throw Problem(unknownName("vocabulary", rule, among: engine.vocabularyNames))
    }
    guard let explained = engine.explanation(of: rule) else {
      throw Problem(unknownName("rule", rule, among: engine.ruleIDs))
    }
    Output.print(explained.text)
  }
}
