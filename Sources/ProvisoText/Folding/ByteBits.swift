/// One bit for each byte of a text, 64 to a word.
struct ByteBits: Sendable {
  private(set) var words: [UInt64] = []
  /// How many bits there are.
  private(set) var count = 0

  /// Forgets all bits, and makes room for `count`.
  mutating func reset(capacity count: Int) {
    words.removeAll(keepingCapacity: true)
    words.reserveCapacity(count / 64 + 2)
    self.count = 0
  }

  /// Appends the lowest `length` bits of `bits`, up to 64; the others must be 0.
  @inline(__always)
  mutating func append(_ bits: UInt64, _ length: Int) {
    let shift = count & 63
    if shift == 0 {
      words.append(bits)
    } else {
      words[words.count - 1] |= bits << UInt64(shift)
      if shift + length > 64 { words.append(bits >> UInt64(64 - shift)) }
    }
    count += length
  }

  /// Appends a stretch of other bits.
  mutating func append(_ other: ByteBits, from start: Int, to end: Int) {
    other.words.withUnsafeBufferPointer { other in
      var offset = start
      while offset < end {
        let length = min(64, end - offset)
        let shift = offset & 63
        var bits = other[offset >> 6] >> UInt64(shift)
        if shift > 0, offset >> 6 + 1 < other.count { bits |= other[offset >> 6 + 1] << UInt64(64 - shift) }
        append(length == 64 ? bits : bits & (1 << UInt64(length) - 1), length)
        offset += length
      }
    }
  }

  /// The first place from `offset` on whose bit is set; `end` where there is none before.
  @inline(__always)
  func next(from offset: Int, before end: Int) -> Int {
    words.withUnsafeBufferPointer { ByteBits.next(in: $0, from: offset, flipped: 0, end: end) }
  }

  /// The first place from `offset` on whose bit, flipped or not, is set; `end` where there is none before.
  @inline(__always)
  static func next(in words: UnsafeBufferPointer<UInt64>, from offset: Int, flipped: UInt64, end: Int) -> Int {
    var index = offset >> 6
    guard index < words.count else { return end }
    var word = (words[index] ^ flipped) & (.max << UInt64(offset & 63))
    while word == 0 {
      index += 1
      guard index < words.count else { return end }
      word = words[index] ^ flipped
    }
    return min(end, index << 6 + word.trailingZeroBitCount)
  }
}
