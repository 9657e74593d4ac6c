import ProvisoSource
import Testing

@testable import ProvisoText

/// Texts that are nothing but suspicion: they are read in time that grows with their length alone.
@Suite(.timeLimit(.minutes(5))) struct HostileDisguiseTests {
  static let pieces = [
    "1l1l1l", "1l1l1l ", "g u n s ", "a ", "g.", "l1 ", "gu*ns ", "аbc ", "ѕех ", "🇬", "a1.", "aaa", "aaa ", "$",
    "s!s!",
    "x_", "@a ", "f r e e  ", "http", "l'", "\u{FFFC}a", "ß", "a\n", "w",
  ]

  @Test(arguments: pieces) func `long runs are read in linear time`(_ piece: String) throws {
    let scanner = try #require(SecondViewTests.scanner)
    func time(_ size: Int) -> Duration {
      let source = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
      let text = FoldedText(source)
      // The best of three, since other work on the machine only ever makes it slower.
      let times = (0..<3).map { _ in
        ContinuousClock().measure { _ = scanner.secondView(of: text) }
      }
      return times.min() ?? .zero
    }
    let (small, large) = (time(8_000), time(64_000))
    // Eight times the text takes eight times as long, and would take sixty-four times as long were it quadratic.
    #expect(large < max(small, .milliseconds(20)) * 32)
  }

  @Test(arguments: 0..<20) func `random texts keep their places`(_ seed: Int) throws {
    let scanner = try #require(SecondViewTests.scanner)
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("gunsfre ехаоѕ1350$@!*_~.|-ß🇬🇺\u{301}\u{200B}\n'")
    let source = Array(String((0..<2_000).map { _ in alphabet.randomElement(using: &random) ?? "a" }).utf8)
    let first = FoldedText(source)
    guard let second = scanner.secondView(of: first) else { return }
    var end = 0
    for word in second.words {
      let span = first.sourceSpan(of: second.sourceSpan(of: .init(Int(word.start), Int(word.end))))
      #expect(span.lower >= end && span.upper > span.lower && span.upper <= source.count)
      end = span.lower
    }
  }
}
