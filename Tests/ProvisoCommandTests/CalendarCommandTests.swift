import ProvisoTestSupport
import Testing

@Suite struct CalendarCommandTests {
  private static let pack = """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata: { id: dated, title: A pack for tests, version: 1.2.3, languages: [en], verified: 2026-11-22, review: 12 months }
    sources:
      law: { title: The law, url: "https://law.example/text" }
    parameters:
      longest: { 2020-01-01: 20, 2027-03-01: 10 }
    tables:
      end: { v1.0: 2027-01-31 }
    rules:
      - id: dated.length
        title: A message is short
        level: block
        require: length(body) <= longest
        message: It has more than {longest} characters.
        cite: [law art. 1]
        tests:
          - { name: long, draft: { channel: sms, body: A message of many characters }, want: fail }
          - { name: short, draft: { channel: sms, body: Short }, want: pass }
      - id: dated.version
        title: The version lives
        level: warn
        effective: { from: 2027-01-01 }
        forbid: end[security.graphApiVersion] <= sending.date
        message: The version has ended.
        cite: [law art. 2]
        tests:
          - { name: ended, draft: { channel: sms, body: Hi }, facts: { security.graphApiVersion: v1.0 }, as-of: 2027-02-01, want: fail }
          - { name: other, draft: { channel: sms, body: Hi }, facts: { security.graphApiVersion: v2.0 }, as-of: 2027-02-01, want: pass }

    """

  private static func folder() throws -> DraftFolder {
    try DraftFolder([
      "dated.yaml": pack,
      "broken.yaml": pack.replacing("longest }", with: "longst }").replacing("<= longest", with: "<= longst"),
      "drafts/short.txt": "Hello\n", "drafts/long.txt": "Hello to you\n",
      "drafts/old.yaml": "channel: sms\nbody: Hi\nfacts: { security.graphApiVersion: v1.0 }\n",
      "planned.yaml": "channel: sms\nbody: Hello to you\nfacts: { draft.plannedSendAt: \"2027-06-01T10:00:00Z\" }\n",
      "bad.json": "{\"channel\": ", "empty.txt": "",
    ])
  }

  /// What is typed behind `calendar`, the exit code, and a part of what is printed, on either stream.
  static let cases: [(arguments: String, status: Int32, says: String)] = [
    ("", 0, "2027-03-01  `longest` of dated becomes 10; it was 20."),
    ("--months 1", 0, "Nothing changes in the packs from 2026-11-22 to 2026-12-22."),
    ("drafts/short.txt --fact security.graphApiVersion=v2.0", 0, "Nothing changes until 2027-11-22."),
    ("drafts/long.txt --fact security.graphApiVersion=v2.0", 1, "2027-03-01"),
    ("drafts/long.txt --until 2027-02-28", 0, "2027-01-01"),
    ("drafts/long.txt --until 2027-03-01", 1, "dated.length"),
    ("drafts/old.yaml", 0, "2027-01-31"),
    ("drafts/old.yaml --fail-level warn", 1, "dated.version"),
    ("drafts/old.yaml --fail-level warn --as-of 2027-02-01", 0, "Nothing changes"),
    ("drafts/ --packs", 1, "What changes in the packs"),
    ("planned.yaml", 0, "It is planned for 2027-06-01"),
    ("none.txt", 2, "no such file: none.txt"), ("drafts/long.txt none.txt", 2, "dated.length"),
    ("bad.json", 2, "bad.json:1"), ("empty.txt", 2, "empty.txt"),
    ("--until 2026-11-22", 2, "--until must lie behind 2026-11-22"),
    ("--until soon", 2, "--until: expected a date such as"), ("--months 0", 2, "from 1 to 1200"),
    ("--months 9999999", 2, "from 1 to 1200"), ("--months -3", 2, "months"),
    ("--months 3 --until 2027-01-01", 2, "exclude each other"), ("--format html", 2, "json"),
    ("--until 9999-12-31", 0, "2027-01-31"),
  ]

  @Test(arguments: cases) func `the exit code tells whether something will break`(
    _ arguments: String, _ status: Int32, _ says: String
  ) throws {
    var words = ["calendar", "--pack", "dated.yaml"] + arguments.split(separator: " ").map(String.init)
    if !words.contains("--as-of") { words += ["--as-of", "2026-11-22"] }
    let run = try Program.run(words, in: Self.folder())
    #expect(run.status == status, "\(run.output)\(run.errors)")
    #expect("\(run.output)\(run.errors)".contains(says))
  }

  @Test func `an invalid pack is named as such`() throws {
    #expect(try Program.run(["calendar", "--pack", "broken.yaml"], in: Self.folder()).status == 4)
  }

  static let transcripts: [(name: String, arguments: [String])] = [
    ("calendar.packs", []), ("calendar.drafts", ["drafts"]),
    ("calendar.json", ["drafts/old.yaml", "--packs", "-f", "json"]),
  ]

  @Test(arguments: transcripts) func `the calendar is as its transcript says`(_ name: String, _ arguments: [String])
    throws
  {
    let words = ["calendar"] + arguments + ["--pack", "dated.yaml", "--as-of", "2026-11-22"]
    try GoldenFile.expect(Program.run(words, in: Self.folder()).transcript(words), matches: "\(name).txt")
  }
}
