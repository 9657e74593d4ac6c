import ArgumentParser
import Proviso

@main
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proviso",
    abstract: "Checks business message drafts against the law and the platforms' rules.",
    discussion: """
      A draft is a WhatsApp template or message (Meta's own JSON), an e-mail (.eml), plain text, or Proviso's YAML.

        proviso check templates/            every draft below a folder
        proviso check promo.json --fact recipient.regions=DE
        proviso explain gdpr.missing-opt-out
      """,
    version: Engine.version,
    subcommands: [
      Check.self, Ask.self, Mend.self, ShowMatrix.self, ShowCalendar.self, Initialize.self, Explain.self, Graph.self,
      Evaluate.self, Test.self, Docs.self, ListFacts.self, ShowConfig.self, Bench.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      exit(withError: ExitCode(status.rawValue))
    } catch let problem as Problem {
      Output.error(problem.message)
      exit(withError: ExitCode(problem.status.rawValue))
    } catch {
      // The parser's own errors: wrong usage is 2 here, `--help` is 0.
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        Output.print(text)
        exit(withError: ExitCode.success)
      }
      Output.error(text)
      exit(withError: ExitCode(ExitStatus.couldNotRun.rawValue))
    }
  }
}
