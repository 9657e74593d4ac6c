import ProvisoTestSupport
import Testing

@Suite struct OutputTests {
  static let formats = ["pretty", "plain", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"]

  @Test(arguments: formats) func `drafts are checked as the transcript says`(_ format: String) throws {
    let arguments = ["check", "drafts", "--pack", "mini.yaml", "--as-of", "2026-11-22", "--format", format]
    let run = try Program.run(arguments, in: Sample.drafts())
    try GoldenFile.expect(run.transcript(arguments), matches: "check.\(format).txt")
  }

  @Test func `kept rules are listed when all are asked for`() throws {
    let arguments = ["check", "clean.txt", "--pack", "mini.yaml", "--as-of", "2026-11-22", "--all", "-f", "plain"]
    try GoldenFile.expect(Program.run(arguments, in: Sample.folder()).transcript(arguments), matches: "check.all.txt")
  }

  static let others: [(name: String, arguments: [String])] = [
    ("explain", ["explain", "mini.consent", "--pack", "mini.yaml"]),
    ("explain.vocabulary", ["explain", "@offer", "--pack", "mini.yaml"]),
    ("explain.unknown-vocabulary", ["explain", "@offers", "--pack", "mini.yaml"]),
    ("broken-pack", ["check", "clean.txt", "--pack", "broken.yaml"]),
    ("facts", ["facts", "processingDays"]),
    ("eval.unknown", ["eval", "recipient.region in EEA", "--pack", "mini.yaml"]),
    (
      "eval.places", ["eval", "recipient.region in EEA", "--pack", "mini.yaml", "--fact", "recipient.regions=DE,US,FR"]
    ),
    ("eval.draft", ["eval", "text mentions @promotion", "--pack", "mini.yaml", "--draft", "sale.txt"]),
    ("eval.problem", ["eval", "consent.statos is none", "--pack", "mini.yaml"]),
  ]

  @Test(arguments: others) func `a command prints as its transcript says`(_ name: String, _ arguments: [String]) throws
  {
    try GoldenFile.expect(Program.run(arguments, in: Sample.folder()).transcript(arguments), matches: "\(name).txt")
  }

  @Test func `the tests of a pack are named with their outcome`() throws {
    let arguments = ["test", "failing.yaml", "--verbose"]
    let run = try Program.run(arguments, in: Sample.folder())
    try GoldenFile.expect(run.transcript(arguments), matches: "test.verbose.txt")
  }

  @Test(arguments: [["test", "failing.yaml", "--uncovered"], ["test", "failing.yaml", "--coverage", "-f", "json"]])
  func `what the tests of a pack do not exercise is listed`(_ arguments: [String]) throws {
    let run = try Program.run(arguments, in: Sample.folder())
    try GoldenFile.expect(
      run.transcript(arguments), matches: "test.\(arguments.contains("json") ? "json" : "uncovered").txt")
  }

  @Test func `documentation is written to a folder that need not be there`() throws {
    let folder = try Sample.folder()
    let run = try Program.run(["docs", "failing.yaml", "-o", "pages/rules"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == "8 pages in pages/rules, rules on them: 4\n")
    #expect(run.errors.contains("failing.yaml:54: left out, since this test fails: capitals"))
    let names = ["all", "coverage", "index", "mini"].flatMap { ["\($0).html", "\($0).md"] }
    #expect(try folder.names(in: "pages/rules") == names)
  }

  @Test func `documentation that cannot be written is an error`() throws {
    let run = try Program.run(["docs", "failing.yaml", "-o", "failing.yaml/pages"], in: Sample.folder())
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot make the folder failing.yaml/pages"))
  }

  /// The environment, further arguments, and whether there is colour where the output is a file.
  static let colours: [(environment: [String: String], arguments: [String], isColoured: Bool)] = [
    ([:], [], false),
    (["CLICOLOR_FORCE": "1"], [], true),
    (["CLICOLOR_FORCE": "0"], [], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], [], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], [], true),
    (["CLICOLOR_FORCE": "1"], ["--no-color"], false),
    (["CLICOLOR_FORCE": "1"], ["--format", "plain"], false),
    (["CLICOLOR_FORCE": "1"], ["--format", "json"], false),
  ]

  @Test(arguments: colours) func `colour follows the environment and the options`(
    _ environment: [String: String], _ arguments: [String], _ isColoured: Bool
  ) throws {
    let command = ["check", "sale.txt", "--pack", "mini.yaml"] + arguments
    let run = try Program.run(command, in: Sample.folder(), environment: environment)
    #expect(run.output.contains("\u{1B}[") == isColoured)
    #expect(run.status == 1)
  }

  @Test func `the built-in packs judge a draft`() throws {
    let folder = try DraftFolder(["promo.txt": "Flash sale! 20% off today"])
    let facts = ["recipient.regions=DE", "consent.status=none", "draft.channel=whatsapp"].flatMap { ["--fact", $0] }
    let run = try Program.run(["check", "promo.txt", "--pack", "gdpr"] + facts, in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("gdpr.marketing-without-consent"))
    #expect(run.output.contains("promo.txt:1:1"))
  }
}
