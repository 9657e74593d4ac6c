/// One walk over the words of a text: what is read and what was found. The index says where it leads.
struct PhraseWalk {
  /// The most symbols that a phrase passes over between two of its words.
  static let mostSkipped = 8

  let words: UnsafeBufferPointer<Word>
  /// For each word its number in the index, or -1.
  let ids: UnsafeBufferPointer<Int32>
  let wildcardStarts: UnsafeBufferPointer<Int32>
  let wildcards: UnsafeBufferPointer<Int32>
  var hits: [PhraseHit] = []
  /// The word where the walk's present path began.
  var first: Int32 = 0

  /// The places in `wildcards` of those that the word at `place` satisfies.
  @inline(__always)
  func wildcardRange(at place: Int) -> Range<Int> {
    wildcardStarts.isEmpty ? 0..<0 : Int(wildcardStarts[place])..<Int(wildcardStarts[place + 1])
  }

  /// Whether a path may go on to the word at `next`.
  @inline(__always)
  func canStep(to next: Int, passesStop: Bool) -> Bool {
    words[next].gap < .sentence || (passesStop && words[next].gap == .sentence)
  }

  /// Whether the same symbol came before: only the first of them is tried, so that runs of symbols cost no more.
  func isRepeated(_ next: Int, since start: Int) -> Bool {
    words[next].kind == .symbol && (start..<next).contains { ids[$0] == ids[next] }
  }

  mutating func report(_ phrase: Int32, _ place: Int, hasGap: Bool) {
    let hit = PhraseHit(phrase: phrase, firstWord: first, lastWord: Int32(place))
    // Two gaps may divide the same words in several ways.
    if hasGap, hits.reversed().prefix(while: { $0.firstWord == first }).contains(hit) { return }
    hits.append(hit)
  }
}
