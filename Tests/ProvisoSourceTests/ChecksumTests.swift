import ProvisoSource
import ProvisoTestSupport
import Testing

@Suite struct ChecksumTests {
  private static func bytes(_ count: Int) -> [UInt8] {
    var random = SeededRandom(seed: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  @Test(arguments: [1, 7, 8, 9, 31, 32, 33, 64, 100, 257]) func `every flipped bit shows`(_ count: Int) {
    for bytes in [ChecksumTests.bytes(count), [UInt8](repeating: 0, count: count)] {
      let whole = Checksum.of(bytes)
      for bit in 0..<(count * 8) {
        var damaged = bytes
        damaged[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(Checksum.of(damaged) != whole, "bit \(bit) of \(count) bytes")
      }
    }
  }

  @Test func `every length shows, and every seed`() {
    let sums = (0..<200).map { Checksum.of([UInt8](repeating: 0, count: $0)) }
    #expect(Set(sums).count == 200)
    #expect(Set((0..<200).map { Checksum.of([1, 2, 3], seed: $0) }).count == 200)
  }

  @Test(arguments: [8, 16, 32, 64]) func `pieces that changed places show`(_ size: Int) {
    let bytes = ChecksumTests.bytes(size * 5)
    let whole = Checksum.of(bytes)
    for first in 0..<5 {
      for second in 0..<first {
        var damaged = bytes
        for offset in 0..<size { damaged.swapAt(first * size + offset, second * size + offset) }
        #expect(Checksum.of(damaged) != whole, "pieces \(second) and \(first) of \(size) bytes")
      }
    }
  }

  @Test func `a piece set to nothing shows`() {
    let bytes = ChecksumTests.bytes(4096)
    let whole = Checksum.of(bytes)
    for start in stride(from: 0, to: 4096, by: 512) {
      var damaged = bytes
      for place in start..<start + 512 { damaged[place] = 0 }
      #expect(Checksum.of(damaged) != whole)
    }
  }

  @Test func `the place in memory plays no part`() {
    let bytes = ChecksumTests.bytes(120)
    let moved = (0..<8).map { shift in
      ([UInt8](repeating: 9, count: shift) + bytes).withUnsafeBytes {
        Checksum.of(UnsafeRawBufferPointer(rebasing: $0[shift...]))
      }
    }
    #expect(Set(moved) == [Checksum.of(bytes)])
  }
}
