import ProvisoSource
import Testing

@Suite struct SpanMapTests {
  @Test func copiedRunsMoveAlong() {
    let map = SpanMap(copying: 10, from: 100)
    #expect(map.source(of: Span(2, 5)) == Span(102, 105))
    #expect(map.source(of: Span(10, 10)) == Span(110, 110))
  }

  @Test func aReplacedRunIsKnownAsAWhole() {
    // `a\u00e9b` in a file at 1: one byte, a six-byte escape for two bytes, one byte.
    var map = SpanMap(startingAt: 1)
    map.appendCopied(1, from: 1)
    map.appendReplaced(2, for: Span(2, 8))
    map.appendCopied(1, from: 8)
    #expect(map.source(of: Span(1, 3)) == Span(2, 8))
    #expect(map.source(of: Span(2, 4)) == Span(2, 9))
    #expect(map.source(of: Span(0, 1)) == Span(1, 2))
    #expect(map.source(of: Span(3, 4)) == Span(8, 9))
  }

  @Test func deletedSourceLeavesAGap() {
    var map = SpanMap()
    map.appendCopied(2, from: 0)
    map.appendReplaced(0, for: Span(2, 5))
    map.appendCopied(2, from: 5)
    #expect(map.source(of: Span(0, 4)) == Span(0, 7))
    #expect(map.source(of: Span(0, 2)) == Span(0, 2))
  }
}

@Suite struct LineIndexTests {
  @Test func countsColumnsInCharacters() {
    let index = LineIndex(Array("é😀x\r\ny\rz".utf8))
    #expect(index.position(of: 6) == Position(at: 1, 3))
    #expect(index.position(of: 9) == Position(at: 2, 1))
    #expect(index.position(of: 11) == Position(at: 3, 1))
    #expect(index.utf16Units(from: 0, to: 6) == 3)
    #expect(index.line(holding: 2) == Span(0, 7))
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("consent.statsu", "consent.status"), ("cta", "cat"), ("sender", nil), ("con", "consent.status"), ("co", nil),
    ("recipient", "recipient.region"), ("cat", nil),
    ("tcat", "cat"),
  ]) func finds(_ typo: String, _ expected: String?) {
    #expect(nearestName(to: typo, in: ["consent.status", "cat", "recipient.region"]) == expected)
  }
}

@Suite struct EquallyNearNameTests {
  static let names = ["SA", "UA", "US", "UX"]

  @Test func `one that only ends sooner goes before others that are as near`() {
    #expect(nearestName(to: "USA", in: Self.names) == "US")
    #expect(nearestName(to: "UB", in: Self.names) == "UA")
    #expect(nearestName(to: "SU", in: Self.names) == "SA")
  }
}

@Suite struct UnknownWordTests {
  @Test func `a short list is named in full, besides the nearest word`() {
    let problem = UnknownWord("blok", among: ["advice", "warn", "block"])
    #expect(problem.message == "`blok` is none of advice, warn, block" && problem.help == "did you mean `block`?")
    #expect(UnknownWord("x", among: ["advice"]).help == nil)
  }

  @Test func `a long list is named in part`() {
    let words = (10..<30).map { "word\($0)" }
    let problem = UnknownWord("x", among: words)
    #expect(problem.message == "`x` is none of the allowed values")
    #expect(problem.help?.hasPrefix("allowed: word10, word11, ") == true && problem.help?.hasSuffix("word21 …") == true)
    #expect(UnknownWord("word1", among: words).help == "did you mean `word10`?")
  }

  @Test func `a name that nothing has is told in one sentence`() {
    #expect(unknownName("rule", "a.bd", among: ["a.bc"]) == "unknown rule `a.bd`, did you mean `a.bc`?")
    #expect(unknownName("rule", "zzz", among: ["a.bc"]) == "unknown rule `zzz`")
    #expect(unknownName("rule", "zzz", among: ["a", "b"], isListing: true) == "unknown rule `zzz`; rules: a, b")
    #expect(
      unknownName("rule", "ab", among: ["a.bc", "ac"], isListing: true)
        == "unknown rule `ab`, did you mean `ac`? rules: a.bc, ac")
  }
}

@Suite struct DiagnosticDrawingTests {
  @Test func drawsTheLineWithACaret() {
    let source = SourceFile(name: "p.yaml", text: "a: 1\nwhen: recipent is x\n")
    let problem = Diagnostic(
      "name.unknown", "unknown name `recipent`", in: "p.yaml", at: Span(11, 19), help: "did you mean `recipient`?")
    #expect(
      problem.drawn(in: source) == """
        p.yaml:2:7: error: unknown name `recipent` [name.unknown]
          2 | when: recipent is x
            |       ^~~~~~~~
          help: did you mean `recipient`?
        """)
  }
}

extension Position {
  fileprivate init(at line: Int, _ column: Int) {
    self = LineIndex(Array((String(repeating: "\n", count: line - 1) + String(repeating: "x", count: column)).utf8))
      .position(of: line - 1 + column - 1)
  }
}
