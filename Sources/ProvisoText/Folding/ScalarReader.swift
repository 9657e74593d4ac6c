/// Reads UTF-8 that may be broken.
enum ScalarReader {
  /// What stands for a byte that belongs to no well-formed sequence.
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that begins at `offset`, with its length in bytes.
  ///
  /// A byte that begins no well-formed sequence is read as U+FFFD of length 1.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[offset]
    return first < 0x80 ? (UInt32(first), 1) : readLong(bytes, at: offset)
  }

  private static func readLong(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard 0xC2...0xF4 ~= first, offset + length <= bytes.count else { return (replacement, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      let byte = UInt32(bytes[index])
      guard byte & 0xC0 == 0x80 else { return (replacement, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    let smallest: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard scalar >= smallest, scalar <= 0x10FFFF, !(0xD800...0xDFFF ~= scalar) else { return (replacement, 1) }
    return (scalar, length)
  }

  /// The scalar that ends just before `offset`; `offset` must not be 0.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> UInt32 {
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (scalar, length) = read(bytes, at: start)
    return start + length == offset ? scalar : replacement
  }

  /// Appends `scalar` to `bytes` as UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
