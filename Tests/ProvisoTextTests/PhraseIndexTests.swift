import ProvisoSource
import Testing

@testable import ProvisoText

@Suite struct PhraseIndexTests {
  @Test(arguments: [
    ("gin", "a GIN tonic", "GIN"), ("gin", "ginger", nil), ("% off", "20% off", "% off"),
    ("% off", "20 % OFF", "% OFF"),
    ("% off", "20 off", nil), ("20% off", "now *20%* off", "20%* off"), ("bit.ly", "https://bit.ly/x", "bit.ly"),
    ("bit.ly", "a bit. Ly", nil), ("$15", "only $15.", "$15"), ("e-mail", "e mail", "e mail"),
    ("e mail", "E-Mail", "E-Mail"), ("promoção", "PROMOCAO", "PROMOCAO"), ("promocao", "Promoção!", "Promoção"),
    ("psychiatr*", "Psychiatrist", "Psychiatrist"), ("psychiatr*", "psychiatr", "psychiatr"),
    ("psychiatr*", "neuropsychiatry", nil), ("*rabatt", "Neukundenrabatt", "Neukundenrabatt"),
    ("*rabatt", "Rabattaktion", nil), ("*rabatt*", "Sommerrabattaktion", "Sommerrabattaktion"),
    ("*rabatt*", "rabatt", "rabatt"), ("only # left", "Only 3 left", "Only 3 left"),
    ("only # left", "only 1.024 left", "only 1.024 left"), ("only # left", "only three left", nil), ("# €", "5€", "5€"),
    ("#anzeige", "gut #Anzeige", "#Anzeige"), ("#anzeige", "Anzeige", nil),
    ("has dejado … carrito", "has dejado algo en tu carrito", "has dejado algo en tu carrito"),
    ("has dejado … carrito", "has dejado carrito", "has dejado carrito"),
    ("has dejado … carrito", "has dejado a b c d carrito", "has dejado a b c d carrito"),
    ("has dejado … carrito", "has dejado a b c d e carrito", nil),
    ("has dejado … carrito", "has dejado. Tu carrito", nil), ("use code", "use: code", "use: code"),
    ("use code", "use 👉 code", "use 👉 code"), ("use code", "use + \"code\"", "use + \"code"),
    ("use code", "use. Code", nil), ("use code", "use! code", nil), ("use code", "use\ncode", "use\ncode"),
    ("use code", "use\n\ncode", nil), ("use code", "use.code", nil), ("shop now", "shop@now", nil),
    ("nr. #", "Angebot Nr. 4711", "Nr. 4711"), ("nr. #", "Nr.4711", "Nr.4711"), ("nr #", "Nr. 4711", nil),
    ("sale % off", "sale 🎉 % off", "sale 🎉 % off"), ("$$$", "win $$$ now", "$$$"), ("🔞", "só 🔞 aqui", "🔞"),
    ("赌场", "在线赌场欢迎", "赌场"), ("ลดราคา", "สินค้าลดราคาวันนี้", "ลดราคา"), ("تخفيض", "عرض تخفيض كبير", "تخفيض"),
    ("größe", "GRÖSSE", "GRÖSSE"), ("indirim", "İNDİRİM", "İNDİRİM"), ("casino", "ｃａｓｉｎｏ", "ｃａｓｉｎｏ"),
    ("casino", "ca\u{200B}si\u{AD}no", "ca\u{200B}si\u{AD}no"), ("casino", "ca*si*no", "ca*si*no"),
    ("casino", "*𝐜𝐚𝐬𝐢𝐧𝐨*", "𝐜𝐚𝐬𝐢𝐧𝐨"), ("jusqu'à -# %", "Jusqu’à –50 %", "Jusqu’à –50 %"),
    ("don't miss", "Don’t miss", "Don’t miss"), ("24 horas", "24 horas", "24 horas"),
  ]) func finds(_ phrase: String, _ text: String, _ expected: String?) throws {
    #expect(try find([phrase], in: text) == (expected.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("use code", "Use code", true), ("use code", "use  code", false), ("use code", "use, code", false),
    ("use code", "use % code", false), ("use code", "reuse code", false), ("use code", "use codes", false),
    ("use code", "(use code)", true), ("use code", "use-code", false), ("use code", "use\ncode", false),
  ]) func exactSpacingIsOneSpace(_ phrase: String, _ text: String, _ isFound: Bool) throws {
    #expect(try find([phrase], in: text, spacing: .exact).isEmpty != isFound)
  }

  @Test func nestedAndOverlappingPhrasesAreAllFound() throws {
    let found = try find(["a b", "b c", "a b c", "b", "a … c", "b*"], in: "a b c")
    #expect(Set(found) == ["a b", "b c", "a b c", "b"])
    #expect(found.count == 6)
  }

  @Test func equalPhrasesShareANumber() throws {
    var builder = PhraseIndexBuilder()
    let first = builder.add(try Phrase(parsing: "flash sale"))
    #expect(builder.add(try Phrase(parsing: "Flash-Sale")) == first)
    #expect(builder.add(try Phrase(parsing: "flash sale"), spacing: .exact) == first + 1)
    #expect(builder.build().count == 2)
  }

  @Test func aPhraseWithSeveralWaysThroughIsListedOnce() throws {
    #expect(try find(["a … b … c"], in: "a b b c").count == 1)
  }

  @Test func anIndexWithoutPhrasesFindsNothing() {
    var hits = PhraseHits()
    PhraseIndexBuilder().build().scan(FoldedText("anything"), into: &hits)
    #expect(hits.hits.isEmpty)
  }

  @Test func hitsOfAnEarlierScanAreForgotten() throws {
    var hits = PhraseHits()
    try index(["ab*", "#x"]).scan(FoldedText("abc #x"), into: &hits)
    #expect(hits.hits.count == 2)
    try index(["c"]).scan(FoldedText("b c d e f"), into: &hits)
    #expect(hits.hits == [PhraseHit(phrase: 0, firstWord: 1, lastWord: 1)])
  }

  private func index(_ phrases: [String]) throws -> PhraseIndex {
    var builder = PhraseIndexBuilder()
    for phrase in phrases { _ = builder.add(try Phrase(parsing: phrase)) }
    return builder.build()
  }

  private func find(_ phrases: [String], in text: String, spacing: Phrase.Spacing = .loose) throws -> [String] {
    var builder = PhraseIndexBuilder()
    for phrase in phrases { _ = builder.add(try Phrase(parsing: phrase), spacing: spacing) }
    let folded = FoldedText(text)
    var hits = PhraseHits()
    builder.build().scan(folded, into: &hits)
    return hits.hits.map { hit in
      let span = folded.sourceSpan(ofWords: Int(hit.firstWord)...Int(hit.lastWord))
      return String(decoding: Array(text.utf8)[span.lower..<span.upper], as: UTF8.self)
    }
  }
}
