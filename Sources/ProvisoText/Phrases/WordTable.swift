import ProvisoSource

/// Numbers words: an open-addressing hash table over bytes.
struct WordTable: Sendable {
  fileprivate struct Slot: BitwiseCopyable {
    var hash: UInt64
    /// The word's number; -1 in an empty slot.
    var id: Int32
    /// How many bytes the word has.
    var length: Int32
  }

  /// How many bytes of a word the hash tells apart for certain.
  private static let hashedBytes = 8

  private var slots = FlatArray<Slot>(repeating: Slot(hash: 0, id: -1, length: 0), count: 64)
  /// One bit for each of the hashes' lowest bits, set where a word has them. Most unknown words end here.
  private var sieve = FlatArray<UInt64>(repeating: 0, count: 16)
  private var bytes: FlatArray<UInt8> = FlatArray([])
  /// Where each word's bytes begin, and one entry more for the end of the last.
  private var starts: FlatArray<Int32> = FlatArray([0])
  /// How many words have a number.
  private(set) var count: Int32 = 0

  /// The number of a word; -1 for an unknown one.
  func id(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int32 {
    withLookUp { $0.id(of: text, from: start, to: end, hash: hash) }
  }

  /// All words.
  var all: [[UInt8]] {
    (0..<Int(count)).map { Array(bytes[Int(starts[$0])..<Int(starts[$0 + 1])]) }.filter { !$0.isEmpty }
  }

  /// The table's memory, lent for many questions.
  struct LookUp {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let sieve: UnsafeBufferPointer<UInt64>
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let starts: UnsafeBufferPointer<Int32>

    /// The number of a word; -1 for an unknown one.
    @inline(__always)
    func id(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int32 {
      let place = Int(truncatingIfNeeded: hash) & (sieve.count &* 64 &- 1)
      guard sieve[place >> 6] >> UInt64(place & 63) & 1 == 1 else { return -1 }
      let mask = slots.count &- 1
      var index = Int(truncatingIfNeeded: hash >> 32) & mask
      while slots[index].id >= 0 {
        let slot = slots[index]
        if slot.hash == hash, Int(slot.length) == end &- start,
          end &- start <= WordTable.hashedBytes || isWord(slot.id, text, start, end)
        {
          return slot.id
        }
        index = (index &+ 1) & mask
      }
      return -1
    }

    private func isWord(_ id: Int32, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
      let from = Int(starts[Int(id)])
      for index in 0..<end - start where bytes[from + index] != text[start + index] { return false }
      return true
    }
  }

  @inline(__always)
  func withLookUp<Result>(_ body: (LookUp) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      sieve.withUnsafeBufferPointer { sieve in
        bytes.withUnsafeBufferPointer { bytes in
          starts.withUnsafeBufferPointer { starts in
            body(LookUp(slots: slots, sieve: sieve, bytes: bytes, starts: starts))
          }
        }
      }
    }
  }

  /// The number of a word, a new one for a new word.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int32 {
    let known = id(of: text, from: start, to: end, hash: hash)
    if known >= 0 { return known }
    let id = add()
    bytes.append(contentsOf: text[start..<end])
    starts[Int(id) + 1] = Int32(bytes.count)
    place(Slot(hash: hash, id: id, length: Int32(end - start)))
    return id
  }

  /// A number for something that is no word itself (a wildcard).
  mutating func add() -> Int32 {
    if Int(count) * 2 >= slots.count { grow() }
    starts.append(Int32(bytes.count))
    count += 1
    return count - 1
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.hash >> 32) & (slots.count - 1)
    while slots[index].id >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
    let place = Int(truncatingIfNeeded: slot.hash) & (sieve.count * 64 - 1)
    sieve[place >> 6] |= 1 << UInt64(place & 63)
  }

  private mutating func grow() {
    let old = slots
    slots = FlatArray<Slot>(repeating: Slot(hash: 0, id: -1, length: 0), count: old.count * 2)
    sieve = FlatArray<UInt64>(repeating: 0, count: slots.count / 4)
    for slot in old where slot.id >= 0 { place(slot) }
  }
}

extension WordTable: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(slots)
    writer.write(sieve)
    writer.write(bytes)
    writer.write(starts)
    writer.write(count)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    slots = try reader.read()
    sieve = try reader.read()
    bytes = try reader.read()
    starts = try reader.read()
    count = try reader.read()
  }
}
