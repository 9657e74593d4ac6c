import Testing

/// Facts come from the draft, the file beside it, `--facts` and `--fact`, the later winning.
@Suite struct FactOptionTests {
  /// Files with a value for `consent.status`, and the arguments in which it is declared once more.
  static let cases: [(files: [String: String], arguments: [String], status: Int32)] = [
    ([:], [], 3),
    (["offer.facts.yaml": "consent.status: explicit"], [], 0),
    (["offer.facts.yaml": "consent.status: none"], [], 1),
    (
      ["offer.facts.yaml": "consent.status: none", "more.yaml": "consent.status: explicit"], ["--facts", "more.yaml"], 0
    ),
    (["more.json": "{\"consent\": {\"status\": \"none\"}}"], ["--facts", "more.json"], 1),
    (
      ["one.yaml": "consent.status: explicit", "two.yaml": "consent.status: none"],
      ["--facts", "one.yaml", "--facts", "two.yaml"], 1
    ),
    (["one.yaml": "consent.status: none"], ["--fact", "consent.status=explicit", "--facts", "one.yaml"], 0),
    (
      ["offer.facts.yaml": "consent.status: none"],
      ["--fact", "consent.status=none", "--fact", "consent.status=explicit"], 0
    ),
    (["offer.facts.yaml": "consent.status: unknown"], [], 3),
  ]

  @Test(arguments: cases) func `the later declaration wins`(
    _ files: [String: String], _ arguments: [String], _ status: Int32
  ) throws {
    let draft = "channel: sms\nbody: A special offer\nfacts: { recipient.regions: [DE] }\n"
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "offer.yaml": draft].merging(files) { _, own in own })
    let run = try Program.run(["check", "offer.yaml", "--pack", "mini.yaml"] + arguments, in: folder)
    #expect(run.status == status, "\(run.output)\(run.errors)")
  }

  @Test func `what is wrong with facts beside a draft does not hide other drafts`() throws {
    let folder = try DraftFolder([
      "mini.yaml": Sample.pack, "a.txt": "A special offer", "a.facts.yaml": "consent.statos: none",
      "b.txt": "Flash sale",
    ])
    let run = try Program.run(["check", "a.txt", "b.txt", "--pack", "mini.yaml"], in: folder)
    #expect(run.status == 2)
    #expect(run.output.contains("a.facts.yaml:1:1: error: unknown fact `consent.statos`"))
    #expect(run.output.contains("mini.no-sale"))
  }

  @Test func `a fact for one draft is not one for the next`() throws {
    let folder = try DraftFolder([
      "mini.yaml": Sample.pack, "a.txt": "A special offer", "b.txt": "A special offer",
      "a.facts.yaml": "recipient.regions: [BR]",
    ])
    let run = try Program.run(["check", "a.txt", "b.txt", "--pack", "mini.yaml", "-f", "plain"], in: folder)
    #expect(run.status == 3)
    #expect(run.output.contains("verdict pass: 1") && run.output.contains("verdict needs-facts: 1"))
  }
}
