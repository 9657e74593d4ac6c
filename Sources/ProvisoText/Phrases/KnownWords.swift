/// All words of phrases, also those that a star stands beside: none of them is a misspelling of another.
struct KnownWords: Sendable {
  /// In the order of their bytes.
  private let words: [[UInt8]]

  init(_ words: Set<[UInt8]>) {
    self.words = words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether this is one of them.
  func contains(_ word: [UInt8]) -> Bool { first(from: word) == word }

  /// Whether one of them begins so.
  func hasBeginning(_ beginning: [UInt8]) -> Bool { first(from: beginning)?.starts(with: beginning) == true }

  /// The first word that does not stand before `word` in their order.
  private func first(from word: [UInt8]) -> [UInt8]? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return low < words.count ? words[low] : nil
  }
}
