import ProvisoSource
import Testing

@testable import ProvisoText

/// Texts made to hurt: none may crash, hang or lose the way back.
@Suite(.timeLimit(.minutes(5))) struct HostileTextTests {
  static let pieces: [(String, String)] = [
    ("one letter", "a"), ("digits", "1"), ("grouped digits", "4 "), ("stars", "*"), ("starred letters", "a*"),
    ("underscores", "_a_ "), ("dollars", "$"), ("full stops", "."), ("number joints", "1."), ("at signs", "a@"),
    ("marks", "\u{301}"), ("marked letters", "e\u{301}\u{302}"), ("invisible", "\u{200B}"), ("emoji", "👨‍👩‍👧"),
    ("flags", "🇧"), ("ligatures", "ﷺ"), ("Thai", "น้"), ("colons", "a:"), ("code words", "code "), ("births", "born 1"),
    ("addresses", "1 st, "), ("coordinates", "1.00001 "), ("hyphens", "-"), ("newlines", "\n"), ("returns", "\r"),
    ("plus", "+1"), ("keys", "eyja1"),
  ]

  private static let scanner: TextScanner? = {
    var builder = TextScannerBuilder()
    for detector in DetectorTable.all { _ = builder.add(detector) }
    for phrase in ["a", "a*", "*a", "*aaaa*", "$ $ $", "a … a … a … a", "# #  a", "code code", "น้ น้", "- a", "1. a"] {
      if let phrase = try? Phrase(parsing: phrase) { _ = builder.add(phrase) }
    }
    _ = try? builder.addPattern("a.*b")
    return try? builder.build()
  }()

  @Test(arguments: pieces) func longRunsAreRead(_ name: String, _ piece: String) throws {
    try read(Array(String(repeating: piece, count: 30_000 / piece.utf8.count).utf8))
  }

  @Test func aMegabyteOfOneLetterIsRead() throws {
    try read([UInt8](repeating: 0x61, count: 1 << 20))
  }

  @Test func millionsOfStarsAreFolded() {
    let text = FoldedText([UInt8](repeating: 0x2A, count: 3_000_000))
    #expect(text.words.count == 3_000_000)
    #expect(FoldedText(String(repeating: "*a", count: 1_000_000)).bytes.count > 0)
  }

  @Test(arguments: 0..<20) func randomBytesAreRead(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<4_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    try read(bytes)
    let spans = (0..<20).map { _ in
      let lower = Int.random(in: -5..<4_010, using: &random)
      return Span(lower, lower + Int.random(in: 0..<50, using: &random))
    }
    check(FoldedText(bytes, placeholders: spans), of: bytes)
  }

  @Test(arguments: 0..<20) func randomScalarsAreRead(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = ""
    for _ in 0..<1_500 {
      let highest: UInt32 = [0x7F, 0x5FF, 0x30FF, 0x1FFFF][Int.random(in: 0..<4, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...highest, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    try read(Array(text.utf8))
  }

  @Test(
    arguments: [
      [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80], [0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0x61, 0xCC],
    ] as [[UInt8]]) func brokenSequencesBecomeReplacementCharacters(_ bytes: [UInt8])
  {
    let text = FoldedText(bytes)
    #expect(String(validating: text.bytes, as: UTF8.self)?.unicodeScalars.contains("\u{FFFD}") == true)
    check(text, of: bytes)
  }

  @Test func foldingTwiceChangesNothing() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "\u{FFFC}" else { continue }
      let once = FoldedText(String(Character(scalar))).bytes
      let twice = FoldedText(once).bytes
      if once != twice { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  private func read(_ bytes: [UInt8]) throws {
    let text = FoldedText(bytes)
    check(text, of: bytes)
    let scanner = try #require(Self.scanner)
    var hits = try scanner.makeHits()
    try scanner.scan(text, into: &hits)
    for hit in hits.detectors { #expect(hit.start < hit.end && Int(hit.end) <= text.bytes.count) }
  }

  /// Folded bytes are UTF-8, words are in order, and every word leads back into the text.
  private func check(_ text: FoldedText, of bytes: [UInt8]) {
    #expect(String(validating: text.bytes, as: UTF8.self) != nil)
    var end: Int32 = 0
    var sourceEnd = 0
    for (place, word) in text.words.enumerated() {
      if word.start < end || word.end <= word.start { Issue.record("word \(place) out of order") }
      end = word.end
      guard place % 97 == 0 else { continue }
      let span = text.sourceSpan(ofWords: place...place)
      if span.lower < sourceEnd || span.upper > bytes.count || span.length == 0 {
        Issue.record("word \(place) is lost")
      }
      sourceEnd = span.lower
    }
    if Int(end) > text.bytes.count { Issue.record("words behind the text") }
  }
}
