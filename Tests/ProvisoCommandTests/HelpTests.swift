import ProvisoTestSupport
import Testing

@Suite struct HelpTests {
  static let commands = [
    "", "check", "ask", "fix", "matrix", "calendar", "init", "explain", "graph", "eval", "test", "docs", "facts",
    "config", "bench",
  ]

  @Test(arguments: commands) func `help tells all there is`(_ command: String) throws {
    let arguments = [command, "--help"].filter { !$0.isEmpty }
    let run = try Program.run(arguments, in: DraftFolder())
    try GoldenFile.expect(run.transcript(arguments), matches: "help\(command.isEmpty ? "" : ".\(command)").txt")
  }

  @Test func `every command of the program has its help tested`() throws {
    let help = try Program.run(["--help"], in: DraftFolder()).output
    let listed = help.split(separator: "SUBCOMMANDS:")[1].split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /\ {2}([a-z]+)(\ {2}.*)?/).map { String($0.1) }
    }
    #expect(listed == Self.commands.filter { !$0.isEmpty })
  }

  @Test func `the version is printed alone`() throws {
    let run = try Program.run(["--version"], in: DraftFolder())
    #expect(run.output == "0.1.0\n" && run.errors.isEmpty && run.status == 0)
  }
}
