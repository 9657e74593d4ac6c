internal import ProvisoSource

/// The bytes of a text that should be UTF-8, and what can be asked of them before they are parsed.
struct UTF8Bytes {
  let bytes: UnsafeBufferPointer<UInt8>
  let region: Span

  /// Where the text begins: behind a byte order mark that opens the file.
  var textStart: Int {
    region.lower == 0 && region.length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
      ? 3 : region.lower
  }

  /// Whether the first bytes can only be those of UTF-16 or UTF-32: a byte order mark of theirs, or ASCII with zeros.
  var looksLikeUTF16: Bool {
    guard region.length >= 2 else { return false }
    let first = bytes[region.lower]
    let second = bytes[region.lower + 1]
    return (first, second) == (0xFF, 0xFE) || (first, second) == (0xFE, 0xFF)
      || (first == 0) != (second == 0) && region.length % 2 == 0
  }

  /// The first place that is not UTF-8; nil where all of the region is.
  func firstMalformed() -> Span? {
    var offset = region.lower
    while offset < region.upper {
      if let length = asciiRun(at: offset) {
        offset += length
      } else if let scalar = scalar(at: offset) {
        offset += scalar.length
      } else {
        return Span(offset, offset + 1)
      }
    }
    return nil
  }

  /// The scalar value that begins at `offset` and its number of bytes; nil where the bytes are no UTF-8.
  func scalar(at offset: Int) -> (value: UInt32, length: Int)? {
    let first = UInt32(bytes[offset])
    let length: Int
    let smallest: UInt32
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0: (length, smallest) = (2, 0x80)
    case 0xE0..<0xF0: (length, smallest) = (3, 0x800)
    case 0xF0..<0xF5: (length, smallest) = (4, 0x10000)
    default: return nil
    }
    guard offset + length <= region.upper else { return nil }
    var value = first & (0x7F >> UInt32(length))
    for byte in bytes[offset + 1..<offset + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= smallest, Unicode.Scalar(value) != nil else { return nil }
    return (value, length)
  }

  /// Eight ASCII bytes at once, which is what most texts consist of.
  private func asciiRun(at offset: Int) -> Int? {
    guard offset + 8 <= region.upper else { return nil }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0 ? 8 : nil
  }
}
