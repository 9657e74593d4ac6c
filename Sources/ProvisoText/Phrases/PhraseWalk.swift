/// Follows the paths of one index over the words of one text.
struct PhraseWalk {
  /// The most symbols that a phrase passes over between two of its words.
  static let mostSkipped = 8

  var hits: [PhraseHit] = []
  private let index: PhraseIndex
  private let wildcardStarts: [Int32]
  private let wildcards: [Int32]
  private var words = UnsafeBufferPointer<Word>(start: nil, count: 0)
  private var ids = UnsafeBufferPointer<Int32>(start: nil, count: 0)
  private var first: Int32 = 0

  init(index: PhraseIndex, wildcardStarts: [Int32], wildcards: [Int32]) {
    self.index = index
    self.wildcardStarts = wildcardStarts
    self.wildcards = wildcards
  }

  /// Walks over `words`; the pointers are used during this call only.
  mutating func run(_ words: UnsafeBufferPointer<Word>, ids: UnsafeBufferPointer<Int32>) {
    (self.words, self.ids) = (words, ids)
    for place in words.indices {
      first = Int32(place)
      if ids[place] >= 0 { begin(ids[place], at: place) }
      for wildcard in wildcardRange(at: place) { begin(wildcards[wildcard], at: place) }
    }
  }

  @inline(__always)
  private mutating func begin(_ id: Int32, at place: Int) {
    guard Int(id) < index.firstNodes.count, index.firstNodes[Int(id)] >= 0 else { return }
    visit(index.firstNodes[Int(id)], at: place, isExact: true, hasGap: false)
  }

  /// Reports what ends at `node`, whose last word is at `place`, and goes on from there.
  private mutating func visit(_ node: Int32, at place: Int, isExact: Bool, hasGap: Bool) {
    let here = index.nodes[Int(node)]
    if here.loose >= 0 { report(here.loose, place, hasGap) }
    if isExact, here.exact >= 0 { report(here.exact, place, hasGap) }
    if index.trie.hasChildren(node) { follow(node, from: place, isExact: isExact, hasGap: hasGap) }
    if here.gap >= 0 { followGap(here.gap, from: place) }
  }

  private mutating func report(_ phrase: Int32, _ place: Int, _ hasGap: Bool) {
    let hit = PhraseHit(phrase: phrase, firstWord: first, lastWord: Int32(place))
    // Two gaps may divide the same words in several ways.
    if hasGap, hits.reversed().prefix(while: { $0.firstWord == first }).contains(hit) { return }
    hits.append(hit)
  }

  /// Tries the next word, and the symbols before it one by one.
  private mutating func follow(_ node: Int32, from place: Int, isExact: Bool, hasGap: Bool) {
    var next = place + 1
    while next < words.count, canStep(to: next, from: place) {
      if next == place + 1 || !isRepeated(next, since: place + 1) {
        let staysExact = isExact && next == place + 1 && words[next].gap == .space
        step(node, to: next, isExact: staysExact, hasGap: hasGap)
      }
      guard words[next].kind == .symbol, next - place <= PhraseWalk.mostSkipped else { return }
      next += 1
    }
  }

  /// Tries each of the words that a gap may reach.
  private mutating func followGap(_ node: Int32, from place: Int) {
    var next = place + 1
    var passed = 0
    while next < words.count, canStep(to: next, from: place), next - place <= 2 * PhraseWalk.mostSkipped {
      step(node, to: next, isExact: false, hasGap: true)
      if words[next].isWord { passed += 1 }
      if passed > Phrase.widestGap { return }
      next += 1
    }
  }

  @inline(__always)
  private mutating func step(_ node: Int32, to next: Int, isExact: Bool, hasGap: Bool) {
    if ids[next] >= 0 {
      let child = index.trie.child(of: node, by: ids[next])
      if child >= 0 { visit(child, at: next, isExact: isExact, hasGap: hasGap) }
    }
    for wildcard in wildcardRange(at: next) {
      let child = index.trie.child(of: node, by: wildcards[wildcard])
      if child >= 0 { visit(child, at: next, isExact: isExact, hasGap: hasGap) }
    }
  }

  /// Whether a phrase may go on to `next`, having matched the word at `place`.
  @inline(__always)
  private func canStep(to next: Int, from place: Int) -> Bool {
    let gap = words[next].gap
    return gap < .sentence || (gap == .sentence && next == place + 1 && words[place].kind == .join)
  }

  /// Whether the same symbol came before: only the first of them is tried, so that runs of symbols cost no more.
  private func isRepeated(_ next: Int, since start: Int) -> Bool {
    (start..<next).contains { ids[$0] == ids[next] }
  }

  @inline(__always)
  private func wildcardRange(at place: Int) -> Range<Int> {
    wildcardStarts.isEmpty ? 0..<0 : Int(wildcardStarts[place])..<Int(wildcardStarts[place + 1])
  }
}
