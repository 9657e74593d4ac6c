import Testing

@testable import ProvisoReports

@Suite struct VisibleTextTests {
  static let texts: [(text: String, visible: String)] = [
    ("plain ~ text", "plain ~ text"),
    ("\u{1B}[31mred", #"\u{1B}[31mred"#),
    ("a\r\nb\tc\u{0}", #"a\u{D}\u{A}b\u{9}c\u{0}"#),
    ("\u{9B}2J\u{7F}", #"\u{9B}2J\u{7F}"#),
    ("a\u{202E}b\u{2066}c\u{200F}", #"a\u{202E}b\u{2066}c\u{200F}"#),
    ("fr\u{200B}ee\u{2060} \u{FEFF}so\u{AD}ft", #"fr\u{200B}ee\u{2060} \u{FEFF}so\u{AD}ft"#),
    ("a\u{2028}b\u{2029}", #"a\u{2028}b\u{2029}"#),
    ("\u{3164}\u{115F}", #"\u{3164}\u{115F}"#),
    ("\u{200D}", #"\u{200D}"#),
    ("a\u{E0041}", #"a\u{E0041}"#),
    ("👩‍👩‍👧 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪", "👩‍👩‍👧 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪"),
    ("می‌خواهم क्‍ष ا", "می‌خواهم क्‍ष ا"),
    ("Ｆｕｌｌ e\u{301}", "Ｆｕｌｌ e\u{301}"),
  ]
  @Test(arguments: texts) func `what a terminal obeys or nobody sees is written out`(_ text: String, _ visible: String)
  {
    #expect(Array(text.visible.unicodeScalars) == Array(visible.unicodeScalars))
    #expect(visible.visible == visible)
  }

  @Test func `a letter with a thousand accents keeps a few`() {
    #expect(("a" + String(repeating: "\u{301}", count: 1000)).visible.unicodeScalars.count == 16)
  }

  static let widths: [(text: String, width: Int)] = [
    ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("限定", 4), ("ｱ", 1), ("Ａ", 2), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("🔥", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("👍🏽", 2), ("☎", 1), ("…│✓✗", 4), ("क्ष", 2), ("한", 2),
    ("שלום", 4), ("𠮷", 2),
  ]
  @Test(arguments: widths) func `text takes as many columns as a terminal gives it`(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }

  static let prose: [(text: String, columns: Int, lines: [String])] = [
    ("", 10, []), ("  \n ", 10, []), ("one two three", 20, ["one two three"]),
    ("one two three", 7, ["one two", "three"]), ("one\n\ntwo", 20, ["one two"]),
    ("incomprehensible", 6, ["incomp", "rehens", "ible"]), ("限定限定", 5, ["限定", "限定"]), ("ab", 0, ["a", "b"]),
    ("\u{301} a", 5, ["\u{301} a"]),
  ]
  @Test(arguments: prose) func `prose is wrapped at white space`(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(text.wrapped(to: columns) == lines)
  }
}
