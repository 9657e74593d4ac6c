extension PhraseIndex {
  /// Wildcards are asked only for words of at least this many bytes, since a shorter one fits too easily.
  private static let shortestWildcard = 3

  /// Whether some phrase has this word, or a wildcard that stands for it.
  func knows(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    hasWord(word, from: 0, to: word.count) || hasWildcard(for: word)
  }

  /// Whether some phrase has just this word.
  func hasWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    words.id(of: bytes, from: start, to: end, hash: WordHash.hash(bytes, start, end)) >= 0
  }

  /// Whether some phrase has a wildcard that stands for this word.
  func hasWildcard(for word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= PhraseIndex.shortestWildcard, !wildcards.isEmpty else { return false }
    var isKnown = false
    let whole = Word(hash: 0, start: 0, end: Int32(word.count), ordinal: 0, gap: .hard, kind: .word)
    wildcards.forEachMatch(of: whole, in: word) { _ in isKnown = true }
    return isKnown
  }
}
