import ProvisoSource
import ProvisoText
import Testing

@Suite struct TextMeasuresTests {
  @Test(arguments: [
    ("", 0), ("abc 1 # *", 0), ("👍", 1), ("👍🏽", 1), ("👨‍👩‍👧‍👦", 1), ("🇧🇷🇩🇪", 2), ("1️⃣2️⃣", 2), ("❤️", 1), ("❤", 0),
    ("❤️‍🔥", 1), ("🏳️‍🌈", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1), ("☝🏽", 1), ("👍👍", 2), ("⌚︎", 0), ("™ ©", 0), ("🎉🎉 x 🎉", 3), ("🇧", 0),
  ]) func countsEmojiAsAReaderDoes(_ text: String, _ count: Int) {
    #expect(FoldedText(text).measures.emoji == count)
  }

  @Test(arguments: [("SALE now 5 %", 7, 4, 3), ("Ação JÁ", 6, 3, 2), ("ДА нет", 5, 2, 2), ("a_b", 2, 0, 1)])
  func countsLettersAndWords(_ text: String, _ letters: Int, _ capitals: Int, _ words: Int) {
    let measures = FoldedText(text).measures
    #expect(measures.letters == letters)
    #expect(measures.capitals == capitals)
    #expect(measures.words == words)
  }

  @Test func countsTheTextAsWritten() {
    let measures = FoldedText("Oi {{NOME}}, 😀é", placeholders: [Span(3, 11)]).measures
    #expect(measures.codePoints == 15)
    #expect(measures.utf16Units == 16)
    #expect(measures.letters == 3)
    #expect(measures.capitals == 1)
    #expect(measures.words == 2)
  }
}
