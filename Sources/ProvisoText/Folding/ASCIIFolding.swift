/// Folds plain ASCII, where every byte stays in its place.
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

  /// The text folded byte by byte, which is right only without obstacles.
  static func fold(_ source: UnsafeBufferPointer<UInt8>) -> (folded: [UInt8], obstacles: Obstacles) {
    var seen: UInt16 = 0
    let folded = [UInt8](unsafeUninitializedCapacity: source.count) { folded, count in
      table.withUnsafeBufferPointer { table in
        for index in source.indices {
          let entry = table[Int(source[index])]
          folded[index] = UInt8(truncatingIfNeeded: entry)
          seen |= entry
        }
      }
      count = source.count
    }
    return (folded, Obstacles(rawValue: UInt8(truncatingIfNeeded: seen >> 8)))
  }
}
