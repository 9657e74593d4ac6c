import ProvisoSource
import Testing

@testable import ProvisoText

@Suite struct SecondViewTests {
  static let scanner: TextScanner? = {
    var builder = TextScannerBuilder()
    for phrase in ["guns", "buy guns now", "free", "sex", "casin*", "illegal bills", "оружие", "бесплатно", "50 as"] {
      if let phrase = try? Phrase(parsing: phrase) { _ = builder.add(phrase) }
    }
    return try? builder.build()
  }()

  static let disguises: [(written: String, reads: String)] = [
    ("we sell gυnѕ", "we sell guns"), ("ѕех", "sex"), ("ᴄᴀꜱɪɴᴏ", "casino"), ("ГРЕЕ guոs", "ГРЕЕ guns"),
    ("fr33", "free"), ("gun5", "guns"), ("$ex", "sex"), ("c@$1n0!", "casino!"), ("0ff fr33", "0ff free"),
    ("1lleg4l bi11$", "illegal bills"), ("!lleg@1 b1lls", "illegal bills"),
    ("g u n s", "guns"), ("g.u.n.s.", "guns."), ("g-u-n-s", "guns"), ("g|u|n|s", "guns"), ("G / U / N / S", "guns"),
    ("g\nu\nn\ns", "guns"), ("b u y  g u n s  n o w", "buy  guns  now"), ("b u y g u n s n o w", "buy guns now"),
    ("b.u.y g.u.n.s", "buy guns"), ("g u n 5", "guns"), ("a g u n s", "a guns"),
    ("buy a g u n s  n o w", "buy a guns  now"), ("g υ n ѕ", "guns"),
    ("guuuns freeeee", "guns free"), ("GUUUNSSS", "guns"), ("gu*ns", "guns"), ("g_un_s", "guns"), ("gu~ns", "guns"),
    ("🇬 🇺 🇳 🇸", "guns"), ("🇸🇪🇽", "sex"), ("gu{{1}}ns", "guns"), ("s 3 x", "sex"),
  ]

  @Test(arguments: disguises) func `a disguised word is read`(_ written: String, _ reads: String) throws {
    let view = try #require(try view(written))
    #expect(
      String(decoding: view.text.bytes, as: UTF8.self) == String(decoding: FoldedText(reads).bytes, as: UTF8.self))
  }

  static let ordinary = [
    "20% off: 3 for $9.99, £5, 1,024.50 €", "COVID19 at 3pm, A4, 50mg, 1st, 2nd, 24/7, mp3, B2B, 4x4, 10k",
    "Order AB12CD-3F4 of 2026-11-22", "https://fr33.example/gun5?sex=1 or www.gun5.example",
    "gun5.example.org, me@gun5.example",
    "U S A, U.S.A., e.g. plan B, J. R. R. Tolkien", "Mooood! Sooo nice!!! Zzz", "Нет, оружие есть", "Το νέο προϊόν",
    "don't, it's, l'été",
    "guns for sale, free", "a, b, c, d, e, f", "🇬🇺 🇳🇸 🇩🇪", "Tschüß, schön, naïve, Łódź", "सेल आज", "セール50%オフ",
    "snake_case, 2 * 3 * 4",
    "Dear {{1}}, {{2}}!", "iPhone 4s as new", "10am-5pm, 5am", "Disney+, C++, Yahoo!", "100% @ home, @user #tag", "",
  ]

  @Test(arguments: ordinary) func `an ordinary text has no second view`(_ text: String) throws {
    let view = try view(text)
    #expect(view.map { String(decoding: $0.text.bytes, as: UTF8.self) } == nil)
  }

  @Test func `a word of another script stays what it is beside real words of that script`() throws {
    #expect(try view("Бесплатно сех") == nil)
  }

  @Test func `places lead back through both views`() throws {
    let written = "Ѕале: «g u n s» and fr33!"
    let (text, first) = try #require(try view(written))
    let bytes = Array(written.utf8)
    let found = text.words.map { word in
      let span = first.sourceSpan(of: text.sourceSpan(of: Span(Int(word.start), Int(word.end))))
      return String(decoding: bytes[span.lower..<span.upper], as: UTF8.self)
    }
    #expect(found == ["Ѕале", "g u n s", "and", "fr33"])
  }

  @Test(arguments: 1..<20) func `a text without odd signs raises no suspicion wherever it is divided`(_ length: Int) {
    let words = "we sell an ordinary set of pots and pans for a price that I like at our shop on friday".split(
      separator: " ")
    let text = words.prefix(length).joined(separator: " ")
    #expect(!Suspicion.isRaised(by: FoldedText(text)))
    #expect(Suspicion.isRaised(by: FoldedText(text + " fr33")))
    #expect(Suspicion.isRaised(by: FoldedText(text + " k!ll")))
    #expect(Suspicion.isRaised(by: FoldedText(text + " g u n s")))
  }

  private func view(_ text: String) throws -> (text: FoldedText, first: FoldedText)? {
    let scanner = try #require(Self.scanner)
    let source = Array(text.utf8)
    var placeholders: [Span] = []
    var rest = text[...]
    while let range = rest.firstRange(of: /\{\{.\}\}/) {
      placeholders.append(
        Span(range.lowerBound.utf16Offset(in: text), range.upperBound.utf16Offset(in: text)))
      rest = rest[range.upperBound...]
    }
    let first = FoldedText(source, placeholders: placeholders)
    return scanner.secondView(of: first).map { ($0, first) }
  }
}
