/// Divides letters that nothing parts into words that some phrase has.
enum WordDivision {
  /// The longest word looked for.
  private static let longest = 20
  /// What a letter costs that no word takes in.
  private static let costOfLetter = 10

  /// The words of the division that leaves the fewest letters over and has the longest words; linear in the letters.
  static func words(of signs: [UInt8], _ lexicon: PhraseIndex) -> [Range<Int>] {
    let lengths = signs.withUnsafeBufferPointer { bestLengths($0, lexicon) }
    var words: [Range<Int>] = []
    var place = 0
    while place < signs.count {
      if lengths[place] > 1 { words.append(place..<place + lengths[place]) }
      place += lengths[place]
    }
    return words
  }

  /// For each letter the length of the word that begins there in the best division of what follows; 1 for a letter
  /// that is left over.
  private static func bestLengths(_ signs: UnsafeBufferPointer<UInt8>, _ lexicon: PhraseIndex) -> [Int] {
    var costs = [Int](repeating: 0, count: signs.count + 1)
    var lengths = [Int](repeating: 1, count: signs.count)
    for start in signs.indices.reversed() {
      costs[start] = costs[start + 1] + costOfLetter
      for length in 2...longest where start + length <= signs.count {
        let cost = costs[start + length] + (length == 2 ? 8 : length == 3 ? 4 : 2)
        if cost < costs[start], lexicon.hasWord(signs, from: start, to: start + length) {
          costs[start] = cost
          lengths[start] = length
        }
      }
    }
    return lengths
  }
}
