import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct TemplateTests {
  static let sale = #"""
    {
      "name": "autumn_sale",
      "language": "pt_BR",
      "category": "MARKETING",
      "components": [
        { "type": "BUTTONS", "buttons": [
          { "type": "QUICK_REPLY", "text": "Parar" },
          { "type": "URL", "text": "Ver", "url": "https://shop.example/s?c={{1}}", "example": ["https://shop.example/s?c=a"] },
          { "type": "PHONE_NUMBER", "text": "Ligar", "phone_number": "+5511900000000" },
          { "type": "COPY_CODE", "example": "OUTONO10" } ] },
        { "type": "body", "text": "Promo\u00e7\u00e3o, {{1}}!\n40% \"off\" at\u00e9 {{2}}",
          "example": { "body_text": [["Ana", "domingo"]] } },
        { "type": "HEADER", "format": "TEXT", "text": "Oferta {{1}}", "example": { "header_text": ["do dia"] } },
        { "type": "FOOTER", "text": "Responda PARAR" } ],
      "allow_category_change": true
    }
    """#

  @Test func partsStandInReadingOrder() throws {
    let draft = try #require(read(Self.sale).only)
    #expect(draft.id == "autumn_sale")
    #expect(
      draft.texts == [
        "header: Oferta {{1}}", "body: Promoção, {{1}}!\n40% \"off\" até {{2}}", "footer: Responda PARAR",
        "button: Parar", "button: Ver", "button: Ligar",
      ])
    #expect(
      draft.buttonList == [
        "quick-reply | Parar", "url | Ver | https://shop.example/s?c={{1}} | https://shop.example/s?c=a",
        "phone-number | Ligar | +5511900000000", "copy-code | OUTONO10",
      ])
    #expect(draft.headerFormat == "text")
  }

  @Test func placesGoThroughEscapes() throws {
    let draft = try #require(read(Self.sale).only)
    #expect(draft.place(of: "Promoção") == #"11:32 Promo\u00e7\u00e3o"#)
    #expect(draft.place(of: "\"off\"") == #"11:64 \"off\""#)
    #expect(draft.place(of: "até") == #"11:72 at\u00e9"#)
    #expect(draft.segments[1].place.pointer == "/components/1/text")
    #expect(draft.segments[3].place.pointer == "/components/0/buttons/0/text")
  }

  @Test func examplesBelongToTheirPart() throws {
    let draft = try #require(read(Self.sale).only)
    #expect(draft.segments[0].placeholders.map(\.example?.text) == ["do dia"])
    let body = draft.segments[1].placeholders.compactMap(\.example)
    #expect(body.map(\.text) == ["Ana", "domingo"])
    #expect(
      body.map(\.place.pointer) == ["/components/1/example/body_text/0/0", "/components/1/example/body_text/0/1"])
    #expect(draft.describe(body[1].place.map.source(of: Span(0, 7))) == "12:43 domingo")
  }

  static let facts: [(String, String?)] = [
    ("draft.channel", "whatsapp"), ("draft.kind", "whatsapp-template"), ("draft.category", "marketing"),
    ("draft.languages", "[pt]"), ("draft.headerFormat", "text"), ("template.name", "autumn_sale"),
    ("template.language", "pt_BR"), ("template.category", "MARKETING"), ("template.status", "draft"),
    ("template.parameterFormat", "positional"), ("template.messageSendTtlSeconds", "null"),
    ("template.previousCategory", "null"), ("template.bodyCount", "1"), ("template.headerCount", "1"),
    ("template.limitedTimeOffer.text", "null"), ("template.addSecurityRecommendation", nil), ("consent.status", nil),
  ]

  @Test(arguments: facts) func aTemplateShowsFacts(_ path: String, _ value: String?) throws {
    #expect(try #require(read(Self.sale).only).fact(path) == value)
  }

  struct ExampleCase: Sendable {
    let text: String
    let example: String
    let found: [String?]
  }

  static let shapes: [ExampleCase] = [
    .init(text: "{{1}} {{2}}", example: #"{"body_text": [["a", "b"], ["c", "d"]]}"#, found: ["a", "b"]),
    .init(text: "{{1}} {{2}}", example: #"{"body_text": ["a", "b"]}"#, found: ["a", "b"]),
    .init(text: "{{1}} {{2}}", example: #"{"body_text": "a"}"#, found: ["a", nil]),
    .init(text: "{{1}}", example: #"{"body_text": [[7]]}"#, found: ["7"]),
    .init(text: "{{1}}", example: #"{"body_text": {}}"#, found: [nil]),
    .init(text: "{{1}}", example: "[]", found: [nil]),
    .init(
      text: "{{ name }}", example: #"{"body_text_named_params": [{"param_name": "name", "example": "Ana"}]}"#,
      found: ["Ana"]),
  ]

  @Test(arguments: shapes) func examplesHaveManyShapes(_ shape: ExampleCase) throws {
    let text = #"{"components": [{"type": "BODY", "text": "\#(shape.text)", "example": \#(shape.example)}]}"#
    let draft = try #require(read(text).only)
    #expect(draft.segments[0].placeholders.map(\.example?.text) == shape.found)
  }

  @Test func anAuthenticationTemplateHasNoTextOfItsOwn() throws {
    let text = #"""
      {"name": "login", "language": "en", "category": "authentication", "message_send_ttl_seconds": 60, "components": [
        {"type": "BODY", "add_security_recommendation": true}, {"type": "FOOTER", "code_expiration_minutes": 5},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "ONE_TAP", "text": "Copy", "autofill_text": "Fill"}]}]}
      """#
    let draft = try #require(read(text).only)
    #expect(draft.texts == ["button: Copy", "button: Fill"])
    #expect(draft.fact("template.addSecurityRecommendation") == "yes")
    #expect(draft.fact("template.codeExpirationMinutes") == "5")
    #expect(draft.fact("template.messageSendTtlSeconds") == "60")
  }

  @Test func anAuthenticationTemplateWithoutTheAdviceSaysNo() throws {
    let draft = try #require(read(#"{"category": "AUTHENTICATION", "components": [{"type": "BODY"}]}"#).only)
    #expect(draft.fact("template.addSecurityRecommendation") == "no")
    #expect(draft.fact("template.codeExpirationMinutes") == "null")
  }

  @Test func aCarouselHasCards() throws {
    let text = #"""
      {"components": [{"type": "BODY", "text": "Olá"}, {"type": "CAROUSEL", "cards": [
        {"components": [{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "Aloe {{1}}",
          "example": {"body_text": ["azul"]}},
          {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Mais"}]}]},
        {"components": [{"type": "HEADER", "format": "VIDEO"}]}]}]}
      """#
    let draft = try #require(read(text).only)
    #expect(draft.texts == ["body: Olá", "card: Aloe {{1}}", "card: Mais"])
    #expect(draft.segments[1].place.pointer == "/components/1/cards/0/components/1/text")
    #expect(draft.segments[1].placeholders.first?.example?.text == "azul")
    #expect(draft.buttons.map(\.card) == [0])
    #expect(
      draft.cards == [
        Card(headerFormat: "image", body: "Aloe {{1}}", buttonKinds: ["quick-reply"]),
        Card(headerFormat: "video", body: nil, buttonKinds: []),
      ])
  }

  @Test func aLimitedTimeOfferIsReadBeforeTheBody() throws {
    let text = #"""
      {"components": [{"type": "BODY", "text": "Hi"}, {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::a"]}},
        {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Ends soon!", "has_expiration": true}}]}
      """#
    let draft = try #require(read(text).only)
    #expect(draft.texts == ["preheader: Ends soon!", "body: Hi"])
    #expect(draft.fact("template.limitedTimeOffer.text") == "Ends soon!")
    #expect(draft.fact("template.limitedTimeOffer.hasExpiration") == "yes")
    #expect(draft.fact("draft.headerFormat") == "image")
    #expect(draft.fact("template.headerSample") == "yes")
  }

  static let categories: [(String, String?)] = [
    ("UTILITY", "utility"), ("utility", "utility"), ("TRANSACTIONAL", nil), ("OTP", nil), ("ISSUE_RESOLUTION", nil),
  ]

  @Test(arguments: categories) func retiredCategoriesStayUnknown(_ written: String, _ category: String?) throws {
    let draft = try #require(read(#"{"category": "\#(written)", "components": []}"#).drafts.first)
    #expect(draft.fact("draft.category") == category)
    #expect(draft.fact("template.category") == written)
  }

  @Test func aListingIsReadEntryByEntry() throws {
    let text = #"""
      {"data": [
        {"name": "a", "status": "IN_APPEAL", "category": "UTILITY", "previous_category": "MARKETING", "language": "en",
         "parameter_format": "NAMED", "id": "1", "components": [{"type": "BODY", "text": "One"}]},
        {"name": "b", "status": "APPROVED", "category": "UTILITY", "language": "en", "id": "2",
         "components": [{"type": "HEADER", "format": "DOCUMENT"}, {"type": "BODY", "text": "Two"}]}],
       "paging": {"cursors": {}}}
      """#
    let reading = read(text)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.drafts.map(\.id) == ["a", "b"])
    #expect(reading.drafts[1].segments[0].place.pointer == "/data/1/components/1/text")
    #expect(reading.drafts[0].fact("template.status") == "in-appeal")
    #expect(reading.drafts[0].fact("template.previousCategory") == "MARKETING")
    #expect(reading.drafts[0].fact("template.parameterFormat") == "named")
    // What a listing leaves out is not known.
    #expect(reading.drafts[1].fact("template.previousCategory") == nil)
    #expect(reading.drafts[1].fact("template.parameterFormat") == nil)
  }

  @Test func severalTemplatesStandInOneList() {
    let text = #"[{"name": "a", "components": []}, {"name": "b", "components": []}]"#
    #expect(read(text).drafts.map(\.id) == ["a", "b"])
  }

  @Test func componentsStandAlone() throws {
    let list = try #require(read(#"[{"type": "BODY", "text": "Hi"}, {"type": "FOOTER", "text": "Bye"}]"#).only)
    #expect(list.texts == ["body: Hi", "footer: Bye"])
    #expect(list.segments[1].place.pointer == "/1/text")
    #expect(list.fact("draft.kind") == "whatsapp-template")
    #expect(try #require(read(#"{"components": [{"type": "BODY", "text": "Hi"}]}"#).only).texts == ["body: Hi"])
  }
}
