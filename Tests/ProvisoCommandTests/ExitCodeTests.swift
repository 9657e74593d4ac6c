import Testing

@testable import ProvisoCommand

@Suite struct ExitCodeTests {
  struct Case: CustomTestStringConvertible {
    let arguments: String
    let status: Int32
    /// A part of what is printed, on either stream.
    var says = ""

    var testDescription: String { "proviso \(arguments)" }
  }

  static let check: [Case] = [
    Case(arguments: "check clean.txt --pack mini.yaml", status: 0, says: "clean.txt"),
    Case(arguments: "check sale.txt --pack mini.yaml", status: 1, says: "mini.no-sale"),
    Case(arguments: "check none.txt --pack mini.yaml", status: 2, says: "no such file: none.txt"),
    Case(arguments: "check offer.txt --pack mini.yaml", status: 3, says: "recipient.regions"),
    Case(arguments: "check clean.txt --pack broken.yaml", status: 4, says: "unknown vocabulary `@sales`"),
    // 2 before 4 before 1 before 3.
    Case(arguments: "check sale.txt offer.txt --pack mini.yaml", status: 1),
    Case(arguments: "check offer.txt bad.json --pack mini.yaml", status: 2, says: "bad.json:1:28"),
    Case(arguments: "check sale.txt none.txt offer.txt --pack mini.yaml", status: 2, says: "mini.no-sale"),
    Case(arguments: "check none.txt --pack broken.yaml", status: 2, says: "unknown vocabulary `@sales`"),
    Case(arguments: "check sale.txt --pack broken.yaml", status: 4),
    // Options.
    Case(arguments: "check loud.txt --pack mini.yaml", status: 0, says: "warn"),
    Case(arguments: "check loud.txt --pack mini.yaml --fail-level warn", status: 1),
    Case(arguments: "check thanks.txt --pack mini.yaml --fail-level warn", status: 0, says: "mini.thanks"),
    Case(arguments: "check thanks.txt --pack mini.yaml --fail-level advice", status: 1),
    Case(arguments: "check offer.txt --pack mini.yaml --unknown warn", status: 0, says: "recipient.regions"),
    Case(arguments: "check offer.txt --pack mini.yaml --unknown pass", status: 0, says: "pass  offer.txt"),
    Case(arguments: "check sale.txt --pack mini.yaml --unknown pass", status: 1),
    Case(arguments: "check loud.txt --pack mini.yaml --fail-level warn --as-of 2019-12-31", status: 0),
    Case(arguments: "check loud.txt --pack mini.yaml --fail-level warn --as-of 2020-01-01", status: 1),
    Case(
      arguments: "check loud.txt --pack mini.yaml --as-of 2026-02-30", status: 2,
      says: "`2026-02-30` is no date of the calendar: 2026-02 has 28 days"),
  ]

  @Test func `undetermined rules that are let pass are no longer asked about`() throws {
    let run = try Program.run(["check", "offer.txt", "--pack", "mini.yaml", "--unknown", "pass"], in: Sample.folder())
    #expect(!run.output.contains("decided"))
    #expect(!run.output.contains("recipient.regions"))
  }

  static let usage: [Case] = [
    Case(arguments: "check", status: 2, says: "no drafts are named: give files, folders or patterns"),
    Case(arguments: "matrix", status: 2, says: "no drafts are named"),
    Case(arguments: "ask", status: 2, says: "Missing expected argument"),
    Case(arguments: "check clean.txt --nonsense", status: 2, says: "Unknown option '--nonsense'"),
    Case(arguments: "check clean.txt --fail-level bad", status: 2, says: "block"),
    Case(arguments: "check clean.txt --format xml", status: 2, says: "json"),
    Case(arguments: "chekc clean.txt", status: 2, says: "chekc"),
    Case(arguments: "", status: 0, says: "SUBCOMMANDS"),
  ]

