import ArgumentParser
import Proviso

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the tests inside the rules of packs.",
    discussion: "Exit codes: 0 all passed; 1 some failed; 2 could not run; 4 a pack is invalid.")

  @Argument(help: "Built-in packs by id, pack files, or folders of them; all built-in packs by default.")
  var packs: [String] = []

  @Flag(help: "Name the tests that passed too.")
  var verbose = false

  func run() throws {
    let engine = try PackOptions.parse(packs.flatMap { ["--pack", $0] }).engine()
    let results = engine.runTests()
    var text = ""
    for result in results {
      if let failure = result.failure {
        text += "\(result.file):\(result.line): failed: \(result.ruleID): \(result.name): \(failure)\n"
      } else if verbose {
        text += "\(result.file):\(result.line): passed: \(result.ruleID): \(result.name)\n"
      }
    }
    let failed = results.count { $0.failure != nil }
    let rules = Set(results.map(\.ruleID)).count
    text += "\(results.count) tests of \(rules) rules: \(results.count - failed) passed, \(failed) failed"
    Output.print(text)
    if results.isEmpty { throw Problem("no test was found") }
    if failed > 0 { throw ExitStatus.findings }
  }
}
