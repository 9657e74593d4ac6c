import ProvisoTestSupport
import Testing

@Suite struct AskTests {
  private static let ask = ["ask", "offer.txt", "--pack", "mini.yaml", "--as-of", "2026-11-22"]

  @Test func `answers come line by line, and the facts file is written beside the draft`() throws {
    let folder = try Sample.folder()
    let run = try Program.run(Self.ask, in: folder, input: "?\nDEE\ngermany\nnnoe\n1\n")
    try GoldenFile.expect(run.transcript(Self.ask), matches: "ask.txt")
    #expect(try folder.text(of: "offer.facts.yaml") == "consent.status: explicit\nrecipient.regions: [DE]\n")
    // What was written is what `check` reads.
    #expect(try Program.run(["check", "offer.txt", "--pack", "mini.yaml"], in: folder).status == 0)
    let again = try Program.run(Self.ask, in: folder)
    #expect(again.status == 0 && again.output == "verdict: pass\nquestions: 0\n")
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var arguments: [String] = []
    var input = ""
    var files: [String: String] = [:]
    let status: Int32
    let says: [String]
    /// The facts file afterwards; nil where there must be none.
    var facts: String?
  }

  static let cases = [
    Case(
      testDescription: "answers from a file", arguments: ["--answers", "all.yaml"],
      files: ["all.yaml": "recipient.regions: [DE]\nconsent.status: none\naudience.size: 7\n"], status: 1,
      says: ["verdict: block", "mini.consent (block in DE)", "questions: 2"],
      facts: "consent.status: none\nrecipient.regions: [DE]\n"),
    Case(
      testDescription: "an answer that is not in the file", arguments: ["--answers", "some.yaml"],
      files: ["some.yaml": "recipient.regions: [DE]\n"], status: 3,
      says: ["verdict: needs-facts", "still open:\n  consent.status: ", "questions: 1"],
      facts: "recipient.regions: [DE]\n"),
    Case(
      testDescription: "an answer that makes the first question needless", arguments: ["--answers", "some.yaml"],
      files: ["some.yaml": "consent.status: explicit\n"], status: 0, says: ["verdict: pass", "questions: 1"],
      facts: "consent.status: explicit\n"),
    Case(testDescription: "quit", input: "quit\n", status: 3, says: ["questions: 0"]),
    Case(
      testDescription: "no more lines", input: "DE\n", status: 3, says: ["questions: 1"],
      facts: "recipient.regions: [DE]\n"),
    Case(testDescription: "nobody knows", input: "\n\n", status: 3, says: ["still open:", "questions: 2"]),
    Case(
      testDescription: "outside the rule's places", input: "BR\n", status: 0, says: ["verdict: pass", "questions: 1"],
      facts: "recipient.regions: [BR]\n"),
    Case(
      testDescription: "facts that are there stay", input: "explicit\n",
      files: ["offer.facts.yaml": "# ours\nrecipient: { regions: [DE] }"], status: 0, says: ["questions: 1"],
      facts: "# ours\nrecipient: { regions: [DE] }\nconsent.status: explicit\n"),
    Case(
      testDescription: "facts to standard output", arguments: ["-o", "-"], input: "BR\n", status: 0,
      says: ["recipient.regions: [BR]\n", "verdict: pass"]),
    Case(
      testDescription: "another value in the file", arguments: ["-o", "other.yaml"], input: "BR\n",
      files: ["other.yaml": "recipient.regions: [DE]\n"], status: 2,
      says: ["other.yaml has other values of recipient.regions; --force replaces them", "recipient.regions: [BR]"]),
    Case(
      testDescription: "another value replaced", arguments: ["-o", "other.yaml", "--force"], input: "BR\n",
      files: ["other.yaml": "recipient.regions: [DE]\n"], status: 0, says: ["facts: other.yaml"]),
    Case(
      testDescription: "a facts file with errors", arguments: ["-o", "other.yaml"],
      files: ["other.yaml": "consent.statos: none\n"], status: 2, says: ["did you mean `consent.status`?"]),
    Case(
      testDescription: "no place to write to", arguments: ["-o", "none/facts.yaml"], input: "BR\n", status: 2,
      says: ["cannot write none/facts.yaml", "recipient.regions: [BR]"]),
  ]

  @Test(arguments: cases) func `an interview ends as it should`(_ example: Case) throws {
    let folder = try Sample.folder()
    for (name, text) in example.files { try folder.write(text, to: name) }
    let run = try Program.run(Self.ask + example.arguments, in: folder, input: example.input)
    #expect(run.status == example.status, "\(run.output)\(run.errors)")
    for part in example.says { #expect("\(run.output)\(run.errors)".contains(part), "\(run.output)\(run.errors)") }
    #expect(try folder.names(in: ".").contains("offer.facts.yaml") == (example.facts != nil))
    if let facts = example.facts { #expect(try folder.text(of: "offer.facts.yaml") == facts) }
    if example.arguments.contains("--force") {
      #expect(try folder.text(of: "other.yaml") == "recipient.regions: [BR]\n")
    }
  }

  @Test func `a file of several drafts is refused`() throws {
    let folder = try Sample.drafts()
    let run = try Program.run(["ask", "drafts/c-own.yaml", "--pack", "mini.yaml"], in: folder, input: "")
    #expect(run.status == 0)
    try folder.write(
      "{\"channel\": \"sms\", \"body\": \"a\"}\n{\"channel\": \"sms\", \"body\": \"b\"}\n", to: "two.jsonl")
    let two = try Program.run(["ask", "two.jsonl", "--pack", "mini.yaml"], in: folder)
    #expect(two.status == 2 && two.errors.contains("two.jsonl holds 2 drafts"))
    #expect(try Program.run(["ask", "none.txt", "--pack", "mini.yaml"], in: folder).status == 2)
  }
}