  static let names: [Case] = [
    Case(arguments: "check clean.txt --pack gdrp", status: 2, says: "unknown pack `gdrp`, did you mean `gdpr`?"),
    Case(arguments: "check clean.txt --pack none.yaml", status: 2, says: "cannot read none.yaml"),
    Case(
      arguments: "check clean.txt --pack mini.yaml --fact consent.statos=none", status: 2,
      says: "did you mean `consent.status`?"),
    Case(
      arguments: "check clean.txt --pack mini.yaml --fact consent.status=nnoe", status: 2, says: "did you mean `none`?"),
    Case(
      arguments: "check clean.txt --pack mini.yaml --fact recipient.regions=XX", status: 2, says: "unknown place `XX`"),
    Case(arguments: "check clean.txt --pack mini.yaml --fact consent.status", status: 2, says: "no `fact=value`"),
    Case(arguments: "check clean.txt --pack mini.yaml --facts none.yaml", status: 2, says: "cannot read none.yaml"),
    Case(arguments: "check clean.txt --pack mini.yaml --facts .", status: 2, says: "cannot read ."),
    Case(arguments: "check clean.txt --pack mini.yaml --facts mini.yaml", status: 2, says: "unknown fact `apiVersion`"),
    Case(arguments: "check clean.txt --pack .", status: 2),
    Case(arguments: "check clean.txt --pack empty/", status: 2, says: "empty/ holds no packs (.yaml .yml)"),
  ]

  static let others: [Case] = [
    Case(arguments: "explain mini.loud --pack mini.yaml", status: 0, says: "share(body, uppercase) <= 50%"),
    Case(arguments: "explain mini.laud --pack mini.yaml", status: 2, says: "did you mean `mini.loud`?"),
    Case(arguments: "explain mini.loud --pack broken.yaml", status: 4),
    Case(arguments: "eval consent.status --pack mini.yaml", status: 0, says: "unknown, depends on consent.status"),
    Case(arguments: "eval consent.statos --pack mini.yaml", status: 2, says: "<expression>:1:1: error"),
    Case(arguments: "eval yes --pack broken.yaml", status: 4),
    Case(arguments: "eval yes --draft none.txt --pack mini.yaml", status: 2, says: "cannot read none.txt"),
    Case(arguments: "eval yes --draft bad.json --pack mini.yaml", status: 2, says: "bad.json:1:28"),
    Case(arguments: "test mini.yaml", status: 0, says: "8 tests of 4 rules: 8 passed, 0 failed"),
    Case(
      arguments: "test failing.yaml", status: 1,
      says: "failing.yaml:54: failed: mini.loud: capitals: wanted fail, got pass"),
    Case(arguments: "test broken.yaml", status: 4),
    Case(arguments: "test house/ mini.yaml", status: 0, says: "16 tests of 8 rules: 16 passed, 0 failed"),
    Case(arguments: "check thanks.txt --pack ./house --fail-level advice", status: 1, says: "house.thanks"),
    Case(arguments: "test house/words/thanks.yaml", status: 4, says: "house/words/thanks.yaml:3:7: error"),
    Case(arguments: "test gdrp", status: 2, says: "did you mean `gdpr`?"),
    Case(arguments: "test common", status: 2, says: "no test was found"),
    Case(arguments: "facts consent status", status: 0, says: "consent.status"),
    Case(arguments: "facts xyzzy", status: 2, says: "no fact fits `xyzzy`"),
  ]

  @Test(arguments: check + usage + names + others) func `the exit code tells how a run ended`(_ example: Case) throws {
    let run = try Program.run(example.arguments.split(separator: " ").map(String.init), in: Sample.folder())
    expect(run, example)
  }

  private func expect(_ run: Program.Run, _ example: Case) {
    #expect(run.status == example.status, "\(run.output)\(run.errors)")
    #expect("\(run.output)\(run.errors)".contains(example.says))
    // What there is to say stands on one of the two streams.
    #expect(!run.output.isEmpty || !run.errors.isEmpty)
    #expect(run.errors.isEmpty || [2, 4].contains(run.status))
  }

  static let ranks: [([ProvisoCommand.ExitStatus], ProvisoCommand.ExitStatus)] = [
    ([], .clean), ([.clean, .undetermined], .undetermined), ([.undetermined, .findings], .findings),
    ([.findings, .invalidPack, .undetermined], .invalidPack), ([.invalidPack, .couldNotRun, .findings], .couldNotRun),
  ]

  @Test(arguments: ranks) func `the first of 2, 4, 1 and 3 counts`(
    _ statuses: [ProvisoCommand.ExitStatus], _ worst: ProvisoCommand.ExitStatus
  ) {
    #expect(ProvisoCommand.ExitStatus.worst(statuses) == worst)
    #expect(ProvisoCommand.ExitStatus.worst(statuses.reversed()) == worst)
  }
}
