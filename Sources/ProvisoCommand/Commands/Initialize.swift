import ArgumentParser
import Glibc
import Proviso

struct Initialize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a folder of drafts: a configuration, a sample and a workflow for CI.",
    discussion: """
        proviso init campaigns
        proviso init --yes

      Asks a few questions; an empty line takes the answer in brackets. Without a terminal the answers are the lines of \
      standard input, and where it ends the usual ones count.

      Exit codes: 0 the files are written; 2 an answer cannot be used, or a file is there already; then nothing is written.
      """)

  @Argument(help: "The folder; it is made where it is missing.")
  var folder = "."

  @Flag(help: "Ask nothing, and take the usual answers.")
  var yes = false

  @Flag(help: "Write over files that are there already.")
  var force = false

  func run() throws {
    let starter: Starter
    do throws(EngineError) { starter = try Starter() } catch { throw Problem(error.drawing) }
    let answers = try answers(starter)
    let files = starter.files(answers).map { (path: folder == "." ? $0.path : "\(folder)/\($0.path)", text: $0.text) }
    let present = files.map(\.path).filter { FileSystem.kind(of: $0) != nil }
    guard force || present.isEmpty else {
      throw Problem("already there: \(present.joined(separator: ", ")); --force writes over them")
    }
    for file in files {
      try FileSystem.makeFolder(above: file.path)
      try FileSystem.write(file.text, to: file.path, replacing: force)
    }
    Output.print(
      """
      Written:
      \(files.map { "  \($0.path)" }.joined(separator: "\n"))

      Next:
        proviso check \(files[1].path)
        proviso matrix \(files[1].path)
        proviso calendar \(files[1].path)
      """)
  }

  // MARK: Questions

  private func answers(_ starter: Starter) throws(Problem) -> Facts {
    let isTerminal = isatty(STDIN_FILENO) == 1
    var lines = yes || isTerminal ? [] : try Initialize.lines()[...]
    var answers = Facts()
    for question in starter.questions {
      if isTerminal, !yes {
        answers = answers.overridden(by: Initialize.ask(question, starter))
        continue
      }
      let (facts, problems) = starter.answer(lines.popFirst() ?? "", to: question)
      if let problem = problems.first { throw Problem(Initialize.words(problem)) }
      answers = answers.overridden(by: facts)
    }
    return answers
  }

  private static func lines() throws(Problem) -> [String] {
    let source = try FileSystem.readStandardInput(as: Inputs.streamName)
    return source.text(in: Span(0, source.bytes.count)).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Asks until there is an answer that can be used.
  private static func ask(_ question: Starter.Question, _ starter: Starter) -> Facts {
    Output.error("\n\(question.definition.question)\n  \(question.definition.help)\n  \(question.definition.type.name)")
    while true {
      Output.error("  [\(question.usual)]")
      let (facts, problems) = starter.answer(readLine() ?? "", to: question)
      guard let problem = problems.first else { return facts }
      Output.error("  \(words(problem))")
    }
  }

  /// The problem without what a terminal would obey, since it repeats the answer.
  private static func words(_ problem: Diagnostic) -> String {
    let words = problem.message + (problem.help.map { "; \($0)" } ?? "")
    return String(words.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "�" : $0 })
  }
}
