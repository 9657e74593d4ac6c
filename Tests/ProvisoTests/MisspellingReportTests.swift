import Proviso
import ProvisoReports
import ProvisoTestSupport
import Testing

/// What is found misspelt says so, and counts for vocabularies that ask for it.
@Suite struct MisspellingReportTests {
  private static let vocabularies = """
    vocabularies:
      goods: { spelling: loose, en: [flash sale, discount, bargain*], except: { en: [discount shop] } }
      strict: { en: [discount] }
      others: { spelling: loose, en: [discount] }
    """

  private static let engine = Result {
    let rules = [
      "goods: text mentions @goods", "strict: text mentions @strict", "both: text mentions [@goods, @others]",
      "alone: text mentions @goods near @others within 3 words", "two: mentions(text, @goods) >= 2",
    ].map { rule in
      let parts = rule.split(separator: ": ", maxSplits: 1)
      return PackText.rule("sp.\(parts[0])", "level: warn\nforbid: \(parts[1])")
    }
    let text = PackText.pack("sp", top: vocabularies, rules.joined(separator: "\n"))
    return try Engine(packs: [], files: [SourceFile(name: "sp.yaml", text: text)])
  }

  private func locations(_ body: String, of rule: String = "goods") throws -> (found: [TextLocation], spans: [Span]) {
    let (text, spans) = Marked.read("channel: sms\nbody: \(body)")
    let report = try Self.engine.get().report(text)
    return (report.results.first { $0.ruleID == "sp.\(rule)" && $0.outcome == .fail }?.locations ?? [], spans)
  }

  static let drafts: [(body: String, reads: [String])] = [
    ("A «falsh  sale» today", ["flash sale"]), ("Big «BARGIANS» here", ["bargain"]),
    ("«Dicsount», «Disocunt»", ["discount", "discount"]),
    // In disguise besides: the second reading is misspelt, too.
    ("Only a «f1ahs sale»", []), ("A «dis\u{200B}cout»", ["discount"]),
  ]

  @Test(arguments: drafts) func `a misspelt phrase is found at its place`(_ body: String, _ reads: [String]) throws {
    let (found, spans) = try locations(body)
    #expect(found.map(\.readAs) == reads)
    if !reads.isEmpty { #expect(found.map { Span($0.byteOffset, $0.byteOffset + $0.byteLength) } == spans) }
  }

  @Test func `a vocabulary that does not ask for it is not found misspelt`() throws {
    #expect(try locations("A dicsount", of: "strict").found.isEmpty)
    #expect(try locations("A discount", of: "strict").found.map(\.readAs) == [nil])
  }

  @Test func `one word in two vocabularies is told once`() throws {
    #expect(try locations("A dicsount", of: "both").found.map(\.readAs) == ["discount"])
  }

  @Test func `an exception may be misspelt, too`() throws {
    #expect(try locations("The dicsount shop").found.isEmpty)
    #expect(try locations("The discount shpo").found.isEmpty)
  }

  @Test func `a phrase and its misspelling are one phrase`() throws {
    #expect(try locations("discount, dicsount, discout", of: "two").found.isEmpty)
    #expect(try Self.engine.get().report("channel: sms\nbody: dicsount, bargian").findings(of: "sp.two") == ["fail"])
  }

  @Test func `the reason and every format name the word that is meant`() throws {
    let draft = try Self.engine.get().draft("channel: sms\nbody: A dicsount")
    let judged = try Self.engine.get().evaluate(draft, asOf: Shared.day)
    #expect(judged.results.first { $0.ruleID == "sp.goods" }?.reason == "text says “discount”")
    let report = Report(toolVersion: "0", packs: [], asOf: Shared.day, drafts: [judged], errors: [])
    #expect(ReportFormat.pretty.render(report).contains("reads `discount`, written as `dicsount`"))
    #expect(ReportFormat.json.render(report).contains(#""read_as": "discount""#))
  }

  @Test func `the explanation of a vocabulary says that it is found misspelt`() throws {
    let said = try Self.engine.get().vocabularyExplanations(of: "@goods").map(\.text)
    #expect(said.first?.contains("A word may be misspelt: a letter left out, or two neighbours swapped.") == true)
    let strict = try Self.engine.get().vocabularyExplanations(of: "@strict").map(\.text)
    #expect(strict.first?.contains("misspelt") == false)
  }

  @Test func `too many misspellings are refused`() throws {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    var random = SeededRandom(seed: 1)
    var words: [String] = []
    for _ in 0..<3000 {
      words.append(String((0..<40).map { _ in letters.randomElement(using: &random) ?? "a" }))
    }
    let top = "vocabularies:\n  many: { spelling: loose, en: [\(words.joined(separator: ", "))] }"
    let pack = PackText.pack("many", top: top, PackText.rule("many.x", "level: warn\nforbid: text mentions @many"))
    let error = #expect(throws: EngineError.self) {
      try Engine(packs: [], files: [SourceFile(name: "many.yaml", text: pack)])
    }
    #expect(error?.diagnostics.map { $0.id } == ["vocabulary.misspellings"])
  }
}
