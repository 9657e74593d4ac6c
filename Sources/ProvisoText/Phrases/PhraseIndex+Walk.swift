extension PhraseIndex {
  /// A path through the trie: what it is still allowed, and what it has used.
  struct Path {
    /// Whether only single spaces were passed.
    var isExact = true
    /// Whether a gap (`…`) was passed.
    var hasGap = false
  }

  /// Follows every path that begins at a word of the text.
  func follow(_ walk: inout PhraseWalk) {
    for place in walk.words.indices {
      walk.first = Int32(place)
      if walk.ids[place] >= 0 { begin(walk.ids[place], at: place, &walk) }
      for wildcard in walk.wildcardRange(at: place) { begin(walk.wildcards[wildcard], at: place, &walk) }
    }
  }

  @inline(__always)
  private func begin(_ id: Int32, at place: Int, _ walk: inout PhraseWalk) {
    guard Int(id) < firstNodes.count, firstNodes[Int(id)] >= 0 else { return }
    visit(firstNodes[Int(id)], at: place, Path(), &walk)
  }

  /// Reports what ends at `node`, whose last word is at `place`, and goes on from there.
  private func visit(_ node: Int32, at place: Int, _ path: Path, _ walk: inout PhraseWalk) {
    let here = nodes[Int(node)]
    if here.loose >= 0 { walk.report(here.loose, place, hasGap: path.hasGap) }
    if path.isExact, here.exact >= 0 { walk.report(here.exact, place, hasGap: path.hasGap) }
    if trie.hasChildren(node) { goOn(from: node, here, at: place, path, &walk) }
    if here.gap >= 0 { passGap(from: here, at: place, path, &walk) }
  }

  /// Tries the next word, and the symbols before it one by one.
  private func goOn(from node: Int32, _ here: Node, at place: Int, _ path: Path, _ walk: inout PhraseWalk) {
    var next = place + 1
    while next < walk.words.count, walk.canStep(to: next, passesStop: here.passesStop && next == place + 1) {
      let isNext = next == place + 1
      if isNext || !walk.isRepeated(next, since: place + 1) {
        let isExact = path.isExact && isNext && walk.words[next].gap == .space
        step(node, to: next, Path(isExact: isExact, hasGap: path.hasGap), &walk)
      }
      guard walk.words[next].kind == .symbol, next - place <= PhraseWalk.mostSkipped else { return }
      next += 1
    }
  }

  /// Tries each of the words that a gap may reach.
  private func passGap(from here: Node, at place: Int, _ path: Path, _ walk: inout PhraseWalk) {
    var next = place + 1
    var passed = 0
    while next < walk.words.count, next - place <= 2 * PhraseWalk.mostSkipped, passed <= Phrase.widestGap,
      walk.canStep(to: next, passesStop: here.passesStop && next == place + 1)
    {
      step(here.gap, to: next, Path(isExact: path.isExact, hasGap: true), &walk)
      if walk.words[next].isWord { passed += 1 }
      next += 1
    }
  }

  @inline(__always)
  private func step(_ node: Int32, to next: Int, _ path: Path, _ walk: inout PhraseWalk) {
    if walk.ids[next] >= 0 {
      let child = trie.child(of: node, by: walk.ids[next])
      if child >= 0 { visit(child, at: next, path, &walk) }
    }
    for wildcard in walk.wildcardRange(at: next) {
      let child = trie.child(of: node, by: walk.wildcards[wildcard])
      if child >= 0 { visit(child, at: next, path, &walk) }
    }
  }
}
