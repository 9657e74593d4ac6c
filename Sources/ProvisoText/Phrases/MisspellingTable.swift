import ProvisoSource

/// The words that are found misspelt, too, by their misspellings.
///
/// Of a misspelling only a hash is kept; a word of a text that has it is laid beside the word it may mean.
struct MisspellingTable: Sendable {
  fileprivate struct Slot: Equatable, BitwiseCopyable {
    var hash: UInt32
    /// The place of the word meant among `originals`; -1 in an empty slot.
    var original: Int32
  }

  fileprivate struct Original: BitwiseCopyable {
    /// Its number in the index.
    let id: Int32
    /// Where its bytes stand in `bytes`.
    let start: Int32
    let end: Int32
    let isPrefix: Bool
  }

  private var slots: FlatArray<Slot> = FlatArray([])
  /// One bit for each of the hashes' lowest bits, set where a misspelling has them. Most words end here.
  private var sieve: FlatArray<UInt64> = FlatArray([])
  private var originals: FlatArray<Original> = FlatArray([])
  private var bytes: FlatArray<UInt8> = FlatArray([])

  /// Whether no word is found misspelt.
  var isEmpty: Bool { originals.isEmpty }

  /// No misspellings.
  init() {}

  /// The misspellings of `words`.
  ///
  /// - Parameter known: words that mean themselves; what one of them begins with is no misspelling of a prefix.
  init(of words: [LooseWord], known: KnownWords) {
    var found: [Slot] = []
    var originals: [Original] = []
    var bytes: [UInt8] = []
    for word in words {
      let number = Int32(originals.count)
      word.forEachForm { form in
        guard word.isPrefix ? !known.hasBeginning(form) : !known.contains(form) else { return }
        let hash = form.reduce(MisspellingTable.seed, MisspellingTable.mix)
        found.append(Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), original: number))
      }
      let start = Int32(bytes.count)
      bytes += word.bytes
      originals.append(
        Original(id: word.id, start: start, end: Int32(bytes.count), isPrefix: word.isPrefix))
    }
    self.originals = FlatArray(originals)
    self.bytes = FlatArray(bytes)
    place(found)
  }

  private mutating func place(_ found: [Slot]) {
    var count = 64
    while count < found.count + found.count / 2 { count *= 2 }
    var slots = [Slot](repeating: Slot(hash: 0, original: -1), count: count)
    var sieve = [UInt64](repeating: 0, count: count / 8)
    for slot in found {
      var index = Int(slot.hash) & (count - 1)
      while slots[index].original >= 0, slots[index] != slot { index = (index + 1) & (count - 1) }
      slots[index] = slot
      let bit = Int(slot.hash) & (sieve.count * 64 - 1)
      sieve[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.slots = FlatArray(slots)
    self.sieve = FlatArray(sieve)
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
  }

  // MARK: Reading

  /// The fewest bytes of a misspelling.
  static let fewestBytes = LooseWord.shortest - 1

  /// Calls `body` with the number of each word that a word of a text is a misspelling of.
  @inline(__always)
  func forEachOriginal(of word: Word, in text: UnsafeBufferPointer<UInt8>, _ body: (Int32) -> Void) {
    sieve.withUnsafeBufferPointer { sieve in
      var hash = MisspellingTable.seed
      for end in Int(word.start) + 1...Int(word.end) {
        hash = MisspellingTable.mix(hash, text[end - 1])
        guard end - Int(word.start) >= MisspellingTable.fewestBytes else { continue }
        let place = Int(hash >> 32) & (sieve.count * 64 - 1)
        if sieve[place >> 6] >> UInt64(place & 63) & 1 == 1 {
          let form = UnsafeBufferPointer(rebasing: text[Int(word.start)..<end])
          forEachOriginal(of: form, isWhole: end == Int(word.end), UInt32(truncatingIfNeeded: hash >> 32), body)
        }
      }
    }
  }

  private func forEachOriginal(
    of form: UnsafeBufferPointer<UInt8>, isWhole: Bool, _ hash: UInt32, _ body: (Int32) -> Void
  ) {
    slots.withUnsafeBufferPointer { slots in
      var index = Int(hash) & (slots.count - 1)
      while slots[index].original >= 0 {
        let slot = slots[index]
        index = (index + 1) & (slots.count - 1)
        guard slot.hash == hash else { continue }
        let original = originals[Int(slot.original)]
        if isWhole || original.isPrefix, isMisspelling(form, of: original) { body(original.id) }
      }
    }
  }

  private func isMisspelling(_ form: UnsafeBufferPointer<UInt8>, of original: Original) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let word = UnsafeBufferPointer(rebasing: bytes[Int(original.start)..<Int(original.end)])
      var same = 0
      while same < min(word.count, form.count), word[same] == form[same] { same += 1 }
      guard same < word.count else { return false }
      while same > 0, word[same] & 0xC0 == 0x80 { same -= 1 }
      let first = ScalarReader.read(word, at: same).length
      if form.count + first == word.count { return form[same...].elementsEqual(word[(same + first)...]) }
      guard form.count == word.count, same + first < word.count else { return false }
      let both = same + first + ScalarReader.read(word, at: same + first).length
      let swapped = [word[same + first..<both], word[same..<same + first], word[both...]].joined()
      return form[same...].elementsEqual(swapped)
    }
  }

  /// The bytes of the word with a number in the index, without what may stand behind it.
  func original(_ id: Int32) -> [UInt8] {
    originals.first { $0.id == id }.map { Array(bytes[Int($0.start)..<Int($0.end)]) } ?? []
  }
}

extension MisspellingTable: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(slots)
    writer.write(sieve)
    writer.write(originals)
    writer.write(bytes)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    slots = try reader.read()
    sieve = try reader.read()
    originals = try reader.read()
    bytes = try reader.read()
  }
}
