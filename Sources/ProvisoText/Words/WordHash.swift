/// The hash of a word's bytes: the same wherever the word stands.
///
/// Each step can be undone, so words of one length that fit into a single step never share a hash.
enum WordHash {
  /// Hashes the bytes in `range`, eight at a time.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: end - start) &* 0x9E37_79B9_7F4A_7C15
    var offset = start
    while end - offset > 8 {
      hash = mixed(hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    return mixed(hash ^ rest(raw, offset, end))
  }

  /// The up to eight bytes from `offset` to `end`, the first in the lowest place.
  @inline(__always)
  private static func rest(_ raw: UnsafeRawBufferPointer, _ offset: Int, _ end: Int) -> UInt64 {
    if offset + 8 <= raw.count, end > offset {
      let loaded = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      return loaded & (UInt64.max >> UInt64(64 - 8 * (end - offset)))
    }
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
