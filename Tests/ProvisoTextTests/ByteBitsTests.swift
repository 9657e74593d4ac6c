import ProvisoTestSupport
import Testing

@testable import ProvisoText

@Suite struct ByteBitsTests {
  @Test(arguments: 0..<50 as Range<UInt64>) func `stretches of bits join as a list of truths does`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let truths = (0..<Int.random(in: 1..<300, using: &random)).map { _ in Bool.random(using: &random) }
    var bits = ByteBits()
    for truth in truths { bits.append(truth ? 1 : 0, 1) }
    var joined = ByteBits()
    var expected: [Bool] = []
    for _ in 0..<5 {
      let start = Int.random(in: 0...truths.count, using: &random)
      let end = Int.random(in: start...truths.count, using: &random)
      joined.append(bits, from: start, to: end)
      expected += truths[start..<end]
    }
    let found = (0..<joined.count).map { joined.words[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
    #expect(found == expected)
    #expect(joined.next(from: 0, before: joined.count) == expected.firstIndex(of: true) ?? joined.count)
  }
}
