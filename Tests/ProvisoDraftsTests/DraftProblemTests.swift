import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

/// Every problem with its place; a draft with a problem is not among the drafts.
@Suite struct DraftProblemTests {
  struct Case: Sendable {
    let text: String
    var name = "draft"
    let problems: [String]
    var help: String?
    var drafts = 0
  }

  static let cases: [Case] = [
    .init(text: "", problems: ["draft.empty 1:1"]),
    .init(text: " \n\t\n", problems: ["draft.empty 1:1"]),
    .init(text: "a\u{0}b", problems: ["draft.binary 1:2"]),
    .init(text: "{}", problems: ["draft.unrecognised 1:1"]),
    .init(text: "[]", problems: ["draft.none 1:1"]),
    .init(text: #"{"data": []}"#, problems: ["draft.none 1:10"]),
    .init(text: "drafts: []", problems: ["draft.none 1:9"]),
    .init(text: #"{"foo": 1}"#, problems: ["draft.unrecognised 1:1"]),
    .init(text: #"["a", {"body": "Hi"}]"#, problems: ["draft.unrecognised 1:2"], drafts: 1),
    .init(text: #"{"object": "whatsapp_business_account", "entry": []}"#, problems: ["draft.unrecognised 1:1"]),
    .init(text: "drafts: 3", problems: ["type.mismatch 1:9"]),
    .init(text: "drafts: [{ body: Hi }]\nbody: Ho", problems: ["key.unknown 2:1"], drafts: 1),
    // Broken documents are not texts.
    .init(text: "{\n  \"body\": \"Hi\n}", problems: ["json.control-character 2:14"]),
    // Templates.
    .init(text: #"{"components": {}}"#, problems: ["type.mismatch 1:16"]),
    .init(text: #"{"components": ["x"]}"#, problems: ["type.mismatch 1:17"]),
    .init(text: #"{"components": [{"text": "x"}]}"#, problems: ["key.missing 1:17"]),
    .init(text: #"{"components": [{"type": "BODY", "text": 5}]}"#, problems: ["type.mismatch 1:42"]),
    .init(text: #"{"components": [{"type": "BUTTONS"}]}"#, problems: ["key.missing 1:17"]),
    .init(text: #"{"components": [{"type": "BUTTONS", "buttons": [{"text": "x"}]}]}"#, problems: ["key.missing 1:49"]),
    .init(text: #"{"components": [{"type": "CAROUSEL", "cards": 1}]}"#, problems: ["type.mismatch 1:47"]),
    .init(text: #"{"name": 1, "components": []}"#, problems: ["type.mismatch 1:10"]),
    .init(text: #"{"name": "a", "category": "MARKETING", "language": "en"}"#, problems: ["key.missing 1:1"]),
    .init(
      text: #"[{"components": 1}, {"components": [{"type": "BODY", "text": "Hi"}]}]"#, problems: ["type.mismatch 1:17"],
      drafts: 1),
    // Messages.
    .init(text: #"{"messaging_product": "whatsapp"}"#, problems: ["key.missing 1:1"]),
    .init(text: #"{"messaging_product": "whatsapp", "type": "text"}"#, problems: ["key.missing 1:1"]),
    .init(text: #"{"type": "text", "text": {"body": 5}}"#, problems: ["type.mismatch 1:35"]),
    .init(text: #"{"type": "text", "text": {}}"#, problems: ["key.missing 1:26"]),
    .init(
      text: #"{"messaging_product": "whatsapp", "type": "txt", "text": {}}"#, problems: ["draft.message-type 1:43"],
      help: "did you mean `text`?"),
    .init(text: #"{"type": "template", "template": {"components": 1}}"#, problems: ["type.mismatch 1:49"]),
    .init(
      text: #"{"type": "template", "template": {"components": [{"type": "body", "parameters": [{"type": "text"}]}]}}"#,
      problems: ["key.missing 1:82"]),
    .init(text: #"{"type": "interactive", "interactive": {"body": "x"}}"#, problems: ["type.mismatch 1:49"]),
    // Our own form.
    .init(text: "chanel: sms\nbody: Hi", problems: ["key.unknown 1:1"], help: "did you mean `channel`?"),
    .init(text: "channel: fax\nbody: Hi", problems: ["fact.value 1:10"]),
    .init(text: "channel: smss\nbody: Hi", problems: ["fact.value 1:10"], help: "did you mean `sms`?"),
    .init(text: "body: [Hi]", problems: ["type.mismatch 1:7"]),
    .init(text: "body: Hi\nbuttons: [{ text: A }]", problems: ["key.missing 2:11"]),
    .init(text: "body: Hi\nbuttons: [{ type: url, link: a }]", problems: ["key.unknown 2:24"]),
    .init(text: "body: Hi\ncards: [{ text: A }]", problems: ["key.unknown 2:11"]),
    .init(text: "body: Hi\nheader: { formt: image }", problems: ["key.unknown 2:11"], help: "did you mean `format`?"),
    .init(text: "body: Hi\nexamples: { a: [b] }", problems: ["type.mismatch 2:16"]),
    .init(text: "body: Hi\nfacts: 5", problems: ["type.mismatch 2:8"]),
    .init(
      text: "body: Hi\nfacts: { consent.statsu: none }", problems: ["fact.unknown 2:10"],
      help: "did you mean `consent.status`?"),
    .init(
      text: "channel: sms\nbody: Hi\nfacts: { draft.channel: email }", problems: ["fact.twice 1:1"]),
    .init(text: "channel: sms\nbody: Hi\n chanel: x", problems: ["yaml.colon 3:8"]),
  ]

  @Test(arguments: cases) func aProblemHasAPlace(_ example: Case) {
    let reading = read(example.text, name: example.name)
    #expect(reading.problems(in: example.text) == example.problems)
    #expect(reading.drafts.count == example.drafts)
    if let help = example.help { #expect(reading.diagnostics.first?.help == help) }
  }

  @Test func textThatIsNotUTF8IsRefused() {
    let reading = read(Array("Caf".utf8) + [0xE9] + Array(" au lait".utf8))
    #expect(reading.diagnostics.map(\.id) == ["draft.not-utf8"])
    #expect(reading.diagnostics.map(\.span) == [Span(3, 4)])
    #expect(reading.drafts.isEmpty)
  }

  @Test func textInUTF16IsRefused() {
    #expect(read([0xFF, 0xFE, 0x48, 0x00, 0x69, 0x00]).diagnostics.map(\.id) == ["draft.binary"])
  }

  @Test func aProblemIsDrawnWithItsLine() {
    let text = "channel: sms\nbdy: Hi\n"
    let drawn = read(text).diagnostics.map { $0.drawn(in: SourceFile(name: "draft", text: text)) }
    #expect(
      drawn == [
        """
        draft:2:1: error: unknown key `bdy` [key.unknown]
          2 | bdy: Hi
            | ^~~
          help: did you mean `body`?
        """
      ])
  }
}

@Suite struct JSONLinesTests {
  static let lines = """
    {"body": "One"}

    {"body": }
    {"components": [{"type": "BODY", "text": "Tw\\u00f3"}]}
    [{"body": "Three"}, {"bdy": "Four", "channel": "sms"}]
    """

  @Test func aBadLineDoesNotHideTheOthers() {
    let reading = read(Self.lines)
    #expect(reading.drafts.flatMap(\.texts) == ["body: One", "body: Twó", "body: Three"])
    #expect(reading.problems(in: Self.lines) == ["json.unexpected 3:10", "key.unknown 5:22"])
  }

  @Test func placesAreThoseOfTheFile() {
    let draft = read(Self.lines).drafts[1]
    #expect(draft.place(of: "ó") == #"4:45 \u00f3"#)
    #expect(draft.segments[0].place.pointer == "/components/0/text")
  }
}
