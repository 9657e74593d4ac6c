/// Folds plain ASCII, where every byte stays in its place.
enum ASCIIFolding {
  private static let isMark: UInt8 = 1
  private static let isOther: UInt8 = 2

  /// For each byte what stands in its place, and above it (in the upper half) why this path may not take it.
  private static let table: [UInt16] = (0..<256).map { (byte: UInt16) in
    switch byte {
    case 0x41...0x5A: byte + 0x20
    case 0x09: 0x20
    case 0x0A, 0x20...0x29, 0x2B...0x40, 0x5B...0x5E, 0x61...0x7D: byte
    case 0x2A, 0x5F, 0x60, 0x7E: byte | UInt16(isMark) << 8
    default: UInt16(isOther) << 8
    }
  }

  /// The folded text; nil where the text holds anything that this path cannot fold.
  ///
  /// - Parameter keepsMarks: whether `*`, `_`, `~` and back-ticks are ordinary characters.
  static func fold(_ source: UnsafeBufferPointer<UInt8>, keepsMarks: Bool) -> [UInt8]? {
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
    let obstacles = UInt8(truncatingIfNeeded: seen >> 8)
    return obstacles & (keepsMarks ? isOther : isOther | isMark) == 0 ? folded : nil
  }
}
