/// The hash of a word's bytes: the same wherever the word stands.
///
/// Each step can be undone, so words of one length that fit into the first eight bytes never share a hash.
enum WordHash {
  /// Hashes the bytes in `range`, eight at a time, at least sixteen.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let length = end &- start
    var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
    if length <= 16, start &+ 16 <= raw.count {
      // Most words end here, without a branch on their length.
      hash = mixed(hash ^ load(raw, start) & mask(min(length, 8)))
      return mixed(hash ^ load(raw, start &+ 8) & mask(max(length &- 8, 0)))
    }
    var offset = start
    while offset < end || offset &- start < 16 {
      hash = mixed(hash ^ rest(raw, offset, min(end, offset + 8)))
      offset += 8
    }
    return hash
  }

  @inline(__always)
  private static func load(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The lowest `count` bytes, 0 to 8.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    count == 0 ? 0 : UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }

  /// The up to eight bytes from `offset` to `end`, the first in the lowest place.
  private static func rest(_ raw: UnsafeRawBufferPointer, _ offset: Int, _ end: Int) -> UInt64 {
    guard offset < end else { return 0 }
    var rest: UInt64 = 0
    for index in offset..<end { rest |= UInt64(raw[index]) << UInt64(8 * (index - offset)) }
    return rest
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product >> 32)
  }
}
