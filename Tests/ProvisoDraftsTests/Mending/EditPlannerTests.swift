import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

/// What a change makes of a file, byte for byte.
struct Planned: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let name: String
  let change: Remedy.Change
  let before: String
  /// Nil where the change is left to people.
  let after: String?

  init(_ title: String, _ change: Remedy.Change, name: String = "a.json", _ before: String, _ after: String?) {
    testDescription = title
    self.name = name
    self.change = change
    self.before = before
    self.after = after
  }
}

@Suite struct EditPlannerTests {
  static let stop = TextInLanguages(["en": "Reply \"STOP\"", "pt": "Não? Responda SAIR"])
  static let footer = Remedy.Change.append(.footer, stop)
  static let body = Remedy.Change.append(.body, TextInLanguages(["en": "Reply STOP"]))
  static let button = Remedy.Change.addButton(kind: "quick-reply", TextInLanguages(["en": "Stop"]))

  static let parts: [Planned] = [
    Planned(
      "a footer is laid out as the body before it", footer,
      """
      [
        { "type": "BODY", "text": "Caf\u{E9} \\u263a" },
        { "type": "BUTTONS", "buttons": [ { "type": "QUICK_REPLY", "text": "Yes" } ] }
      ]

      """,
      """
      [
        { "type": "BODY", "text": "Caf\u{E9} \\u263a" },
        { "type": "FOOTER", "text": "Reply \\"STOP\\"" },
        { "type": "BUTTONS", "buttons": [ { "type": "QUICK_REPLY", "text": "Yes" } ] }
      ]

      """),
    Planned(
      "tabs, line ends and the order of keys are those of the file", footer,
      "{\r\n\t\"components\": [\r\n\t\t{\r\n\t\t\t\"text\": \"Hi\",\r\n\t\t\t\"type\": \"body\"\r\n\t\t}\r\n\t]\r\n}",
      "{\r\n\t\"components\": [\r\n\t\t{\r\n\t\t\t\"text\": \"Hi\",\r\n\t\t\t\"type\": \"body\"\r\n\t\t},\r\n\t\t{\r\n\t\t\t"
        + "\"text\": \"Reply \\\"STOP\\\"\",\r\n\t\t\t\"type\": \"footer\"\r\n\t\t}\r\n\t]\r\n}"),
    Planned(
      "a file on one line stays on one line", footer, #"{"components":[{"type":"BODY","text":"Hi"}]}"#,
      #"{"components":[{"type":"BODY","text":"Hi"},{"type":"FOOTER","text":"Reply \"STOP\""}]}"#),
    Planned(
      "where there is a footer, the text ends the body", footer,
      #"[{"type":"BODY","text":"Hi 👋"},{"type":"FOOTER","text":"Shop"}]"#,
      #"[{"type":"BODY","text":"Hi 👋\nReply \"STOP\""},{"type":"FOOTER","text":"Shop"}]"#),
    Planned(
      "a button stands behind the last of its kind", button,
      #"[{"type":"BODY","text":"Hi"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"A"},{"type":"URL","text":"B","url":"https://a.example"}]}]"#,
      #"[{"type":"BODY","text":"Hi"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"A"},{"type":"QUICK_REPLY","text":"Stop"},{"type":"URL","text":"B","url":"https://a.example"}]}]"#
    ),
    Planned(
      "the first button brings its component", button,
      """
      {
        "components": [
          {
            "type": "BODY",
            "text": "Hi"
          }
        ]
      }
      """,
      """
      {
        "components": [
          {
            "type": "BODY",
            "text": "Hi"
          },
          {
            "type": "BUTTONS",
            "buttons": [
              {
                "type": "QUICK_REPLY",
                "text": "Stop"
              }
            ]
          }
        ]
      }
      """),
  ]

  static let texts: [Planned] = [
    Planned(
      "what a file escapes is escaped in it", .append(.body, TextInLanguages(["pt": "Não 👋"])),
      #"{"language":"pt_BR","components":[{"type":"BODY","text":"\u00c0s 8"}]}"#,
      #"{"language":"pt_BR","components":[{"type":"BODY","text":"\u00c0s 8\nN\u00e3o \ud83d\udc4b"}]}"#),
    Planned(
      "an SMS goes on in the same line", body, name: "a.yaml", "channel: sms\nbody: Sale today.\n",
      "channel: sms\nbody: \"Sale today. Reply STOP\"\n"),
    Planned(
      "a message keeps what stands around its text", body,
      #"{"messaging_product":"whatsapp","to":"1","type":"text","text":{"preview_url":true,"body":"a\n\nb"}}"#,
      #"{"messaging_product":"whatsapp","to":"1","type":"text","text":{"preview_url":true,"body":"a\n\nb\n\nReply STOP"}}"#
    ),
    Planned(
      "values for a template get no more text", body,
      #"{"messaging_product":"whatsapp","to":"1","type":"template","template":{"name":"n","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"Ana"}]}]}}"#,
      nil),
    Planned(
      "a text ends where its last word does", body, name: "a.txt", "Hello there \n\n", "Hello there\nReply STOP \n\n"),
    Planned(
      "a text has its own line ends", body, name: "a.txt", "Hello\r\nthere\r\n", "Hello\r\nthere\r\n\r\nReply STOP\r\n"),
    Planned(
      "an e-mail of plain text is written as it is", body, name: "a.eml",
      "From: a@b.example\r\nSubject: Hi\r\nTo: c@d.example\r\n\r\nHello\r\n",
      "From: a@b.example\r\nSubject: Hi\r\nTo: c@d.example\r\n\r\nHello\r\nReply STOP\r\n"),
    Planned(
      "an encoded e-mail is left alone", body, name: "a.eml",
      "From: a@b.example\r\nSubject: Hi\r\nTo: c@d.example\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n",
      nil),
    Planned(
      "a subject gets words in front", .prepend(.subject, TextInLanguages(["en": "AD:"])), name: "a.eml",
      "From: a@b.example\r\nSubject: Hi\r\nTo: c@d.example\r\n\r\nHello\r\n",
      "From: a@b.example\r\nSubject: AD: Hi\r\nTo: c@d.example\r\n\r\nHello\r\n"),
    Planned(
      "words surround placeholders that stand alone",
      .surround(before: TextInLanguages(["en": "Hello"]), after: TextInLanguages(["en": "Thanks!"])),
      #"[{"type":"BODY","text":"*{{1}}*, see {{2}}."}]"#,
      #"[{"type":"BODY","text":"*Hello {{1}}*, see {{2}}.\nThanks!"}]"#),
    Planned(
      "words in front of a placeholder are enough",
      .surround(before: TextInLanguages(["en": "Hello"]), after: TextInLanguages(["en": "Thanks!"])),
      #"[{"type":"BODY","text":"Dear {{1}}, hi"}]"#, nil),
    Planned(
      "a language without a text is left to people", .append(.body, TextInLanguages(["fr": "Stop"])),
      "[{\"type\":\"BODY\",\"text\":\"Hi\"}]", nil),
  ]

  static let yaml: [Planned] = [
    Planned(
      "a footer follows the body", footer, name: "a.yaml",
      "# ours\nchannel: whatsapp\nbody: Hi: there # a remark\nexamples: { a: b }\n",
      nil),
    Planned(
      "a footer follows the remark behind the body", footer, name: "a.yaml",
      "# ours\nchannel: whatsapp\nbody: Hi there # a remark\nexamples: { a: b }\n",
      "# ours\nchannel: whatsapp\nbody: Hi there # a remark\nfooter: \"Reply \\\"STOP\\\"\"\nexamples: { a: b }\n"),
    Planned(
      "a footer follows a block", footer, name: "a.yaml",
      "channel: whatsapp\nbody: |\n  Hi\n  there\nexamples: { a: b }\n",
      "channel: whatsapp\nbody: |\n  Hi\n  there\nfooter: \"Reply \\\"STOP\\\"\"\nexamples: { a: b }\n"),
    Planned(
      "a file without a last line end gets one more line", footer, name: "a.yaml", "channel: whatsapp\nbody: Hi",
      "channel: whatsapp\nbody: Hi\nfooter: \"Reply \\\"STOP\\\"\""),
    Planned(
      "braces stay braces", footer, name: "a.yaml", "{ channel: whatsapp, body: Hi }\n",
      "{ channel: whatsapp, body: Hi, footer: \"Reply \\\"STOP\\\"\" }\n"),
    Planned(
      "a block grows by lines", body, name: "a.yaml", "channel: push\nbody: |\n    Hi\n    there\n",
      "channel: push\nbody: |\n    Hi\n    there\n    \n    Reply STOP\n"),
    Planned(
      "a quoted text is written anew", body, name: "a.yaml", "channel: push\nbody: 'It''s \"on\"'\nid: a\n",
      "channel: push\nbody: \"It's \\\"on\\\"\\nReply STOP\"\nid: a\n"),
    Planned("a folded text is left alone", body, name: "a.yaml", "channel: push\nbody: >\n  Hi\n  there\n", nil),
    Planned(
      "an anchor is left alone", body, name: "a.yaml", "channel: push\nbody: &b Hi\nfooter: *b\n", nil),
    Planned(
      "buttons follow the footer", button, name: "a.yaml", "channel: whatsapp\nbody: Hi\nfooter: Shop\nexamples: {}\n",
      "channel: whatsapp\nbody: Hi\nfooter: Shop\nbuttons: [{ type: \"quick-reply\", text: \"Stop\" }]\nexamples: {}\n"),
    Planned(
      "a list in brackets takes one more button", button, name: "a.yaml",
      "body: Hi\nbuttons: [{ type: quick-reply, text: Yes }]\n",
      "body: Hi\nbuttons: [{ type: quick-reply, text: Yes }, { type: \"quick-reply\", text: \"Stop\" }]\n"),
    Planned(
      "a list in lines is left alone", button, name: "a.yaml",
      "body: Hi\nbuttons:\n  - type: quick-reply\n    text: Yes\n",
      nil),
  ]

  static let fields: [Planned] = [
    Planned(
      "a name is formed anew", .set(.name, .form(.snakeCase)),
      #"{"name": "Olá Mundo!", "components": [{"type":"BODY","text":"Hi"}]}"#,
      #"{"name": "ola_mundo", "components": [{"type":"BODY","text":"Hi"}]}"#),
    Planned(
      "a category is replaced in its own case", .set(.category, .instead(["OTP": "AUTHENTICATION"])),
      #"{"category": "otp", "components": [{"type":"BODY","text":"Hi"}]}"#,
      #"{"category": "authentication", "components": [{"type":"BODY","text":"Hi"}]}"#),
    Planned(
      "a category that is not listed stays", .set(.category, .instead(["OTP": "AUTHENTICATION"])),
      #"{"category": "SALE", "components": [{"type":"BODY","text":"Hi"}]}"#, nil),
    Planned(
      "a field that is missing follows the name", .set(.parameterFormat, .fixed("NAMED")),
      "{\n  \"name\": \"a\",\n  \"components\": [{\"type\":\"BODY\",\"text\":\"Hi {{b}}!\"}]\n}\n",
      "{\n  \"name\": \"a\",\n  \"parameter_format\": \"NAMED\",\n  \"components\": [{\"type\":\"BODY\",\"text\":\"Hi {{b}}!\"}]\n}\n"
    ),
    Planned(
      "a truth value has no quotes", .set(.addSecurityRecommendation, .fixed("true")),
      #"{"name":"a","language":"en","components":[{"type":"BODY","add_security_recommendation":false}]}"#,
      #"{"name":"a","language":"en","components":[{"type":"BODY","add_security_recommendation":true}]}"#),
    Planned(
      "a component gets a field", .set(.addSecurityRecommendation, .fixed("true")),
      #"{ "name": "a", "language": "en", "components": [{ "type": "BODY" }] }"#,
      #"{ "name": "a", "language": "en", "components": [{ "type": "BODY", "add_security_recommendation": true }] }"#),
    Planned(
      "a field without a place is left to people", .set(.codeExpirationMinutes, .fixed("10")),
      #"[{ "type": "BODY", "text": "Hi" }]"#, nil),
    Planned(
      "a language code is formed anew", .set(.language, .form(.languageCode)), name: "a.yaml",
      "language: PT-br\nbody: Hi\n", "language: \"pt_BR\"\nbody: Hi\n"),
  ]

  @Test(arguments: [parts, texts, yaml, fields].flatMap(\.self))
  func `a change is written into the file and leaves all else as it is`(_ planned: Planned) throws {
    let source = SourceFile(name: planned.name, text: planned.before)
    let draft = DraftReader.read(source, schema: Fixture.schema).drafts.first
    let written = try draft.flatMap { try mended($0, planned.change) }
    #expect(written == planned.after)
  }

  /// The file after the first plan that reads as meant; nil where there is none.
  private func mended(_ draft: Draft, _ change: Remedy.Change) throws -> String? {
    let planner = try #require(EditPlanner(draft))
    for plan in planner.plans(
      for: change, found: [], languages: ["pt", "en"].filter { $0 != "pt" || draft.isPortuguese })
    {
      let bytes = try #require(plan.edits.made(in: draft.source.bytes))
      let reading = DraftReader.read(SourceFile(name: draft.source.name, bytes: bytes), schema: Fixture.schema)
      if let again = reading.drafts.first, reading.drafts.count == 1, plan.areCarriedOut(in: again) {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }

  @Test func `numbers are masked through escapes, the words around them are not`() throws {
    let text = #"[{"type":"BODY","text":"Your \"card\" 4111 1111 1111 1111 is here"}]"#
    let draft = try #require(read(text, name: "a.json").only)
    let found = try ["card", "4111 1111 1111 1111"].map { part in
      let range = try #require(text.firstRange(of: part))
      let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return TextLocation(Span(lower, lower + part.utf8.count), in: draft.source, LineIndex(draft.source))
    }
    let plan = try #require(EditPlanner(draft)?.plans(for: .maskFound, found: found, languages: []).first)
    let bytes = try #require(plan.edits.made(in: draft.source.bytes))
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"[{"type":"BODY","text":"Your \"card\" XXXX XXXX XXXX 1111 is here"}]"#
    )
  }
}

extension Draft {
  fileprivate var isPortuguese: Bool { fact("draft.languages")?.contains("pt") ?? false }
}
