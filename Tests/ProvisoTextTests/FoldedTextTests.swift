import ProvisoSource
import Testing

@testable import ProvisoText

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Flash SALE", "flash sale"),
    ("Promoção já! Ação, coração", "promocao ja! acao, coracao"),
    ("Größe STRASSE straße ẞ", "grosse strasse strasse ss"),
    ("ÜBER über ü", "uber uber u"),
    ("İstanbul ISPARTA kırmızı", "istanbul isparta kirmizi"),
    ("Łódź øre Æther œuvre þing", "lodz ore aether oeuvre thing"),
    ("e\u{301}te\u{301} n\u{303}", "ete n"),
    ("ｃａｓｉｎｏ １２３", "casino 123"),
    ("𝐂𝐚𝐬𝐢𝐧𝐨 𝒻𝓇𝑒𝑒 ⓢⓐⓛⓔ 🅕🅡🅔🅔", "casino free sale free"),
    ("ﬁnance oﬀer", "finance offer"),
    ("ca\u{200B}si\u{200D}no ca\u{AD}sino \u{FEFF}x\u{202E}y", "casino casino xy"),
    ("“don’t” ‹x› «y»", "\"don't\" 'x' \"y\""),
    ("a–b — c−d", "a-b - c-d"),
    ("a\u{A0}b\u{202F}c\td", "a b c d"),
    ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
    ("…", "..."),
    ("Скидка ΣΊΣΥΦΟΣ й", "скидка σίσυφοσ й"),
    ("и\u{306} α\u{301} か\u{3099}", "й ά が"),
    ("ｶﾞﾁｬ", "ガチャ"),
    ("تخفيض مُحَمَّد", "تخفيض مُحَمَّد"),
    ("\u{0627}\u{0653}", "\u{0622}"),
    ("ลดราคา น\u{E49}\u{E33}", "ลดราคา น\u{E49}\u{E4D}\u{E32}"),
    ("٤٢ १२", "42 12"),
    ("Rabatt¹ Brand™ 20 m²", "rabatt¹ brand™ 20 m²"),
    ("👍🏽 1️⃣", "👍🏽 1"),
    ("Z\u{310}\u{334}a\u{489}lgo", "zalgo"),
    ("a\u{FFFC}b\u{0}c", "abc"),
    ("", ""),
  ]) func folds(_ text: String, _ expected: String) {
    // Compared by scalars: strings are equal in any normal form.
    #expect(Array(shown(FoldedText(text)).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("*Sale* _now_ ~old~ `x`", "sale now old x"),
    ("*Only today*!", "only today!"),
    ("*_both_* and _*both*_", "both and both"),
    ("ca*si*no *ca*sino", "casino casino"),
    ("**twice** ```code```", "twice code"),
    ("„*Rabatt*“ *Ação*", "\"rabatt\" acao"),
    ("5*3*2 and 5 * 3", "5*3*2 and 5 * 3"),
    ("a*b c*d", "a*b c*d"),
    ("snake_case_name __init__", "snake_case_name init"),
    ("card **** 1234", "card **** 1234"),
    ("cpf ***.456.789-**", "cpf ***.456.789-**"),
    ("*one\ntwo*", "*one\ntwo*"),
    ("*open and _half", "*open and _half"),
    ("* item\n* item", "* item\n* item"),
  ]) func removesTheMarksThatNobodySees(_ text: String, _ expected: String) {
    #expect(shown(FoldedText(text)) == expected)
  }

  @Test func aPlaceholderIsOneCharacterOfNoWord() {
    let text = FoldedText("Oi {{nome}}ção *{{1}}* x", placeholders: [Span(3, 11), Span(18, 23)])
    #expect(shown(text) == "oi \u{FFFC}cao \u{FFFC} x")
    #expect(text.words.map { text.text($0) } == ["oi", "cao", "x"])
    #expect(text.words.map(\.gap) == [.hard, .hard, .hard])
    #expect(text.sourceSpan(of: Span(3, 6)) == Span(3, 11))
  }

  @Test func placeholdersThatOverlapOrLieOutsideAreTakenOnce() {
    let text = FoldedText("abcdef", placeholders: [Span(4, 99), Span(1, 3), Span(2, 4), Span(2, 2)])
    #expect(shown(text) == "a\u{FFFC}\u{FFFC}\u{FFFC}")
  }

  @Test(arguments: [
    ("*Grátis* hoje", "gratis", "Grátis"),
    ("e\u{301}te\u{301} x", "ete", "e\u{301}te\u{301}"),
    ("x ｓａｌｅ y", "sale", "ｓａｌｅ"),
    ("x ca\u{200B}sino y", "casino", "ca\u{200B}sino"),
    ("Straße 5", "strasse", "Straße"),
    ("oﬀer", "offer", "oﬀer"),
    ("É", "e", "É"),
    ("и\u{306}", "й", "и\u{306}"),
    ("1️⃣!", "1", "1️⃣"),
    ("a\r\nSALE", "sale", "SALE"),
  ]) func wordsLeadBackToWhatWasWritten(_ text: String, _ word: String, _ written: String) throws {
    let folded = FoldedText(text)
    let place = try #require(folded.words.firstIndex { folded.text($0) == word })
    let span = folded.sourceSpan(ofWords: place...place)
    #expect(String(decoding: Array(text.utf8)[span.lower..<span.upper], as: UTF8.self) == written)
  }

  @Test(arguments: [
    "Ação é 50% OFF 👨‍👩‍👧 já", "ｆｕｌｌ 𝐛𝐨𝐥𝐝 ﬁ ﷺ", "e\u{301}\u{302}x и\u{306} \r\n q", "ca\u{200B}si\u{AD}no *x*",
    "ภาษาไทย العربية",
  ]) func everySpanLeadsBackToWholeCharacters(_ text: String) {
    let folded = FoldedText(text)
    let source = Array(text.utf8)
    let starts = folded.bytes.indices.filter { folded.bytes[$0] & 0xC0 != 0x80 } + [folded.bytes.count]
    for lower in starts {
      for upper in starts where upper > lower {
        let span = folded.sourceSpan(of: Span(lower, upper))
        #expect(span.length > 0 && span.upper <= source.count)
        for edge in [span.lower, span.upper] where edge < source.count { #expect(source[edge] & 0xC0 != 0x80) }
      }
    }
  }

  private func shown(_ text: FoldedText) -> String { String(decoding: text.bytes, as: UTF8.self) }
}

extension FoldedText {
  /// The folded spelling of a word.
  func text(_ word: Word) -> String {
    String(decoding: bytes[Int(word.start)..<Int(word.end)], as: UTF8.self)
  }
}
