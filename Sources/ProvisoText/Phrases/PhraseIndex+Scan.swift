extension PhraseIndex {
  /// Finds all phrases in a text; the hits of the scan before are forgotten.
  public func scan(_ text: FoldedText, into hits: inout PhraseHits) {
    hits.hits.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    lookUp(text, &hits)
    // Moved out and back, so that appending does not copy them.
    var found: [PhraseHit] = []
    swap(&found, &hits.hits)
    text.words.withUnsafeBufferPointer { words in
      hits.withPointers { ids, wildcardStarts, wildcards in
        var walk = PhraseWalk(words: words, ids: ids, wildcardStarts: wildcardStarts, wildcards: wildcards)
        swap(&walk.hits, &found)
        follow(&walk)
        swap(&walk.hits, &found)
      }
    }
    swap(&found, &hits.hits)
  }

  /// Gives each word its number and its wildcards.
  private func lookUp(_ text: FoldedText, _ hits: inout PhraseHits) {
    hits.ids.removeAll(keepingCapacity: true)
    hits.wildcards.removeAll(keepingCapacity: true)
    hits.wildcardStarts.removeAll(keepingCapacity: true)
    text.bytes.withUnsafeBufferPointer { bytes in
      for word in text.words {
        hits.ids.append(words.id(of: bytes, from: Int(word.start), to: Int(word.end), hash: word.hash))
      }
      if !wildcards.isEmpty { lookUpWildcards(text.words, bytes, &hits) }
    }
  }

  private func lookUpWildcards(_ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>, _ hits: inout PhraseHits) {
    let missing = Int(self.words.count) - hits.lastSeen.count
    if missing > 0 { hits.lastSeen.append(contentsOf: repeatElement(0, count: missing)) }
    for index in words.indices {
      hits.wildcardStarts.append(Int32(hits.wildcards.count))
      hits.wordsSeen += 1
      let number = hits.wordsSeen
      wildcards.forEachMatch(of: words[index], in: bytes) { id in
        guard hits.lastSeen[Int(id)] != number else { return }
        hits.lastSeen[Int(id)] = number
        hits.wildcards.append(id)
      }
    }
    hits.wildcardStarts.append(Int32(hits.wildcards.count))
  }
}
