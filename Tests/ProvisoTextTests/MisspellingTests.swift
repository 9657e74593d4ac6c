import ProvisoTestSupport
import Testing

@testable import ProvisoText

/// Words with a letter left out, or with two neighbours swapped.
@Suite struct MisspellingTests {
  /// A phrase, a text, and what the find in it means; nil for none.
  static let examples: [(phrase: String, text: String, meaning: String?)] = [
    // Left out, but not the first; swapped.
    ("women", "all wmen", "women"), ("women", "all WOEMN!", "women"), ("women", "womn", "women"),
    ("women", "wome", "women"), ("women", "owmen", "women"), ("women", "omen", nil),
    // Nothing else, and only once.
    ("women", "wmn", nil), ("women", "womenn", nil), ("women", "womin", nil), ("women", "wmone", nil),
    // A letter is left out from five letters on, two are swapped from four on.
    ("hate", "haet", "hate"), ("hate", "hte", nil), ("gay", "gya", nil), ("hate*", "haet", nil),
    // The misspelling may end or begin with the same letters as the word.
    ("girrl", "girl", "girrl"), ("aabab", "abab", "aabab"), ("aabab", "aaabb", "aabab"),
    // Accents are taken away before; other scripts have letters, too.
    ("Flüchtling*", "Flchtlinge", "fluchtling"), ("женщины", "жещины", "женщины"), ("женщины", "жнещины", "женщины"),
    // Where a star stands.
    ("immigrant*", "imigrants", "immigrant"), ("immigrant*", "immigratns", "immigrant"),
    ("refugee*", "refuge", nil), ("refugee*", "refuges", nil), ("*frauen", "fruaen", "frauen"),
    ("*frauen", "jungfruaen", nil), ("*muslim*", "muslmischer", "muslim"), ("*muslim*", "antimuslmisch", nil),
    // One word of several.
    ("black people", "blakc people", "black"), ("black people", "black-peple", "people"),
    ("black people", "blakc peple", nil), ("black … people", "black or withe peolpe", "people"),
    // Numbers and signs are no letters.
    ("12345", "12354", nil), ("h4te5", "h4t5e", nil), ("half % price", "half % pirce", "price"),
  ]

  @Test(arguments: examples) func `a misspelt word is read as the one it means`(
    _ phrase: String, _ text: String, _ meaning: String?
  ) throws {
    #expect(try meanings(in: text, of: [phrase]) == (meaning.map { [$0] } ?? []))
  }

  @Test func `a word of any phrase is taken for no misspelling`() throws {
    #expect(try meanings(in: "wmen womn woemn", of: ["women"], besides: ["for wmen", "womn*"]) == ["women"])
    // Nor is what such a word begins with.
    #expect(try meanings(in: "lation lations latio laitno", of: ["latino*"], besides: ["lation"]) == ["latino"])
  }

  @Test func `what is misspelt may mean several words`() throws {
    #expect(Set(try meanings(in: "womn", of: ["women", "woman"])) == ["women", "woman"])
  }

  @Test func `a phrase that is found as it is spelled is found as before`() throws {
    var builder = PhraseIndexBuilder()
    let phrase = builder.add(try Phrase(parsing: "women*"), spelling: .loose)
    #expect(scan("womens", builder.build()) == [PhraseHit(phrase: phrase, firstWord: 0, lastWord: 0)])
  }

  @Test func `other phrases with a loosely spelled word say that they are misspelt`() throws {
    var builder = PhraseIndexBuilder()
    let exact = builder.add(try Phrase(parsing: "free women"))
    _ = builder.add(try Phrase(parsing: "women"), spelling: .loose)
    let hits = scan("free womne", builder.build())
    #expect(hits.map(\.misspelling?.word) == [1, 1])
    #expect(hits.map(\.phrase).contains(exact))
  }

  // MARK: The slow way

  @Test(arguments: 0..<40) func `what is found is what the definition finds`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    func word() -> String {
      String((0..<Int.random(in: 3...7, using: &random)).map { _ in "aabcé".randomElement(using: &random) ?? "a" })
    }
    let phrases = (0..<12).map { _ in (0..<Int.random(in: 1...2, using: &random)).map { _ in word() } }
    let known = Set(phrases.joined().map { $0.replacing("é", with: "e") })
    var builder = PhraseIndexBuilder()
    let numbers = try phrases.map {
      builder.add(try Phrase(parsing: $0.joined(separator: " ")), spelling: .loose)
    }
    let index = builder.build()
    for _ in 0..<60 {
      let text = (0..<12).map { _ in
        Bool.random(using: &random) ? word() : phrases.randomElement(using: &random)?[0] ?? ""
      }
      .map { $0.replacing("é", with: "e") }
      let found = scan(text.joined(separator: " "), index).map {
        "\($0.phrase) \($0.firstWord) \($0.misspelling?.word ?? -1)"
      }
      var expected: Set<String> = []
      for (number, phrase) in zip(numbers, phrases) {
        let phrase = phrase.map { $0.replacing("é", with: "e") }
        for first in text.indices where first + phrase.count <= text.count {
          let wrong = phrase.indices.filter { text[first + $0] != phrase[$0] }
          let isRead = wrong.allSatisfy { place in
            !known.contains(text[first + place]) && Self.misspellings(of: phrase[place]).contains(text[first + place])
          }
          if isRead, wrong.count <= 1 { expected.insert("\(number) \(first) \(wrong.first.map { $0 + first } ?? -1)") }
        }
      }
      #expect(Set(found) == expected, "\(phrases) in \(text)")
      #expect(found.count == expected.count)
    }
  }

  private static func misspellings(of word: String) -> Set<String> {
    let letters = Array(word)
    var forms: Set<String> = []
    for place in letters.indices.dropFirst() {
      var form = letters
      if form.count > 4 { forms.insert(String(form[..<place] + form[(place + 1)...])) }
      form.swapAt(place - 1, place)
      if form.count > 3 { forms.insert(String(form)) }
    }
    return forms
  }

  // MARK: Scanning

  private func scan(_ text: String, _ index: PhraseIndex) -> [PhraseHit] {
    var hits = PhraseHits()
    index.scan(FoldedText(text), into: &hits)
    return hits.hits
  }

  /// What the misspelt words of all finds mean.
  private func meanings(in text: String, of loose: [String], besides exact: [String] = []) throws -> [String] {
    var builder = PhraseIndexBuilder()
    for phrase in loose { _ = builder.add(try Phrase(parsing: phrase), spelling: .loose) }
    for phrase in exact { _ = builder.add(try Phrase(parsing: phrase)) }
    let index = builder.build()
    return scan(text, index).compactMap(\.misspelling).map {
      String(decoding: index.meaning(of: $0), as: UTF8.self)
    }
  }
}
