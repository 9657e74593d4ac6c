import Testing

@testable import ProvisoText

@Suite struct TextScannerTests {
  @Test func findsPhrasesPatternsAndDetectorsTogether() throws {
    var builder = TextScannerBuilder()
    let phrase = builder.add(try Phrase(parsing: "flash sale"))
    let pattern = try builder.addPattern(#"sale \d+"#)
    let email = try #require(DetectorTable.detector(named: "email-address"))
    let detector = builder.add(email)
    #expect(builder.add(email) == detector)
    let scanner = try builder.build()
    var hits = try scanner.makeHits()
    try scanner.scan(FoldedText("Flash SALE 50 a@b.de, c@d.de"), into: &hits)
    #expect(hits.phrases == [PhraseHit(phrase: phrase, firstWord: 0, lastWord: 1)])
    #expect(hits.patterns == [PatternHit(pattern: pattern, start: 6, end: 13)])
    #expect(
      hits.detectors == [
        DetectorHit(detector: detector, start: 14, end: 20), DetectorHit(detector: detector, start: 22, end: 28),
      ])
    try scanner.scan(FoldedText("nothing"), into: &hits)
    let isEmpty = hits.phrases.isEmpty && hits.patterns.isEmpty && hits.detectors.isEmpty
    #expect(isEmpty)
  }

  @Test func aScannerOfNothingFindsNothing() throws {
    let scanner = try TextScannerBuilder().build()
    var hits = try scanner.makeHits()
    try scanner.scan(FoldedText("anything"), into: &hits)
    #expect(hits.phrases.isEmpty)
  }

  @Test func aFindOfTwoExpressionsIsListedOnce() throws {
    var builder = TextScannerBuilder()
    _ = builder.add(try #require(DetectorTable.detector(named: "br-cpf")))
    let scanner = try builder.build()
    var hits = try scanner.makeHits()
    try scanner.scan(FoldedText("CPF 123.456.789-09 cpf"), into: &hits)
    #expect(hits.detectors == [DetectorHit(detector: 0, start: 4, end: 18)])
  }
}
