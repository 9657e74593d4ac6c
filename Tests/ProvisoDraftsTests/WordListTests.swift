import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

/// A word that a format does not have is told with its place: our own lists are closed, a platform may add to its own.
@Suite struct WordListTests {
  struct Case: Sendable {
    let text: String
    let problem: String
    var help: String?
  }

  static let own: [Case] = [
    .init(
      text: "body: Hi\nbuttons: [{ type: quik-reply, text: Stop }]", problem: "draft.button-type 2:19",
      help: "did you mean `quick-reply`?"),
    .init(text: "body: Hi\nbuttons: [{ type: hologram, text: A }]", problem: "draft.button-type 2:19"),
    .init(
      text: "body: Hi\nheader: { format: imge }", problem: "draft.header-format 2:19", help: "did you mean `image`?"),
    .init(text: "body: Hi\ncards: [{ header: { format: smell } }]", problem: "draft.header-format 2:29"),
    .init(text: "category: marketin\nbody: Hi", problem: "fact.value 1:11", help: "did you mean `marketing`?"),
  ]

  @Test(arguments: own) func anUnknownWordOfOurFormIsAnError(_ example: Case) {
    let reading = read(example.text)
    #expect(reading.problems(in: example.text) == [example.problem])
    #expect(reading.diagnostics.map(\.severity) == [.error])
    #expect(reading.drafts.isEmpty)
    if let help = example.help { #expect(reading.diagnostics.first?.help == help) }
  }

  @Test func anUnknownWordThatIsNearNoneGetsTheList() {
    let help = read("body: Hi\nbuttons: [{ type: hologram, text: A }]").diagnostics.first?.help
    #expect(help?.hasPrefix("one of: quick-reply, url, ") == true)
  }

  static let platform: [Case] = [
    .init(
      text: template(#"{"type": "BUTTONS", "buttons": [{"type": "QUIK_REPLY", "text": "Stop"}]}"#),
      problem: "draft.button-type 2:42", help: "did you mean `QUICK_REPLY`?"),
    .init(
      text: template(#"{"type": "HEADER", "format": "IMGE"}"#), problem: "draft.header-format 2:30",
      help: "did you mean `IMAGE`?"),
    .init(
      text: template(#"{"type": "FOTER", "text": "A"}"#), problem: "draft.component-type 2:10",
      help: "did you mean `FOOTER`?"),
    .init(
      text: template(
        #"{"type": "CAROUSEL", "cards": [{"components": [{"type": "BUTTON", "buttons": []}]}]}"#),
      problem: "draft.component-type 2:57", help: "did you mean `BUTTONS`?"),
    .init(
      text: template(#"{"type": "BODY", "text": "A"}"#, category: "MARKETIN"), problem: "draft.category 1:27",
      help: "did you mean `MARKETING`?"),
    .init(
      text: template(#"{"type": "BODY", "text": "A"}"#, category: "UTILITY", more: #", "parameter_format": "NAMD""#),
      problem: "draft.parameter-format 3:25", help: "did you mean `NAMED`?"),
    .init(
      text: message(#"{"type": "heder", "parameters": [{"type": "text", "text": "A"}]}"#),
      problem: "draft.component-type 2:10", help: "did you mean `header`?"),
    .init(
      text: message(#"{"type": "button", "sub_type": "quik_reply", "parameters": []}"#),
      problem: "draft.button-type 2:32", help: "did you mean `quick_reply`?"),
    .init(
      text: message(#"{"type": "body", "parameters": [{"type": "txt", "text": "A"}]}"#),
      problem: "draft.parameter-type 2:42", help: "did you mean `text`?"),
    .init(
      text: "{\"type\": \"interactive\", \"interactive\":\n{\"type\": \"buton\", \"body\": {\"text\": \"A\"}}}",
      problem: "draft.interactive-type 2:10", help: "did you mean `button`?"),
    .init(
      text:
        "{\"type\": \"interactive\", \"interactive\":\n{\"header\": {\"type\": \"imge\"}, \"body\": {\"text\": \"A\"}}}",
      problem: "draft.header-format 2:21", help: "did you mean `image`?"),
    .init(
      text: "{\"type\": \"interactive\", \"interactive\":\n{\"action\": {\"buttons\": [{\"type\": \"rply\"}]}}}",
      problem: "draft.button-type 2:34", help: "did you mean `reply`?"),
  ]

  @Test(arguments: platform) func anUnknownWordOfThePlatformIsAWarning(_ example: Case) {
    let reading = read(example.text)
    #expect(reading.problems(in: example.text) == [example.problem])
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.drafts.count == 1)
    #expect(reading.diagnostics.first?.help == example.help)
  }

  private static func template(_ component: String, category: String = "UTILITY", more: String = "") -> String {
    "{\"name\": \"a\", \"category\": \"\(category)\", \"components\": [\n\(component)]\n  \(more)}"
  }

  private static func message(_ component: String) -> String {
    "{\"type\": \"template\", \"template\": {\"name\": \"a\", \"components\": [\n\(component)]}}"
  }
}
