import ProvisoSource

/// Collects phrases for an index.
public struct PhraseIndexBuilder: Sendable {
  private var index = PhraseIndex()
  /// The words that are found misspelt, too, and their numbers.
  private var looseWords: [LooseWord] = []
  private var looseIDs: Set<Int32> = []
  /// The words that a star stands beside.
  private var starredWords: Set<[UInt8]> = []

  /// How many misspellings the phrases added so far have at most.
  private(set) var misspellings = 0

  /// An empty builder.
  public init() {}

  /// Adds a phrase and returns its number; equal phrases with equal spacing share one.
  ///
  /// What is found of a loosely spelled word is found of all phrases that have it; the hit says so.
  public mutating func add(
    _ phrase: Phrase, spacing: Phrase.Spacing = .loose, spelling: Phrase.Spelling = .exact
  ) -> Int32 {
    var node = FlatTrie.root
    phrase.bytes.withUnsafeBufferPointer { bytes in
      for element in phrase.elements {
        if element.kind == .gap {
          node = index.gapNode(behind: node)
        } else {
          let id = index.id(of: element, in: phrase, bytes)
          if spelling == .loose { spellLoosely(element, in: phrase, id) }
          if element.kind != .word, element.start < element.end {
            starredWords.insert(Array(bytes[Int(element.start)..<Int(element.end)]))
          }
          node = node == FlatTrie.root ? index.firstNode(for: id) : index.node(behind: node, by: id)
          if element.kind == .stop { index.nodes[Int(node)].passesStop = true }
        }
      }
    }
    return index.number(at: Int(node), spacing)
  }

  private mutating func spellLoosely(_ element: Phrase.Element, in phrase: Phrase, _ id: Int32) {
    guard looseIDs.insert(id).inserted, let word = LooseWord(element, in: phrase, id: id) else { return }
    looseWords.append(word)
    misspellings += word.mostForms
  }

  /// The index of all phrases added so far.
  public func build() -> PhraseIndex {
    guard !looseWords.isEmpty else { return index }
    var built = index
    built.misspellings = MisspellingTable(of: looseWords, known: KnownWords(starredWords.union(index.words.all)))
    return built
  }
}

extension PhraseIndex {
  fileprivate mutating func id(
    of element: Phrase.Element, in phrase: Phrase, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    let (start, end) = (Int(element.start), Int(element.end))
    if element.kind == .word { return words.insert(bytes, from: start, to: end, hash: element.hash) }
    return wildcards.insert(element.kind, phrase.bytes[start..<end]) { words.add() }
  }

  fileprivate mutating func firstNode(for id: Int32) -> Int32 {
    while firstNodes.count <= Int(id) { firstNodes.append(-1) }
    if firstNodes[Int(id)] < 0 {
      firstNodes[Int(id)] = trie.addNode()
      nodes.append(Node())
    }
    return firstNodes[Int(id)]
  }

  fileprivate mutating func node(behind node: Int32, by id: Int32) -> Int32 {
    let child = trie.insertChild(of: node, by: id)
    if Int(child) == nodes.count { nodes.append(Node()) }
    return child
  }

  fileprivate mutating func gapNode(behind node: Int32) -> Int32 {
    if nodes[Int(node)].gap < 0 {
      nodes[Int(node)].gap = trie.addNode()
      nodes.append(Node())
    }
    return nodes[Int(node)].gap
  }

  fileprivate mutating func number(at node: Int, _ spacing: Phrase.Spacing) -> Int32 {
    let known = spacing == .loose ? nodes[node].loose : nodes[node].exact
    if known >= 0 { return known }
    let number = Int32(count)
    count += 1
    if spacing == .loose { nodes[node].loose = number } else { nodes[node].exact = number }
    return number
  }
}
