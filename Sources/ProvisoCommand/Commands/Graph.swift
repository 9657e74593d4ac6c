public import ArgumentParser
import Proviso
public import ProvisoReports

extension TreeFormat: ExpressibleByArgument {}

struct Graph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw the decision tree of a rule, or of all rules of a pack.",
    discussion: """
      With --path, the way that one draft takes is marked; facts are given as to `proviso check`. Where a fact is \
      unknown, every way that is still possible is marked.

        proviso graph gdpr.missing-opt-out -f svg -o opt-out.svg
        proviso graph shop.yaml

      Exit codes: 0 drawn; 2 could not run, or a rule is too large to draw; 4 a pack is invalid.
      """)

  @Argument(help: "The id of a rule, the id of a pack, or a pack file.")
  var name: String

  @Option(name: [.short, .long], help: "How the tree is drawn.")
  var format: TreeFormat = .mermaid

  @Option(help: ArgumentHelp("The draft whose way is marked.", valueName: "draft"))
  var path: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file for the drawing; standard output by default.", valueName: "file"))
  var output: String?

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions

  func run() throws {
    let isFile = PackOptions.isPath(name)
    var packs = packs
    if isFile { packs.packs.append(name) }
    let setup = try Setup(packs, facts)
    let engine = setup.engine
    let rules = isFile ? engine.ruleIDs : engine.ruleIDs(named: name)
    guard !rules.isEmpty else {
      throw Problem(unknownName("rule or pack", name, among: engine.packIDs + engine.ruleIDs))
    }
    let input = try path.map { path throws(Problem) in try SingleDraft(path, setup) }
    let date = try day.day()
    let (trees, failures) = engine.trees(
      of: rules, marking: input?.draft, facts: input?.facts ?? Facts(), asOf: date)
    if !trees.isEmpty {
      let drawing = format.render(trees)
      if let output, output != Inputs.standardInput {
        try FileSystem.write(drawing, to: output)
      } else {
        Output.print(drawing)
      }
    }
    guard failures.isEmpty else {
      throw Problem(failures.map { Graph.message($0.reason, $0.rule) }.joined(separator: "\n"))
    }
  }

  private static func message(_ failure: TreeFailure, _ rule: String) -> String {
    switch failure {
    case .unknownRule: "there is no rule `\(rule)`"
    case .tooLarge(let questions):
      "\(rule) has \(questions.map(String.init) ?? "too many") questions, more than a drawing can show; "
        + "`proviso explain \(rule)` tells it in words"
    case .notScanned: "the text could not be scanned"
    }
  }
}
