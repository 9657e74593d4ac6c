/// A fast checksum against accidents: a torn write, a flipped bit, a file of another build. No protection against intent.
///
/// Words of eight bytes go round four sums in turn, so that the processor works on four at a time. Every step is a
/// bijection of its sum, so no single damaged word leaves the sum as it was.
public enum Checksum {
  /// The checksum of `bytes`.
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var (first, second) = (seed, seed &+ odd)
    var (third, fourth) = (~seed, ~seed &+ odd)
    var offset = 0
    while offset + 32 <= bytes.count {
      first = step(first, word(offset))
      second = step(second, word(offset + 8))
      third = step(third, word(offset + 16))
      fourth = step(fourth, word(offset + 24))
      offset += 32
    }
    while offset + 8 <= bytes.count {
      first = step(first, word(offset))
      offset += 8
    }
    var last: UInt64 = 0
    for index in offset..<bytes.count { last = last << 8 | UInt64(bytes[index]) }
    let parts = [last, second, third, fourth, UInt64(bytes.count)]
    return parts.reduce(first) { mixed(step($0, $1)) }
  }

  /// The checksum of `bytes`.
  public static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    bytes.withUnsafeBytes { of($0, seed: seed) }
  }

  private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let met = sum ^ word
    return (met << 29 | met >> 35) &* odd
  }

  /// Has the high bits tell on the low ones.
  private static func mixed(_ sum: UInt64) -> UInt64 {
    let product = (sum ^ sum >> 32) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }
}
