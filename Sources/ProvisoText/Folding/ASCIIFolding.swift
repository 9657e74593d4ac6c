/// Folds plain ASCII, where every byte stays in its place: eight bytes at a time, as one integer.
enum ASCIIFolding {
  /// What keeps a text from being folded byte by byte.
  struct Obstacles: OptionSet {
    let rawValue: UInt8

    /// `*`, `_`, `~` or back-ticks, which may be formatting.
    static let marks = Obstacles(rawValue: 1)
    /// Control characters, and everything beyond ASCII.
    static let others = Obstacles(rawValue: 2)
  }

  /// For each byte what stands in its place, and above it (in the upper half) the obstacle it is.
  static let table: [UInt16] = (0..<256).map { (byte: UInt16) in
    switch byte {
    case 0x41...0x5A: byte + 0x20
    case 0x09: 0x20
    case 0x0A, 0x20...0x29, 0x2B...0x5E, 0x61...0x7D: byte
    case 0x2A, 0x5F, 0x60, 0x7E: byte | UInt16(Obstacles.marks.rawValue) << 8
    default: UInt16(Obstacles.others.rawValue) << 8
    }
  }

  /// Folds `bytes` in place, which is right only without obstacles.
  ///
  /// - Parameter letters: takes one bit for each byte, set for letters and digits, 64 to a word.
  /// - Returns: the obstacles; a tab counts as one of the others.
  static func fold(_ bytes: UnsafeMutableBufferPointer<UInt8>, letters: inout [UInt64]) -> Obstacles {
    letters.removeAll(keepingCapacity: true)
    let raw = UnsafeMutableRawBufferPointer(bytes)
    var seen = Eight()
    var offset = 0
    var word: UInt64 = 0
    while offset + 8 <= bytes.count {
      let (folded, isLetter) = seen.fold(
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      raw.storeBytes(of: folded.littleEndian, toByteOffset: offset, as: UInt64.self)
      word |= isLetter << UInt64(offset & 63)
      offset += 8
      if offset & 63 == 0 {
        letters.append(word)
        word = 0
      }
    }
    if offset < bytes.count {
      var last: UInt64 = 0x2020_2020_2020_2020
      for index in offset..<bytes.count {
        let shift = UInt64(8 * (index - offset))
        last = last & ~(0xFF << shift) | UInt64(bytes[index]) << shift
      }
      let (folded, isLetter) = seen.fold(last)
      for index in offset..<bytes.count {
        bytes[index] = UInt8(truncatingIfNeeded: folded >> UInt64(8 * (index - offset)))
      }
      word |= isLetter << UInt64(offset & 63)
    }
    letters.append(word)
    return seen.obstacles
  }

  /// The letters and digits of `bytes`, one bit for each; folded bytes beyond ASCII are none.
  static func findLetters(_ bytes: UnsafeMutableBufferPointer<UInt8>, letters: inout [UInt64]) {
    _ = fold(bytes, letters: &letters)
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
      if marks & Eight.high != 0 { found.insert(.marks) }
      if others & Eight.high != 0 { found.insert(.others) }
      return found
    }

    /// The bytes in lower case, and one bit for each letter or digit.
    @inline(__always)
    mutating func fold(_ bytes: UInt64) -> (folded: UInt64, isLetter: UInt64) {
      let ascii = bytes & ~Eight.high
      let isCapital = Eight.range(ascii, 0x41, 0x5A) & ~bytes
      let folded = bytes | isCapital >> 2
      marks |= (Eight.equal(ascii, 0x2A) | Eight.range(ascii, 0x5F, 0x60) | Eight.equal(ascii, 0x7E)) & ~bytes
      let isControl = ~(ascii &+ 0x60 &* Eight.ones) & ~Eight.equal(ascii, 0x0A)
      others |= bytes | isControl | Eight.equal(ascii, 0x7F)
      let low = folded & ~Eight.high
      let isLetter = (Eight.range(low, 0x61, 0x7A) | Eight.range(low, 0x30, 0x39)) & ~bytes
      return (folded, ((isLetter >> 7) &* 0x0102_0408_1020_4080) >> 56)
    }

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
