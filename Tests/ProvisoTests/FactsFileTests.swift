import Proviso
import Testing

@Suite struct FactsFileTests {
  private static func facts(_ text: String) throws -> Facts {
    let (facts, problems) = try Shared.user().readFacts(SourceFile(name: "facts.yaml", text: text))
    #expect(problems.map(\.message) == [])
    return facts
  }

  private static func file(_ text: String) throws -> FactsFile {
    try FactsFile(SourceFile(name: "facts.yaml", text: text), Shared.user())
  }

  static let every = """
    audience.size: 12.5
    consent.record.when: "2026-11-22T18:30:00Z"
    consent.status: none
    draft.languages: ["no", en]
    draft.media.type: "3gpp"
    draft.replyPossible: yes
    draft.scheduledLocalTime: "08:00"
    recipient.regions: [DE, US-CA]
    security.lastAuditAt: 2026-02-28
    sender.brandNames: ["A \\"b\\" # c", "\\u200B: x"]
    sender.postalAddress: null
    audiences:
      - regions: [DE]
        consent.status: explicit

    """

  @Test func `every type of value is written as it is read`() throws {
    let facts = try Self.facts(Self.every)
    #expect(try Self.facts(FactsFile.text(facts)) == facts)
    #expect(facts.states.count == 11 && facts.audiences.count == 1)
  }

  static let kept = [
    "", "# a comment\n", "# a comment\nrecipient: { regions: [DE] } # where\ndraft.purpose: [otp]",
    "consent:\n  legalBasis: contract\n", "audiences: [{ regions: [DE], consent.status: none }]\n",
  ]

  @Test(arguments: kept) func `answers stand below what was there`(_ text: String) throws {
    let answers = try Self.facts("consent.status: given")
    let merged = try Self.file(text).adding(answers)
    #expect(merged.hasPrefix(text) && merged.hasSuffix("consent.status: given\n"))
    let (before, after) = (try Self.facts(text), try Self.facts(merged))
    #expect(after.states == before.states.merging(answers.states) { $1 } && after.audiences == before.audiences)
  }

  @Test func `a file of JSON is written anew with all it said`() throws {
    let text = "{ \"recipient\": { \"regions\": [\"DE\"] } }"
    let merged = try Self.file(text).adding(Self.facts("consent.status: given"))
    #expect(merged == "consent.status: given\nrecipient.regions: [DE]\n")
  }

  @Test func `what cannot be added to without losing comments is left alone`() throws {
    let file = try Self.file("# ours\nrecipient.regions: [DE]\n...\n")
    #expect(throws: FactsFile.Failure.closed) { try file.adding(Self.facts("consent.status: given")) }
  }

  @Test func `another value is replaced only when that is wanted`() throws {
    let file = try Self.file("consent.status: none\nrecipient.regions: [DE]\n")
    let answers = try Self.facts("consent.status: given")
    #expect(throws: FactsFile.Failure.conflicts(["consent.status"])) { try file.adding(answers) }
    #expect(try file.adding(answers, replacing: true) == "consent.status: given\nrecipient.regions: [DE]\n")
    #expect(try file.adding(Self.facts("consent.status: none")) == "consent.status: none\nrecipient.regions: [DE]\n")
  }

  @Test func `a file with errors is refused before anything is asked`() throws {
    #expect(throws: FactsFile.Failure.self) { try Self.file("consent.statos: none\n") }
  }
}
