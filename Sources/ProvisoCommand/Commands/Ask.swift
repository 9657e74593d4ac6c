import ArgumentParser
import Proviso
import ProvisoReports

struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask for the facts that still matter, and write them beside the draft.",
    discussion: """
      Questions go to standard error, answers are read from standard input, line by line: a value, the number of a \
      choice, several with commas, none, an empty line for "I don't know", ? for help, quit to end. What decides most is \
      asked first, and nothing that no open rule depends on. What is known already is read as `check` reads it.

        proviso ask promo.json
        proviso ask promo.json --answers organisation.yaml -o -

      Exit codes: 0 the verdict is pass or warn; 1 it is block; 2 could not run; 3 a rule that would block cannot be \
      decided, or the interview ended too early; 4 a pack is invalid.
      """)

  @Argument(help: "The file of the draft.")
  var draft: String

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions

  @Flag(help: "Ask until no rule is undetermined, and not only until the verdict cannot change any more.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Take the answers from a file of facts; the interview ends where an answer is needed that is not in it.",
      valueName: "file"))
  var answers: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file for the facts, - for standard output; by default NAME.facts.yaml beside the draft.", valueName: "file"))
  var output: String?

  @Flag(help: "Let answers replace values in that file; it is written anew then, without its comments.")
  var force = false

  func run() throws {
    let setup = try Setup(packs, facts)
    let engine = setup.engine
    let input = try SingleDraft(draft, setup)
    let day = try day.day()
    let known = try answers.map { path throws(Problem) in try FactOptions.read(path, engine) }
    let file = try AnswerFile(output ?? input.factsPath, engine)
    var interview = Interview(about: input.draft, facts: input.facts, asOf: day, with: engine, askingAll: all)
    if let known {
      while interview.question != nil, interview.answer(from: known) {}
    } else {
      try Dialogue().hold(&interview)
    }
    try file.add(interview.answers, replacing: force)
    let text = InterviewReport(
      draft: interview.report, open: interview.open, asked: interview.asked,
      factsFile: file.isWritten(interview.answers) ? file.path : nil
    ).text
    if file.isStandardOutput { Output.error(text) } else { Output.print(text) }
    setup.tellSwitchedOff(on: day)
    let status = Ask.status(of: interview)
    if status != .clean { throw status }
  }

  private static func status(of interview: Interview) -> ExitStatus {
    let early: ExitStatus = interview.question == nil ? .clean : .undetermined
    return switch interview.report.verdict {
    case .block: .worst([.findings, early])
    case .needsFacts: .worst([.undetermined, early])
    case .warn, .pass: early
    }
  }
}
