import ProvisoTestSupport
import Testing

@Suite struct InitCommandTests {
  private static let files = [".proviso.yaml", "drafts/spring-sale.yaml", ".github/workflows/proviso.yml"]

  @Test func `the usual answers give files with something to mend`() throws {
    let folder = try DraftFolder()
    let run = try Program.run(["init", "--yes"], in: folder)
    let text = try Self.files.map { "--- \($0)\n" + (try folder.text($0)) }.joined()
    try GoldenFile.expect(run.transcript(["init", "--yes"]) + text, matches: "init.txt")
    let check = try Program.run(["check", "drafts/", "--pack", "gdpr"], in: folder)
    #expect(check.status == 1)
    #expect(check.output.contains("gdpr.marketing-without-consent"))
  }

  @Test func `answers are the lines of standard input, and where it ends the usual ones`() throws {
    let folder = try DraftFolder()
    let run = try Program.run(["init", "new/shop"], in: folder, input: "sms\nno, US-CA\n\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("proviso check new/shop/drafts/spring-sale.yaml"))
    let draft = try folder.text("new/shop/drafts/spring-sale.yaml")
    #expect(draft.contains("\nchannel: sms\n"))
    // Norway keeps its quotes.
    #expect(draft.hasSuffix("  recipient.regions: [\"NO\", US-CA]\n"))
    #expect(try folder.text("new/shop/.proviso.yaml").hasSuffix("  sender.sector: [retail]\n"))
    #expect(try Program.run(["check", "new/shop/drafts/", "--pack", "gdpr"], in: folder).status == 1)
  }

  /// What stands on standard input, and what is said of it.
  static let mistakes: [(input: String, says: String)] = [
    ("fax\n", "`draft.channel` cannot be `fax`: it must be one of"), ("sms\nDEE\n", "did you mean `DE`?"),
    ("\n\nperhaps\n", "`yes` or `no`"), ("\u{0}\u{1B}[2J\n", "draft.channel"),
    (String(repeating: "a", count: 1_000_000), "draft.channel"),
  ]

  @Test(arguments: mistakes) func `an answer that cannot be used leaves nothing behind`(
    _ input: String, _ says: String
  ) throws {
    let folder = try DraftFolder()
    let run = try Program.run(["init"], in: folder, input: input)
    #expect(run.status == 2)
    #expect(run.errors.contains(says))
    #expect(!run.errors.contains("\u{1B}"))
    #expect(try folder.names(in: ".").isEmpty)
  }

  @Test func `nothing is written over unless that is wanted`() throws {
    let folder = try DraftFolder([".proviso.yaml": "mine\n"])
    let refused = try Program.run(["init", "--yes"], in: folder)
    #expect(refused.status == 2)
    #expect(refused.errors == "already there: .proviso.yaml; --force writes over them\n")
    #expect(try folder.names(in: ".") == [".proviso.yaml"])
    #expect(try folder.text(".proviso.yaml") == "mine\n")
    #expect(try Program.run(["init", "--yes", "--force"], in: folder).status == 0)
    #expect(try folder.text(".proviso.yaml").contains("kind: Config"))
  }

  @Test func `a folder that cannot be made is said so`() throws {
    let run = try Program.run(["init", "file/inside", "--yes"], in: DraftFolder(["file": "x"]))
    #expect(run.status == 2)
    #expect(run.errors.contains("file/inside"))
  }
}

extension DraftFolder {
  fileprivate func text(_ path: String) throws -> String { String(decoding: try bytes(of: path), as: UTF8.self) }
}
