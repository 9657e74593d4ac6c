/// Folds plain ASCII, where every byte stays in its place: eight bytes at a time, as one integer.
///
/// Other bytes stay as they are.
enum ASCIIFolding {
  /// What keeps a text from being folded byte by byte.
  struct Obstacles: OptionSet {
    let rawValue: UInt8

    /// `*`, `_`, `~` or back-ticks, which may be formatting.
    static let marks = Obstacles(rawValue: 1)
    /// Control characters, and everything beyond ASCII.
    static let others = Obstacles(rawValue: 2)
  }

  /// Folds the plain bytes in place.
  ///
  /// - Parameters:
  ///   - letters: takes one bit for each byte, set for letters and digits.
  ///   - obstacles: takes one bit for each byte, set for those that cannot be folded so; a tab counts among them.
  /// - Returns: the obstacles.
  static func fold(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, letters: inout ByteBits, obstacles: inout ByteBits
  ) -> Obstacles {
    letters.reset(capacity: bytes.count)
    obstacles.reset(capacity: bytes.count)
    let raw = UnsafeMutableRawBufferPointer(bytes)
    var seen = Eight()
    var offset = 0
    while offset < bytes.count {
      var letterBits: UInt64 = 0
      var obstacleBits: UInt64 = 0
      let end = min(offset + 64, bytes.count)
      var place = offset
      while place < end {
        let eight = load(raw, place)
        let (folded, isLetter, isObstacle) = seen.fold(eight)
        store(folded, raw, place)
        letterBits |= isLetter << UInt64(place - offset)
        obstacleBits |= isObstacle << UInt64(place - offset)
        place += 8
      }
      letters.append(letterBits, end - offset)
      obstacles.append(obstacleBits, end - offset)
      offset = end
    }
    return seen.obstacles
  }

  /// Eight bytes; behind the end of the text there are spaces.
  @inline(__always)
  private static func load(_ raw: UnsafeMutableRawBufferPointer, _ offset: Int) -> UInt64 {
    if offset + 8 <= raw.count {
      return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var last: UInt64 = 0x2020_2020_2020_2020
    for index in offset..<raw.count {
      let shift = UInt64(8 * (index - offset))
      last = last & ~(0xFF << shift) | UInt64(raw[index]) << shift
    }
    return last
  }

  @inline(__always)
  private static func store(_ eight: UInt64, _ raw: UnsafeMutableRawBufferPointer, _ offset: Int) {
    if offset + 8 <= raw.count { return raw.storeBytes(of: eight.littleEndian, toByteOffset: offset, as: UInt64.self) }
    for index in offset..<raw.count { raw[index] = UInt8(truncatingIfNeeded: eight >> UInt64(8 * (index - offset))) }
  }

  /// Eight bytes in one integer. The tests look at the lower seven bits of each, so that no sum reaches its neighbour,
  /// and leave out the bytes beyond ASCII.
  private struct Eight {
    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    private var marks: UInt64 = 0
    private var others: UInt64 = 0

    var obstacles: Obstacles {
      var found: Obstacles = []
      if marks != 0 { found.insert(.marks) }
      if others != 0 { found.insert(.others) }
      return found
    }

    /// The bytes in lower case, and one bit for each letter or digit, and for each obstacle.
    @inline(__always)
    mutating func fold(_ bytes: UInt64) -> (folded: UInt64, isLetter: UInt64, isObstacle: UInt64) {
      let ascii = bytes & ~Eight.high
      let isCapital = Eight.range(ascii, 0x41, 0x5A) & ~bytes
      let folded = bytes | isCapital >> 2
      let isMark = (Eight.equal(ascii, 0x2A) | Eight.range(ascii, 0x5F, 0x60) | Eight.equal(ascii, 0x7E)) & ~bytes
      let isControl = ~(ascii &+ 0x60 &* Eight.ones) & ~Eight.equal(ascii, 0x0A)
      let isOther = (bytes | isControl | Eight.equal(ascii, 0x7F)) & Eight.high
      marks |= isMark
      others |= isOther
      let low = folded & ~Eight.high
      let isLetter = (Eight.range(low, 0x61, 0x7A) | Eight.range(low, 0x30, 0x39)) & ~bytes
      return (folded, Eight.bits(isLetter), Eight.bits(isMark | isOther))
    }

    /// The high bits of all bytes side by side.
    @inline(__always)
    private static func bits(_ high: UInt64) -> UInt64 { ((high >> 7) &* 0x0102_0408_1020_4080) >> 56 }

    /// The high bit of each byte between `low` and `high`.
    @inline(__always)
    private static func range(_ bytes: UInt64, _ low: UInt64, _ high: UInt64) -> UInt64 {
      (bytes &+ (0x80 - low) &* ones) & ~(bytes &+ (0x7F - high) &* ones) & Eight.high
    }

    /// The high bit of each byte that is `byte`.
    @inline(__always)
    private static func equal(_ bytes: UInt64, _ byte: UInt64) -> UInt64 {
      ~((bytes ^ byte &* ones) &+ 0x7F &* ones) & high
    }
  }
}
