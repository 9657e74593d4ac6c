/// A word of a phrase that is found misspelt, too.
struct LooseWord {
  /// The fewest letters of a word of which one may be left out, and of one behind which anything may stand.
  static let shortest = 5
  /// The fewest letters of a word of which two may be swapped; a shorter one is too near to others.
  static let shortestSwapped = 4
  /// The most letters.
  static let longest = 40

  /// Its number in the index.
  let id: Int32
  let bytes: [UInt8]
  /// Whether anything may stand behind it.
  let isPrefix: Bool
  /// Where its letters begin in `bytes`, and one entry more for the end.
  private let starts: [Int]

  /// A part of a phrase; nil for numbers, symbols and gaps, and for a word that is too short or too long or has other
  /// signs than letters.
  init?(_ element: Phrase.Element, in phrase: Phrase, id: Int32) {
    switch element.kind {
    case .word, .prefix, .suffix, .infix: break
    case .number, .gap, .stop: return nil
    }
    self.id = id
    isPrefix = element.kind == .prefix || element.kind == .infix
    bytes = Array(phrase.bytes[Int(element.start)..<Int(element.end)])
    var starts: [Int] = []
    let isSpelled = bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let (scalar, length) = ScalarReader.read(bytes, at: offset)
        guard FoldingTable.shared[scalar].kind == .letter, starts.count <= LooseWord.longest else { return false }
        starts.append(offset)
        offset += length
      }
      return true
    }
    let shortest = isPrefix ? LooseWord.shortest : LooseWord.shortestSwapped
    guard isSpelled, shortest...LooseWord.longest ~= starts.count else { return nil }
    self.starts = starts + [bytes.count]
  }

  private var letterCount: Int { starts.count - 1 }
  /// How many misspellings it has at most.
  var mostForms: Int { 2 * (letterCount - 1) }

  /// Calls `body` with each misspelling, some of them twice: any letter but the first left out, any two neighbours
  /// swapped. Where anything may stand behind the word, its last letter is not left out, since the word has the rest.
  func forEachForm(_ body: ([UInt8]) -> Void) {
    for letter in 1..<letterCount {
      let (before, here, behind) = (starts[letter - 1], starts[letter], starts[letter + 1])
      if letterCount >= LooseWord.shortest, !(isPrefix && bytes.starts(with: bytes[..<here] + bytes[behind...])) {
        body(Array(bytes[..<here] + bytes[behind...]))
      }
      let swapped = Array(bytes[..<before] + bytes[here..<behind] + bytes[before..<here] + bytes[behind...])
      if swapped != bytes { body(swapped) }
    }
  }
}
