import ProvisoTestSupport
import Testing

@testable import ProvisoText

/// Random phrases on random texts: the index must find exactly what the plain definition finds.
@Suite struct PhraseIndexComparisonTests {
  private static let words = ["a", "b", "ab", "abc", "ba", "c", "5", "1,5", "%", "$", ".", "赌", "x_y"]
  private static let joints = [" ", " ", " ", "  ", "-", ", ", "", "\n", ". ", "! ", "\n\n", " 🎉 ", "%", " * "]

  @Test(arguments: 0..<60) func findsWhatTheDefinitionFinds(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var builder = PhraseIndexBuilder()
    var phrases: [Int32: (phrase: Phrase, spacing: Phrase.Spacing, text: String)] = [:]
    for _ in 0..<80 {
      let text = randomPhrase(&random)
      guard let phrase = try? Phrase(parsing: text) else { continue }
      let spacing: Phrase.Spacing = Int.random(in: 0..<4, using: &random) == 0 ? .exact : .loose
      phrases[builder.add(phrase, spacing: spacing)] = (phrase, spacing, text)
    }
    let index = builder.build()
    var hits = PhraseHits()
    for _ in 0..<40 {
      let text = randomText(&random)
      let folded = FoldedText(text)
      index.scan(folded, into: &hits)
      let matcher = ReferenceMatcher(text: folded)
      for (number, entry) in phrases {
        let found = hits.hits.filter { $0.phrase == number }.map { Int($0.firstWord)...Int($0.lastWord) }
        let expected = matcher.places(of: entry.phrase, spacing: entry.spacing)
        #expect(Set(found) == expected, "seed \(seed): `\(entry.text)` \(entry.spacing) in `\(text)`")
        #expect(found.count == Set(found).count, "listed twice: `\(entry.text)` in `\(text)`")
      }
    }
  }

  private func randomText(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...24, using: &random)).reduce(into: "") { text, _ in
      text += Self.words.randomElement(using: &random) ?? ""
      text += Self.joints.randomElement(using: &random) ?? ""
    }
  }

  private func randomPhrase(_ random: inout SeededGenerator) -> String {
    let parts = (0..<Int.random(in: 1...5, using: &random)).map { _ -> String in
      let word = Self.words.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<13, using: &random) {
      case 5: return "\(word)."
      case 0: return "\(word)*"
      case 1: return "*\(word)"
      case 2: return "*\(word)*"
      case 3: return "#"
      case 4: return "…"
      default: return word
      }
    }
    return parts.joined(separator: " ")
  }
}

/// Random numbers that are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
