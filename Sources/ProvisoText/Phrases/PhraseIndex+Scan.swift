import ProvisoSource

extension PhraseIndex {
  /// Finds all phrases in a text; the hits of the scan before are forgotten.
  public func scan(_ text: FoldedText, into hits: inout PhraseHits) {
    hits.hits.removeAll(keepingCapacity: true)
    guard count > 0, !text.words.isEmpty else { return }
    text.bytes.withUnsafeBufferPointer { bytes in
      text.words.withUnsafeBufferPointer { words in
        lookUp(words, bytes, &hits)
        if !isLiteral { lookUpWildcards(words, bytes, &hits) }
        follow(words, &hits)
      }
    }
  }

  /// Whether it has neither wildcards nor misspellings.
  private var isLiteral: Bool { wildcards.isEmpty && misspellings.isEmpty }

  /// Gives each word its number.
  private func lookUp(
    _ words: UnsafeBufferPointer<Word>, _ bytes: UnsafeBufferPointer<UInt8>, _ hits: inout PhraseHits
  ) {
    let missing = words.count - hits.ids.count
    if missing > 0 { hits.ids.append(contentsOf: repeatElement(-1, count: missing)) }
    hits.ids.withUnsafeMutableBufferPointer { ids in
      self.words.withLookUp { table in
        for place in 0..<words.count {
          let word = words[place]
          ids[place] = table.id(of: bytes, from: Int(word.start), to: Int(word.end), hash: word.hash)
        }
      }
    }
  }

  /// Gives each word the numbers of its wildcards, and of what it may mean if it is a word of no phrase.
  private func lookUpWildcards(
    _ words: UnsafeBufferPointer<Word>, _ bytes: UnsafeBufferPointer<UInt8>, _ hits: inout PhraseHits
  ) {
    hits.wildcards.removeAll(keepingCapacity: true)
    hits.wildcardStarts.removeAll(keepingCapacity: true)
    let missing = Int(self.words.count) - hits.lastSeen.count
    if missing > 0 { hits.lastSeen.append(contentsOf: repeatElement(0, count: missing)) }
    for place in words.indices {
      let word = words[place]
      hits.wildcardStarts.append(Int32(hits.wildcards.count))
      hits.wordsSeen += 1
      let number = hits.wordsSeen
      wildcards.forEachMatch(of: word, in: bytes) { id in
        guard hits.lastSeen[Int(id)] != number else { return }
        hits.lastSeen[Int(id)] = number
        hits.wildcards.append(id)
      }
      guard hits.ids[place] < 0, word.end - word.start >= MisspellingTable.fewestBytes, word.kind == .word,
        !misspellings.isEmpty
      else { continue }
      misspellings.forEachOriginal(of: word, in: bytes) { id in
        guard hits.lastSeen[Int(id)] != number else { return }
        hits.lastSeen[Int(id)] = number
        hits.wildcards.append(~id)
      }
    }
    hits.wildcardStarts.append(Int32(hits.wildcards.count))
  }

  /// The word that a misspelt one means, folded, as the phrase has it.
  func meaning(of misspelling: Misspelling) -> [UInt8] { misspellings.original(misspelling.original) }

  /// Follows every path that begins at a word of the text.
  private func follow(_ words: UnsafeBufferPointer<Word>, _ hits: inout PhraseHits) {
    // Moved out and back, so that appending does not copy them.
    var found: [PhraseHit] = []
    swap(&found, &hits.hits)
    hits.withPointers { ids, wildcardStarts, wildcards in
      trie.withLookUp { trie in
        nodes.withUnsafeBufferPointer { nodes in
          firstNodes.withUnsafeBufferPointer { firstNodes in
            var walk = PhraseWalk(
              words: words, ids: ids, wildcardStarts: isLiteral ? nil : wildcardStarts,
              wildcards: wildcards, trie: trie, nodes: nodes, firstNodes: firstNodes)
            swap(&walk.hits, &found)
            walk.follow()
            swap(&walk.hits, &found)
          }
        }
      }
    }
    swap(&found, &hits.hits)
  }
}
