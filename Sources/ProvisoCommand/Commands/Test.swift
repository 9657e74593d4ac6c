import ArgumentParser
import Proviso
import ProvisoReports

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests inside the rules of packs.",
    discussion: """
        proviso test gdpr
        proviso test --uncovered shop.yaml

      With --coverage it is told how far the tests exercise the rules. A condition is seen to hold when a test would \
      come out otherwise had it not held, and seen not to hold the same way. Every condition must be seen both ways, \
      every case of a table must decide a test, and each language of the pack in which a rule looks for phrases must \
      be spoken by one of its tests. Phrases that stand in no test are counted, and nothing more.

      What an author should look at is said on standard error, and changes no exit code: a condition that is always \
      the same, a phrase or the name of a test that stands twice.

      Exit codes: 0 all passed; 1 some failed, or coverage was asked for and is not complete; 2 could not run; 4 a pack \
      is invalid.
      """)

  @Argument(help: PackOptions.argumentHelp)
  var packs: [String] = []

  @Flag(help: "Name the tests that passed too.")
  var verbose = false

  @Flag(help: "Tell how far the tests exercise the rules.")
  var coverage = false

  @Flag(help: "List what no test exercises, with its place; implies --coverage.")
  var uncovered = false

  @Option(name: [.short, .long], help: "How results are shown.")
  var format: TestReportFormat = .plain

  func run() throws {
    let engine = try PackOptions.parse(packs.flatMap { ["--pack", $0] }).engine()
    let report = engine.runTests(measuringCoverage: coverage || uncovered)
    for warning in report.warnings { Output.error(warning) }
    Output.print(format.render(report, listingPassed: verbose, listingUncovered: uncovered))
    if report.results.isEmpty { throw Problem("no test was found") }
    if !report.failures.isEmpty || report.coverage?.isComplete == false { throw ExitStatus.findings }
  }
}
