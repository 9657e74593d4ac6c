import Testing

@testable import ProvisoText

@Suite struct WordTests {
  @Test(arguments: [
    ("20% off", ["20", "%", "off"]),
    ("https://bit.ly/x", ["https", "/", "/", "bit", ".", "ly", "/", "x"]),
    ("$15 €5", ["$", "15", "€", "5"]),
    ("e-mail don't", ["e", "mail", "don", "t"]),
    ("20off 2x1 3.5x", ["20off", "2x1", "3.5x"]),
    ("1,024.50 1.024,50 1, 2.", ["1,024.50", "1.024,50", "1", "2", "."]),
    ("snake_case", ["snake_case"]),
    ("a@b.c", ["a", "@", "b", ".", "c"]),
    ("赌场 abc", ["赌", "场", "abc"]),
    ("น\u{E49}\u{E33}", ["น\u{E49}\u{E4D}", "\u{E32}"]),
    ("مُحَمَّد", ["مُحَمَّد"]),
    ("👍 ok", ["👍", "ok"]),
    ("(x) [y] \"z\"", ["x", "y", "z"]),
  ]) func dividesTextIntoWordsAndSymbols(_ text: String, _ words: [String]) {
    let folded = FoldedText(text)
    #expect(folded.words.map { folded.text($0) } == words)
  }

  @Test(arguments: [
    ("a b", Gap.space), ("a  b", .blank), ("a\nb", .blank), ("a \n b", .blank), ("a-b", .soft), ("a, b", .soft),
    ("a: \"b", .soft), ("a (b", .soft), ("a. b", .sentence), ("a.\nb", .sentence), ("a.) b", .sentence),
    ("a! b", .hard), ("a? b", .hard), ("a; b", .hard), ("a\n\nb", .hard), ("a\n \nb", .hard), ("a.b", .none),
    ("a... b", .sentence), ("a.- b", .soft), ("a。b", .hard), ("a ¿b", .hard), ("a»b", .soft),
  ]) func tellsWhatStandsBetween(_ text: String, _ gap: Gap) {
    #expect(FoldedText(text).words.last?.gap == gap)
  }

  @Test func symbolsDoNotCountAsDistance() {
    #expect(FoldedText("a % b … c").words.filter(\.isWord).map(\.ordinal) == [0, 1, 2])
  }

  @Test func onlyPlainFiguresAreNumbers() {
    let text = FoldedText("15 1,024.50 20off a1 1.2.3")
    #expect(text.words.map(\.kind) == [.number, .number, .word, .word, .number])
  }

  @Test func theSameWordHasTheSameHashWhereverItStands() {
    for length in 1...40 {
      let word = String(repeating: "abcdefghij", count: 4).prefix(length)
      let hashes = ["\(word)", "x \(word)", "\(word) and a good deal more", "1 \(word)!"].compactMap { text in
        let folded = FoldedText(text)
        return folded.words.first { folded.text($0) == word }?.hash
      }
      #expect(hashes.count == 4 && Set(hashes).count == 1)
    }
  }
}
