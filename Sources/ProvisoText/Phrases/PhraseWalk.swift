/// One walk over the words of a text along the paths of an index.
struct PhraseWalk {
  /// The most symbols that a phrase passes over between two of its words.
  static let mostSkipped = 8

  /// A path through the trie: what it is still allowed, and what it has used.
  private struct Path {
    /// Whether only single spaces were passed.
    var isExact = true
    /// Whether a gap (`…`) was passed.
    var hasGap = false
    /// The one word that is misspelt.
    var misspelling: Misspelling?
  }

  let words: UnsafeBufferPointer<Word>
  /// For each word its number in the index, or -1.
  let ids: UnsafeBufferPointer<Int32>
  /// For each word where its wildcards begin, and one entry more; nil where the index has neither wildcards nor
  /// misspellings.
  let wildcardStarts: UnsafeBufferPointer<Int32>?
  /// The numbers of wildcards; those that a word satisfies only as a misspelling are negative.
  let wildcards: UnsafeBufferPointer<Int32>
  let trie: FlatTrie.LookUp
  let nodes: UnsafeBufferPointer<PhraseIndex.Node>
  let firstNodes: UnsafeBufferPointer<Int32>
  var hits: [PhraseHit] = []
  /// The word where the present path began.
  private var first: Int32 = 0

  init(
    words: UnsafeBufferPointer<Word>, ids: UnsafeBufferPointer<Int32>, wildcardStarts: UnsafeBufferPointer<Int32>?,
    wildcards: UnsafeBufferPointer<Int32>, trie: FlatTrie.LookUp, nodes: UnsafeBufferPointer<PhraseIndex.Node>,
    firstNodes: UnsafeBufferPointer<Int32>
  ) {
    (self.words, self.ids, self.wildcardStarts, self.wildcards) = (words, ids, wildcardStarts, wildcards)
    (self.trie, self.nodes, self.firstNodes) = (trie, nodes, firstNodes)
  }

  /// Follows every path that begins at a word of the text.
  mutating func follow() {
    for place in 0..<words.count {
      let id = ids[place]
      if id >= 0 { begin(id, at: place) }
      if wildcardStarts != nil {
        for wildcard in wildcardRange(at: place) {
          let id = wildcards[wildcard]
          begin(id < 0 ? ~id : id, at: place, Path(misspelling: misspelling(id, at: place)))
        }
      }
    }
  }

  @inline(__always)
  private mutating func begin(_ id: Int32, at place: Int, _ path: Path = Path()) {
    guard Int(id) < firstNodes.count, firstNodes[Int(id)] >= 0 else { return }
    first = Int32(truncatingIfNeeded: place)
    visit(firstNodes[Int(id)], at: place, path)
  }

  /// Reports what ends at `node`, whose last word is at `place`, and goes on from there.
  private mutating func visit(_ node: Int32, at place: Int, _ path: Path) {
    let here = nodes[Int(node)]
    if here.loose >= 0 { report(here.loose, place, path) }
    if path.isExact, here.exact >= 0 { report(here.exact, place, path) }
    if trie.hasChildren(node) { goOn(from: node, here, at: place, path) }
    if here.gap >= 0 { passGap(from: here, at: place, path) }
  }

  /// Tries the next word, and the symbols before it one by one.
  private mutating func goOn(from node: Int32, _ here: PhraseIndex.Node, at place: Int, _ path: Path) {
    var next = place + 1
    while next < words.count, canStep(to: next, passesStop: here.passesStop && next == place + 1) {
      let isNext = next == place + 1
      if isNext || !isRepeated(next, since: place + 1) {
        let isExact = path.isExact && isNext && words[next].gap == .space
        step(node, to: next, Path(isExact: isExact, hasGap: path.hasGap, misspelling: path.misspelling))
      }
      guard words[next].kind == .symbol, next - place <= PhraseWalk.mostSkipped else { return }
      next += 1
    }
  }

  /// Tries each of the words that a gap may reach.
  private mutating func passGap(from here: PhraseIndex.Node, at place: Int, _ path: Path) {
    var next = place + 1
    var passed = 0
    while next < words.count, next - place <= 2 * PhraseWalk.mostSkipped, passed <= Phrase.widestGap,
      canStep(to: next, passesStop: here.passesStop && next == place + 1)
    {
      step(here.gap, to: next, Path(isExact: path.isExact, hasGap: true, misspelling: path.misspelling))
      if words[next].isWord { passed += 1 }
      next += 1
    }
  }

  @inline(__always)
  private mutating func step(_ node: Int32, to next: Int, _ path: Path) {
    let id = ids[next]
    if id >= 0 {
      let child = trie.child(of: node, by: id)
      if child >= 0 { visit(child, at: next, path) }
    }
    guard wildcardStarts != nil else { return }
    for wildcard in wildcardRange(at: next) {
      let id = wildcards[wildcard]
      if id < 0, path.misspelling != nil { continue }
      let child = trie.child(of: node, by: id < 0 ? ~id : id)
      guard child >= 0 else { continue }
      var path = path
      if id < 0 { path.misspelling = misspelling(id, at: next) }
      visit(child, at: next, path)
    }
  }

  /// What a number among `wildcards` says of the word at `place`.
  @inline(__always)
  private func misspelling(_ id: Int32, at place: Int) -> Misspelling? {
    id < 0 ? Misspelling(word: Int32(truncatingIfNeeded: place), original: ~id) : nil
  }

  /// The places in `wildcards` of those that the word at `place` satisfies.
  @inline(__always)
  private func wildcardRange(at place: Int) -> Range<Int> {
    guard let wildcardStarts else { return 0..<0 }
    return Int(wildcardStarts[place])..<Int(wildcardStarts[place + 1])
  }

  /// Whether a path may go on to the word at `next`.
  @inline(__always)
  private func canStep(to next: Int, passesStop: Bool) -> Bool {
    words[next].gap < .sentence || (passesStop && words[next].gap == .sentence)
  }

  /// Whether the same symbol came before: only the first of them is tried, so that runs of symbols cost no more.
  private func isRepeated(_ next: Int, since start: Int) -> Bool {
    words[next].kind == .symbol && (start..<next).contains { ids[$0] == ids[next] }
  }

  private mutating func report(_ phrase: Int32, _ place: Int, _ path: Path) {
    let hit = PhraseHit(phrase: phrase, firstWord: first, lastWord: Int32(place), misspelling: path.misspelling)
    // Two gaps may divide the same words in several ways.
    if path.hasGap, hits.reversed().prefix(while: { $0.firstWord == first }).contains(hit) { return }
    hits.append(hit)
  }
}
