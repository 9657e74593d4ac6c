import ArgumentParser
import Proviso

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Check and evaluate one expression of the rule language.",
    discussion: """
      Prints yes, no, or what the answer depends on. The vocabularies and definitions of the \
      packs can be used.

        proviso eval 'text mentions @promotion' --draft promo.txt
        proviso eval 'recipient.region in EEA' --fact recipient.regions=DE
      """)

  @Argument(help: "A condition, such as 'consent.status is none'.")
  var expression: String

  @Option(help: "The draft it is asked of; an empty one by default.")
  var draft: String?

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions

  func run() throws {
    let engine = try packs.engine()
    var source = SourceFile(name: "<none>", bytes: [])
    var subject = Draft(segments: [], facts: Facts(), source: source)
    if let draft {
      source = try FileSystem.read(draft)
      let reading = engine.read(source)
      guard let first = reading.drafts.first else {
        throw Problem(reading.diagnostics.map { $0.drawn(in: source) }.joined(separator: "\n"))
      }
      for problem in reading.diagnostics { Output.error(problem.drawn(in: source)) }
      subject = first
    }
    let answers = engine.evaluate(
      expression: expression, on: subject, facts: try facts.facts(engine), asOf: try day.day())
    guard answers.problems.isEmpty else {
      let written = SourceFile(name: "<expression>", text: expression)
      throw Problem(answers.problems.map { $0.drawn(in: written) }.joined(separator: "\n"))
    }
    Output.print(answers.lines.joined(separator: "\n"))
  }
}
