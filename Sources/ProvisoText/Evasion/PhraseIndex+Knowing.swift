extension PhraseIndex {
  /// Wildcards are asked only for words of at least this many bytes, since a short one fits too easily.
  private static let shortestWildcard = 5

  /// Whether some phrase has this word, or a wildcard that stands for it.
  func knows(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let hash = WordHash.hash(word, 0, word.count)
    if words.id(of: word, from: 0, to: word.count, hash: hash) >= 0 { return true }
    guard word.count >= PhraseIndex.shortestWildcard, !wildcards.isEmpty else { return false }
    var isKnown = false
    let whole = Word(start: 0, end: Int32(word.count), ordinal: 0, hash: hash, gap: .hard, kind: .word)
    wildcards.forEachMatch(of: whole, in: word) { _ in isKnown = true }
    return isKnown
  }

  /// Whether some phrase has just this word.
  func hasWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
    words.id(of: bytes, from: start, to: end, hash: WordHash.hash(bytes, start, end)) >= 0
  }
}
