import ProvisoSource

/// Numbers words: an open-addressing hash table over bytes.
struct WordTable: Sendable {
  private struct Slot: BitwiseCopyable {
    var hash: UInt32
    /// The word's number; -1 in an empty slot.
    var id: Int32
  }

  private var slots = [Slot](repeating: Slot(hash: 0, id: -1), count: 64)
  private var bytes: [UInt8] = []
  /// Where each word's bytes begin, and one entry more for the end of the last.
  private var starts: [Int32] = [0]
  /// How many words have a number.
  private(set) var count: Int32 = 0

  /// The number of a word; -1 for an unknown one.
  @inline(__always)
  func id(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt32) -> Int32 {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].id >= 0 {
      if slots[index].hash == hash, isWord(slots[index].id, text, start, end) { return slots[index].id }
      index = (index + 1) & mask
    }
    return -1
  }

  /// The number of a word, a new one for a new word.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt32) -> Int32 {
    let known = id(of: text, from: start, to: end, hash: hash)
    if known >= 0 { return known }
    let id = add()
    bytes.append(contentsOf: text[start..<end])
    starts[Int(id) + 1] = Int32(bytes.count)
    place(Slot(hash: hash, id: id))
    return id
  }

  /// A number for something that is no word itself (a wildcard).
  mutating func add() -> Int32 {
    if Int(count) * 2 >= slots.count { grow() }
    starts.append(Int32(bytes.count))
    count += 1
    return count - 1
  }

  @inline(__always)
  private func isWord(_ id: Int32, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let from = Int(starts[Int(id)])
    guard Int(starts[Int(id) + 1]) - from == end - start else { return false }
    for index in 0..<end - start where bytes[from + index] != text[start + index] { return false }
    return true
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(slot.hash) & (slots.count - 1)
    while slots[index].id >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(hash: 0, id: -1), count: old.count * 2)
    for slot in old where slot.id >= 0 { place(slot) }
  }
}

extension WordTable: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(bits: slots)
    writer.write(bits: bytes)
    writer.write(bits: starts)
    writer.write(count)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    slots = try reader.read(arrayOfBits: Slot.self)
    bytes = try reader.read(arrayOfBits: UInt8.self)
    starts = try reader.read(arrayOfBits: Int32.self)
    count = try reader.read()
  }
}
