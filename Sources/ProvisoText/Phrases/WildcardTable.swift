import ProvisoSource

/// The wildcards of an index: which of them a word satisfies.
///
/// Each kind of wildcard is one trie over bytes, so the cost of a question grows with the word, not with the wildcards.
struct WildcardTable: Sendable {
  /// A trie over bytes whose nodes may carry a wildcard's number.
  fileprivate struct ByteTrie {
    var trie = FlatTrie()
    /// The number at each node; -1 for none.
    var ids: FlatArray<Int32> = FlatArray([-1])
    /// One bit for each two bytes that a walk can begin with; all of one first byte for a wildcard of that byte alone.
    var beginnings = FlatArray<UInt64>(repeating: 0, count: 1024)

    var isEmpty: Bool { trie.count == 1 }

    /// Whether anything can begin with these two bytes.
    @inline(__always)
    func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
      let pair = Int(first) << 8 | Int(second)
      return beginnings[pair >> 6] >> UInt64(pair & 63) & 1 == 1
    }

    mutating func node(for bytes: some Sequence<UInt8>) -> Int {
      var node = FlatTrie.root
      for byte in bytes { node = trie.insertChild(of: node, by: Int32(byte)) }
      let first = Array(bytes.prefix(2))
      for second in first.count == 2 ? first[1]...first[1] : 0...255 {
        let pair = Int(first.first ?? 0) << 8 | Int(second)
        beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
      }
      while ids.count < trie.count { ids.append(-1) }
      return Int(node)
    }
  }

  private var prefixes = ByteTrie()
  private var suffixes = ByteTrie()
  private var infixes = ByteTrie()
  /// The number of `#`; -1 where no phrase asks for one.
  private var number: Int32 = -1
  /// The number of the full stop of an abbreviation; -1 where no phrase has one.
  private var stop: Int32 = -1

  /// Whether there are no wildcards at all.
  private(set) var isEmpty = true

  /// The number of a wildcard, taken from `fresh` for a new one.
  mutating func insert(_ kind: Phrase.Element.Kind, _ bytes: ArraySlice<UInt8>, fresh: () -> Int32) -> Int32 {
    isEmpty = false
    switch kind {
    case .prefix: return WildcardTable.insert(bytes, into: &prefixes, fresh)
    case .suffix: return WildcardTable.insert(bytes.reversed(), into: &suffixes, fresh)
    case .infix: return WildcardTable.insert(bytes, into: &infixes, fresh)
    case .stop:
      if stop < 0 { stop = fresh() }
      return stop
    case .word, .number, .gap:
      if number < 0 { number = fresh() }
      return number
    }
  }

  /// Calls `body` with the number of each wildcard that a word satisfies; of an infix once for each place.
  @inline(__always)
  func forEachMatch(of word: Word, in text: UnsafeBufferPointer<UInt8>, _ body: (Int32) -> Void) {
    if !word.isWord {
      if stop >= 0, text[Int(word.start)] == 0x2E { body(stop) }
      return
    }
    if word.kind == .number, number >= 0 { body(number) }
    if !prefixes.isEmpty { walk(prefixes, text, from: Int(word.start), to: Int(word.end), body) }
    if !suffixes.isEmpty { walkBack(suffixes, text, from: Int(word.end), to: Int(word.start), body) }
    if !infixes.isEmpty {
      for start in Int(word.start)..<Int(word.end) { walk(infixes, text, from: start, to: Int(word.end), body) }
    }
  }

  private static func insert(
    _ bytes: some Sequence<UInt8>, into trie: inout ByteTrie, _ fresh: () -> Int32
  ) -> Int32 {
    let node = trie.node(for: bytes)
    if trie.ids[node] < 0 { trie.ids[node] = fresh() }
    return trie.ids[node]
  }

  @inline(__always)
  private func walk(
    _ trie: ByteTrie, _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ body: (Int32) -> Void
  ) {
    // A walk may run out of a short word; the byte behind its end only makes the first look less sharp.
    guard trie.mayBegin(text[start], start + 1 < text.count ? text[start + 1] : 0) || start + 1 == end else { return }
    var node = FlatTrie.root
    var offset = start
    while offset < end {
      node = trie.trie.child(of: node, by: Int32(text[offset]))
      if node < 0 { return }
      if trie.ids[Int(node)] >= 0 { body(trie.ids[Int(node)]) }
      offset += 1
    }
  }

  @inline(__always)
  private func walkBack(
    _ trie: ByteTrie, _ text: UnsafeBufferPointer<UInt8>, from end: Int, to start: Int, _ body: (Int32) -> Void
  ) {
    guard end - start < 2 || trie.mayBegin(text[end - 1], text[end - 2]) else { return }
    var node = FlatTrie.root
    var offset = end
    while offset > start {
      offset -= 1
      node = trie.trie.child(of: node, by: Int32(text[offset]))
      if node < 0 { return }
      if trie.ids[Int(node)] >= 0 { body(trie.ids[Int(node)]) }
    }
  }
}

extension WildcardTable: Storable {
  func store(in writer: inout ByteWriter) { writer.write(prefixes, suffixes, infixes, number, stop, isEmpty) }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    prefixes = try reader.read()
    suffixes = try reader.read()
    infixes = try reader.read()
    number = try reader.read()
    stop = try reader.read()
    isEmpty = try reader.read()
  }
}

extension WildcardTable.ByteTrie: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(trie)
    writer.write(beginnings)
    writer.write(ids)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    trie = try reader.read()
    beginnings = try reader.read()
    ids = try reader.read()
  }
}
