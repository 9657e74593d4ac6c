import ProvisoModel
import Testing

@testable import ProvisoDrafts

@Suite struct RewritingTests {
  static let rewritings: [(Remedy.Rewriting, String, String)] = [
    (.oneBlankLine, "a\n\n\nb\n\nc\n \n \n  d", "a\n\nb\n\nc\n \n  d"),
    (.oneBlankLine, "a\r\n\r\n\r\nb", "a\r\n\r\nb"),
    (.singleSpaces, "a     b  \n  c\t\td ", "a b\n  c d"),
    (.oneLine, "a\nb\r\n c\td\n", "a b c d"),
    (.noEmoji, "Sale 🎉🎉 today ☀️! 5 © 👩‍👩‍👧", "Sale today! 5"),
    (.noEmoji, "👋🏽 Hi", "Hi"),
    (.noMarks, "*Sale* _now_ first_name ~x~ `y`", "Sale now first_name x y"),
    (.singleMarks, "Now!!! Really?? ¡¡Sí!! a! b?", "Now! Really? ¡Sí! a! b?"),
    (
      .smallLetters, "BUY NOW OR NEVER! ÜBER ALL. We ship DHL and UPS",
      "Buy now or never! Über all. We ship DHL and UPS"
    ),
    (.smallLetters, "CODE A1B2 WITH OUR LATEST NEWS", "CODE A1B2 with our latest news"),
    (.twoBraces, "Hi {1}, {{2}, {3}}, {{{4}}} {{5}} {} {a b}", "Hi {{1}}, {{2}}, {{3}}, {{4}} {{5}} {} {{a b}}"),
    (
      .twoBraces, "${name} [[name]] <<name>> %name% 20% off and 30%",
      "{{name}} {{name}} {{name}} {{name}} 20% off and 30%"
    ),
    (.https, "http://a.example/http://b", "https://a.example/http://b"),
    (.https, "HTTP://a.example", "HTTPs://a.example"),
  ]

  @Test(arguments: rewritings) func `a text is written anew where it is not as it should be`(
    _ rewriting: Remedy.Rewriting, _ text: String, _ expected: String
  ) {
    let written = text.with(rewriting.edits(of: text))
    #expect(written == expected)
    #expect(rewriting.edits(of: written).isEmpty, "a second time changes nothing")
  }

  @Test func `every rewriting is tested`() {
    #expect(Set(Self.rewritings.map(\.0)) == Set(Remedy.Rewriting.allCases))
  }

  static let names: [(Remedy.NameForm, String, String?)] = [
    (.snakeCase, "Order Update 2", "order_update_2"), (.snakeCase, "Promoção-Ñandú  Straße", "promocao_nandu_strasse"),
    (.snakeCase, "a__b.c", "a_b_c"), (.snakeCase, "日本", nil), (.snakeCase, "", nil),
    (.languageCode, "pt-br", "pt_BR"), (.languageCode, "EN", "en"), (.languageCode, "en_US", "en_US"),
    (.languageCode, "english", nil), (.languageCode, "pt-BR-x", nil), (.languageCode, "", nil),
  ]

  @Test(arguments: names) func `a name takes another form`(_ form: Remedy.NameForm, _ name: String, _ expected: String?)
  {
    #expect(form.form(of: name) == expected)
  }

  @Test func `a hostile text is written anew in time`() {
    let text = String(repeating: "{{ AAA [[ <<!!!\n\n\n  👩‍👩‍👧 *_%${", count: 20_000)
    let start = ContinuousClock.now
    for rewriting in Remedy.Rewriting.allCases { #expect(text.with(rewriting.edits(of: text)).utf8.count > 0) }
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
