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
    // Each says its name itself: the parser would take it from the type, which takes long to find out.
    subcommands: [
      Check.self, Ask.self, Mend.self, ShowMatrix.self, ShowCalendar.self, Initialize.self, Explain.self, Graph.self,
      Evaluate.self, Test.self, Docs.self, ListFacts.self, ShowConfig.self, Bench.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      status.end()
    } catch let problem as Problem {
      Output.error(problem.message)
      problem.status.end()
    } catch {
      // The parser's own errors: wrong usage is 2 here, `--help` is 0.
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        Output.print(text)
        ExitStatus.clean.end()
      }
      Output.error(text)
      ExitStatus.couldNotRun.end()
    }
  }
}
