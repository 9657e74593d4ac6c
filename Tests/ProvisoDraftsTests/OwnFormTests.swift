import ProvisoDocuments
import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct OwnFormTests {
  static let whole = """
    id: spring
    channel: whatsapp
    category: marketing
    language: pt_BR
    subject: Olá
    preheader: Veja
    header: Novidades
    body: >-
      Só hoje, {{nome}}:
      40% de desconto!
    footer: "Responda \\u0022PARAR\\u0022"
    alt: [Uma flor]
    buttons:
      - { type: quick-reply, text: Cancelar }
      - { type: url, text: Ver, url: "https://a.example/{{1}}", example: x }
      - { type: PHONE_NUMBER, text: Ligar, phone: 5511900000000 }
      - { type: copy-code, code: A1 }
    cards:
      - { header: { format: image }, body: Um, buttons: [{ type: quick-reply, text: Mais }] }
    examples: { nome: Ana, 1: 2 }
    facts: { recipient.regions: [br], consent: { status: explicit } }
    audiences: [{ regions: [de], consent.status: none }]
    x-note: kept and ignored
    """

  @Test func readsEveryPart() throws {
    let draft = try #require(read(Self.whole).only)
    #expect(draft.id == "spring")
    #expect(
      draft.texts == [
        "subject: Olá", "header: Novidades", "preheader: Veja", "body: Só hoje, {{nome}}: 40% de desconto!",
        "footer: Responda \"PARAR\"", "button: Cancelar", "button: Ver", "button: Ligar", "card: Um", "card: Mais",
        "alt: Uma flor",
      ])
    #expect(
      draft.buttonList == [
        "quick-reply | Cancelar", "url | Ver | https://a.example/{{1}} | x", "phone-number | Ligar | 5511900000000",
        "copy-code | A1", "quick-reply | Mais",
      ])
    #expect(draft.cards == [Card(headerFormat: "image", body: "Um", buttonKinds: ["quick-reply"])])
    #expect(draft.segments[3].placeholders.map(\.example?.text) == ["Ana"])
    #expect(draft.segments[3].placeholders.map(\.example?.place.pointer) == ["/examples/nome"])
  }

  @Test func placesGoThroughScalars() throws {
    let draft = try #require(read(Self.whole).only)
    #expect(draft.place(of: "40% de") == "10:3 40% de")
    #expect(draft.place(of: "\"PARAR\"") == #"11:19 \u0022PARAR\u0022"#)
    #expect(draft.segments[4].place.pointer == "/footer")
    #expect(draft.segments[9].place.pointer == "/cards/0/buttons/0/text")
  }

  static let facts: [(String, String?)] = [
    ("draft.channel", "whatsapp"), ("draft.category", "marketing"), ("draft.kind", "whatsapp-template"),
    ("draft.languages", "[pt]"), ("template.language", "pt_BR"), ("draft.headerFormat", "text"),
    ("recipient.regions", "[BR]"), ("consent.status", "explicit"), ("template.status", "draft"),
    ("template.name", nil),
  ]

  @Test(arguments: facts) func declaresAndShowsFacts(_ path: String, _ value: String?) throws {
    #expect(try #require(read(Self.whole).only).fact(path) == value)
  }

  @Test func audiencesHaveFactsOfTheirOwn() throws {
    let draft = try #require(read(Self.whole).only)
    #expect(draft.facts.audiences == [.init(places: ["DE"], facts: ["consent.status": .known(.symbol("none"))])])
  }

  static let kinds: [(String, String?)] = [
    ("channel: sms", "sms"), ("channel: email", "email"), ("channel: whatsapp", nil),
    ("channel: whatsapp\ncategory: service", nil), ("channel: whatsapp\ncategory: utility", "whatsapp-template"),
    ("channel: whatsapp\nkind: whatsapp-session\ncategory: utility", "whatsapp-session"),
    ("channel: whatsapp\ncategory: utility\nfacts: { draft.kind: whatsapp-interactive }", "whatsapp-interactive"),
    ("category: utility", nil),
  ]

  @Test(arguments: kinds) func theKindFollowsFromChannelAndCategory(_ keys: String, _ kind: String?) throws {
    #expect(try #require(read("\(keys)\nbody: Hi").only).fact("draft.kind") == kind)
  }

  @Test func declaredFactsStandInFrontOfWhatTheDraftShows() throws {
    let text = "channel: whatsapp\ncategory: utility\nbody: Hi\nfacts: { template.status: approved }"
    #expect(try #require(read(text).only).fact("template.status") == "approved")
  }

  @Test func jsonIsOurFormToo() throws {
    let draft = try #require(read(#"{"channel": "email", "subject": "S\u00f3", "body": "Hi"}"#).only)
    #expect(draft.texts == ["subject: Só", "body: Hi"])
    #expect(draft.place(of: "ó") == #"1:35 \u00f3"#)
    #expect(draft.fact("email.subject") == "Só")
  }

  static let several = [
    "- body: One\n- body: Two\n", "drafts:\n  - body: One\n  - body: Two\n", #"[{"body": "One"}, {"body": "Two"}]"#,
  ]

  @Test(arguments: several) func severalDraftsStandInOneFile(_ text: String) {
    let reading = read(text)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.drafts.map(\.texts) == [["body: One"], ["body: Two"]])
  }

  @Test func aDraftMayStandInsideAnotherFile() throws {
    let source = SourceFile(name: "pack.yaml", text: "tests:\n  - draft: { channel: sms, body: Hello }\n")
    let node = try YAMLReader.read(source)
    let draft = try #require(node["tests"]?.items?.first?["draft"])
    let reading = DraftReader.draft(from: draft, in: source, schema: Fixture.schema)
    let only = try #require(reading.only)
    #expect(only.place(of: "Hello") == "2:34 Hello")
    #expect(only.segments[0].place.pointer == "/body")
  }
}
