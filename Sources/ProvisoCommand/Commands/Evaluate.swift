import ArgumentParser
import Proviso

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Check and evaluate one expression of the rule language.",
    discussion: """
      Prints yes, no, or what the answer depends on; of a value what it is, with its type. The vocabularies and definitions of the packs can be used. Facts \
      are given as to `proviso check`; without a draft, those of the configuration for all drafts count.

        proviso eval 'text mentions @promotion' --draft promo.txt
        proviso eval 'length(body)' --draft promo.txt
        proviso eval 'recipient.region in EEA' --fact recipient.regions=DE

      Exit codes: 0 answered, whatever the answer; 2 could not run, or the expression has errors; 4 a pack is invalid.
      """)

  @Argument(help: "A condition, such as 'consent.status is none', or a value, such as 'words(body)'.")
  var expression: String

  @Option(help: "The draft it is asked of; an empty one by default.")
  var draft: String?

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions

  func run() throws {
    let setup = try Setup(packs, facts)
    let input = try draft.map { draft throws(Problem) in try SingleDraft(draft, setup) }
    let everywhere = setup.facts.everywhere
    let nothing = Draft(segments: [], facts: everywhere.assumed, source: SourceFile(name: "<none>", bytes: []))
    let answers = setup.engine.evaluate(
      expression: expression, on: input?.draft ?? nothing, facts: input?.facts ?? everywhere.given,
      asOf: try day.day())
    guard answers.problems.isEmpty else {
      let written = SourceFile(name: "<expression>", text: expression)
      throw Problem(answers.problems.map { $0.drawn(in: written) }.joined(separator: "\n"))
    }
    Output.print(answers.lines.joined(separator: "\n"))
  }
}
