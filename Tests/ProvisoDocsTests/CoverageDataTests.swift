import Proviso
import ProvisoModel
import ProvisoPacks
import ProvisoSource
import Testing

@testable import ProvisoDocs

@Suite struct CoverageDataTests {
  private static let read = CoverageData.read(Engine.coverageFile)

  @Test func `the data of the coverage page has no problems`() {
    #expect(Self.read.diagnostics.map(\.message) == [])
    #expect(Self.read.data.practices.map(\.number) == Array(1...41))
    #expect(!Self.read.data.gaps.isEmpty)
  }

  @Test func `every rule that a practice names exists`() throws {
    let known = Set(try Engine().ruleIDs)
    for practice in Self.read.data.practices {
      #expect(practice.rules.filter { !known.contains($0) } == [], "\(practice.number)")
      #expect(Set(practice.rules).count == practice.rules.count, "\(practice.number)")
    }
  }

  @Test func `every source of which something is not covered exists, and the articles are cited by no rule`() throws {
    let library = DocumentedPacks(try Engine())
    for gap in Self.read.data.gaps {
      let pack = try #require(library.packs.first { $0.id == gap.pack }, "\(gap.pack)")
      #expect(pack.sources[gap.source] != nil, "\(gap.pack) \(gap.source)")
      let cited = pack.rules.flatMap { $0.citations + $0.cases.flatMap(\.citations) }.filter { $0.id == gap.source }
      #expect(!cited.contains { $0.locator == gap.articles }, "\(gap.articles)")
      if gap.kind == .open || gap.kind == .notExpressible { continue }
      #expect(gap.needs == nil, "\(gap.articles): what is no duty about a message needs nothing")
    }
  }

  @Test(arguments: [
    ("kind: Cover", "coverage.header", "Cover"),
    ("kind: Coverage\npractice: []", "key.unknown", "practice"),
    (
      "kind: Coverage\nnot-covered: [{ pack: a, source: b, articles: c, about: d, kind: e, confidence: general, why: f }]",
      "value.unknown", "e"
    ),
    ("kind: Coverage\npractices: [{ id: 1, title: a }]", "coverage.practice", "{ id: 1, title: a }"),
  ])
  func `a mistake in the data is reported with its place`(_ text: String, _ id: String, _ underlined: String) {
    let source = SourceFile(name: "coverage.yaml", text: "apiVersion: proviso/v1\n\(text)")
    let problems = CoverageData.read(source).diagnostics
    #expect(problems.map(\.id) == [id])
    #expect(problems.map { source.text(in: $0.span) } == [underlined])
  }
}
