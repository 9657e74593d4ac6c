import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct MessageTests {
  struct Case: Sendable {
    let payload: String
    let texts: [String]
    var buttons: [String] = []
    let kind: String
    var headerFormat: String? = "none"
  }

  static let cases: [Case] = [
    .init(payload: #""type": "text", "text": {"body": "Olá"}"#, texts: ["body: Olá"], kind: "whatsapp-session"),
    .init(payload: #""text": {"body": "Olá"}"#, texts: ["body: Olá"], kind: "whatsapp-session"),
    .init(payload: #""type": "TEXT", "text": {"body": "Olá"}"#, texts: ["body: Olá"], kind: "whatsapp-session"),
    .init(
      payload: #""type": "image", "image": {"id": "1", "caption": "New"}"#, texts: ["body: New"],
      kind: "whatsapp-session", headerFormat: "image"),
    .init(
      payload: #""type": "video", "video": {"id": "1", "caption": ""}"#, texts: [], kind: "whatsapp-session",
      headerFormat: "video"),
    .init(payload: #""type": "audio", "audio": {"id": "1"}"#, texts: [], kind: "whatsapp-session"),
    .init(payload: #""type": "sticker", "sticker": {"id": "1"}"#, texts: [], kind: "whatsapp-session"),
    .init(payload: #""type": "location", "location": {"name": "HQ"}"#, texts: [], kind: "whatsapp-session"),
    .init(payload: #""type": "contacts", "contacts": [{"name": {}}]"#, texts: [], kind: "whatsapp-session"),
    .init(payload: #""type": "reaction", "reaction": {"emoji": "😀"}"#, texts: [], kind: "whatsapp-session"),
    .init(
      payload: #"""
        "type": "interactive", "interactive": {"type": "button", "header": {"type": "text", "text": "H"},
        "body": {"text": "B"}, "footer": {"text": "F"}, "action": {"buttons": [
          {"type": "reply", "reply": {"id": "1", "title": "Yes"}}]}}
        """#, texts: ["header: H", "body: B", "footer: F", "button: Yes"], buttons: ["reply | Yes"],
      kind: "whatsapp-interactive", headerFormat: "text"),
    .init(
      payload: #"""
        "type": "interactive", "interactive": {"type": "LIST", "body": {"text": "B"}, "action": {"button": "Open",
        "sections": [{"title": "S", "rows": [{"id": "1", "title": "R", "description": "D"}]}]}}
        """#, texts: ["body: B", "button: Open", "button: S", "button: R", "button: D"],
      buttons: ["list | Open", "list-row | R"], kind: "whatsapp-interactive"),
    .init(
      payload: #"""
        "type": "interactive", "interactive": {"type": "cta_url", "header": {"type": "image", "image": {"id": "1"}},
        "body": {"text": "B"}, "action": {"name": "cta_url", "parameters": {"display_text": "Go", "url": "https://a.example"}}}
        """#, texts: ["body: B", "button: Go"], buttons: ["url | Go | https://a.example"],
      kind: "whatsapp-interactive", headerFormat: "image"),
    .init(
      payload: #"""
        "type": "interactive", "interactive": {"type": "flow", "body": {"text": "B"},
        "action": {"name": "flow", "parameters": {"flow_cta": "Start"}}}
        """#, texts: ["body: B", "button: Start"], buttons: ["flow | Start"], kind: "whatsapp-interactive"),
    .init(
      payload: #"""
        "type": "interactive", "interactive": {"type": "catalog_message", "body": {"text": "B"},
        "action": {"name": "catalog_message"}}
        """#, texts: ["body: B"], buttons: ["catalog-message"], kind: "whatsapp-interactive"),
    .init(
      payload: #"""
        "type": "interactive", "interactive": {"type": "carousel", "body": {"text": "B"}, "action": {"cards": [
        {"card_index": 0, "header": {"type": "image"}, "body": {"text": "C"}, "action": {"buttons": [
          {"type": "quick_reply", "quick_reply": {"id": "1", "title": "Q"}}]}}]}}
        """#, texts: ["body: B", "card: C", "card: Q"], buttons: ["quick-reply | Q"], kind: "whatsapp-interactive"),
    .init(
      payload: #""type": "template", "template": {"name": "hello", "language": {"code": "pt_BR"}}"#, texts: [],
      kind: "whatsapp-template-message", headerFormat: nil),
  ]

  @Test(arguments: cases) func readsAMessage(_ example: Case) throws {
    let draft = try #require(read(#"{"messaging_product": "whatsapp", "to": "1", \#(example.payload)}"#).only)
    #expect(draft.texts == example.texts)
    #expect(draft.buttonList == example.buttons)
    #expect(draft.fact("draft.kind") == example.kind)
    #expect(draft.fact("draft.headerFormat") == example.headerFormat)
    #expect(draft.fact("draft.channel") == "whatsapp")
  }

  @Test func theValuesOfATemplateAreTexts() throws {
    let text = #"""
      {"type": "template", "template": {"name": "sale", "language": {"code": "pt_BR"}, "components": [
        {"type": "header", "parameters": [{"type": "image", "image": {"id": "1"}}]},
        {"type": "BODY", "parameters": [{"type": "TEXT", "text": "Jos\u00e9"},
          {"type": "currency", "currency": {"fallback_value": "R$ 5"}}, {"type": "text", "text": 12}]},
        {"type": "limited_time_offer", "parameters": [
          {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 1795000000000}}]},
        {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "a1"}]},
        {"type": "button", "sub_type": "copy_code", "index": 1, "parameters": [{"type": "coupon_code", "coupon_code": "X1"}]},
        {"type": "button", "sub_type": "quick_reply", "index": 2, "parameters": [{"type": "payload", "payload": "NO"}]},
        {"type": "carousel", "cards": [{"card_index": 0, "components": [
          {"type": "header", "parameters": [{"type": "video", "video": {"id": "2"}}]},
          {"type": "body", "parameters": [{"type": "text", "text": "Aloe"}]}]}]}]}}
      """#
    let draft = try #require(read(text).only)
    #expect(draft.id == "sale")
    #expect(draft.texts == ["body: José", "body: R$ 5", "body: 12", "button: a1", "button: X1", "card: Aloe"])
    #expect(draft.segments[0].place.pointer == "/template/components/1/parameters/0/text")
    #expect(draft.place(of: "José") == #"3:61 Jos\u00e9"#)
    #expect(draft.buttonList == ["url | a1", "copy-code | X1", "quick-reply"])
    #expect(draft.cards == [Card(headerFormat: "video", body: nil, buttonKinds: [])])
    #expect(draft.fact("draft.headerFormat") == "image")
    #expect(draft.fact("draft.languages") == "[pt]")
    #expect(draft.fact("offer.endsAt") == "2026-11-18T11:06:40Z")
    #expect(draft.fact("template.status") == nil)
  }

  static let numbers: [(String, String?)] = [
    (#""+55 11 90000-0000""#, "[BR]"), ("4915100000000", "[DE]"), (#""13400000000""#, nil),
    (#""{{Phone-4915100000}}""#, nil),
    (#""49""#, nil), (#""999000000000""#, nil), ("null", nil),
  ]

  @Test(arguments: numbers) func aNumberOfOnePlaceTellsTheRegion(_ number: String, _ region: String?) throws {
    let text = #"{"messaging_product": "whatsapp", "to": \#(number), "type": "text", "text": {"body": "Hi"}}"#
    #expect(try #require(read(text).only).fact("recipient.regions") == region)
  }

  @Test func aMessageMayNameACategory() throws {
    let text = #"{"messaging_product": "whatsapp", "category": "utility", "type": "text", "text": {"body": "Hi"}}"#
    #expect(try #require(read(text).only).fact("draft.category") == "utility")
  }
}
