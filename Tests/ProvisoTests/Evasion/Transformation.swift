import ProvisoTestSupport

/// A way to write a word so that people still read it and a search for it does not find it.
enum Transformation: String, CaseIterable, Sendable {
  case zeroWidth, softHyphens, fullWidth, styled, lookAlikes, leet, spaced, dotted, hyphenated, repeated, squared,
    circled, flagLetters, starred, underscored

  /// A text with every word of three or more Latin letters rewritten; numbers, codes, addresses and short words stay.
  func apply(to text: String, _ random: inout SeededRandom) -> String {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\n" }
    var result = ""
    var end = text.startIndex
    var wasRewritten = false
    for part in parts {
      let rewritten = Self.isAddress(part) ? String(part) : rewriteWords(in: part, &random)
      let isRewritten = rewritten != part
      if partsWords, wasRewritten || isRewritten, part.startIndex > end { result += " " }
      result += text[end..<part.startIndex] + rewritten
      (end, wasRewritten) = (part.endIndex, isRewritten)
    }
    return result
  }

  /// Whether letters are set apart by spaces, so that words need wider ones.
  private var partsWords: Bool { self == .spaced || self == .flagLetters }

  private static func isAddress(_ text: Substring) -> Bool {
    let inner = text.drop { !$0.isLetter && !$0.isNumber }
    return text.contains("://") || text.contains { $0 == "@" || $0.isNumber }
      || inner.dropLast().contains { $0 == "." || $0 == "_" }
  }

  private func rewriteWords(in text: Substring, _ random: inout SeededRandom) -> String {
    var result = ""
    var rest = text
    while let first = rest.first {
      let isWord = Self.isLatin(first)
      let run = rest.prefix { Self.isLatin($0) == isWord }
      rest = rest.dropFirst(run.count)
      result += isWord && run.count >= 3 ? rewrite(Array(run), &random) : String(run)
    }
    return result
  }

  /// Whether a letter is Latin, with or without an accent.
  static func isLatin(_ character: Character) -> Bool {
    character.isLetter && character.utf8.count <= 2 && character < "ǝ"
  }

  private func rewrite(_ word: [Character], _ random: inout SeededRandom) -> String {
    switch self {
    case .zeroWidth: word.map(String.init).joined(separator: "\u{200B}")
    case .softHyphens: word.map(String.init).joined(separator: "\u{AD}")
    case .spaced: word.map(String.init).joined(separator: " ")
    case .dotted: word.map(String.init).joined(separator: ".")
    case .hyphenated: word.map(String.init).joined(separator: "-")
    case .fullWidth: String(word.map { Self.shifted($0, capital: 0xFF21, small: 0xFF41) })
    case .styled: String(word.map { Self.shifted($0, capital: 0x1D400, small: 0x1D41A) })
    case .squared: String(word.map { Self.shifted($0, capital: 0x1F170, small: 0x1F170) })
    case .circled: String(word.map { Self.shifted($0, capital: 0x24B6, small: 0x24D0) })
    case .flagLetters:
      word.map { String(Self.shifted($0, capital: 0x1F1E6, small: 0x1F1E6)) }.joined(separator: " ")
    case .lookAlikes: Self.someReplaced(word, Self.twins, &random)
    case .leet: Self.someReplaced(word, Self.digits, &random)
    case .repeated: Self.repeated(word, &random)
    case .starred: Self.marked(word, "*", &random)
    case .underscored: Self.marked(word, "_", &random)
    }
  }

  private static func shifted(_ letter: Character, capital: UInt32, small: UInt32) -> Character {
    guard let value = letter.asciiValue else { return letter }
    let scalar = value < 0x61 ? capital + UInt32(value - 0x41) : small + UInt32(value - 0x61)
    return Unicode.Scalar(scalar).map(Character.init) ?? letter
  }

  /// At least one letter replaced, and where some can stay, at least one kept.
  private static func someReplaced(
    _ word: [Character], _ table: [Character: [Character]], _ random: inout SeededRandom
  ) -> String {
    let places = word.indices.filter { table[Character(word[$0].lowercased())] != nil }.shuffled(using: &random)
    let most = min(places.count, word.count - 2)
    guard most > 0 else { return String(word) }
    var result = word
    for place in places.prefix(Int.random(in: 1...most, using: &random)) {
      let choices = table[Character(word[place].lowercased())] ?? []
      let choice = choices.randomElement(using: &random) ?? word[place]
      // At the end of a word an exclamation mark is just that.
      result[place] = choice == "!" && place == word.count - 1 ? "1" : choice
    }
    return String(result)
  }

  private static func repeated(_ word: [Character], _ random: inout SeededRandom) -> String {
    var result = word
    let place = Int.random(in: word.indices, using: &random)
    result.insert(
      contentsOf: repeatElement(word[place], count: Int.random(in: 2...5, using: &random)), at: place)
    return String(result)
  }

  private static func marked(_ word: [Character], _ mark: Character, _ random: inout SeededRandom) -> String {
    var result = word
    result.insert(mark, at: Int.random(in: 1..<word.count, using: &random))
    return String(result)
  }

  private static let twins: [Character: [Character]] = [
    "a": ["а", "α", "ɑ"], "c": ["с", "ᴄ"], "e": ["е", "ҽ"], "g": ["ɡ"], "h": ["һ"], "i": ["і", "ι"], "j": ["ј"],
    "k": ["κ"], "l": ["ӏ"], "n": ["ո"], "o": ["о", "ο", "օ"], "p": ["р", "ρ"], "s": ["ѕ", "ꜱ"], "u": ["υ", "ս"],
    "v": ["ν", "ѵ"], "w": ["ѡ"], "x": ["х"], "y": ["у", "γ"],
  ]
  private static let digits: [Character: [Character]] = [
    "a": ["4", "@"], "e": ["3"], "i": ["1", "!"], "l": ["1"], "o": ["0"], "s": ["5", "$"], "t": ["7"], "b": ["8"],
    "g": ["9"],
  ]
}
