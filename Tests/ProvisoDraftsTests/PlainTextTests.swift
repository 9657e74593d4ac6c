import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct PlainTextTests {
  @Test func theWholeTextIsTheBody() throws {
    let draft = try #require(read("\u{FEFF}\n Só hoje, {{nome}}:\n40% off \n").only)
    #expect(draft.texts == ["body: Só hoje, {{nome}}:\n40% off"])
    #expect(draft.place(of: "40%") == "3:1 40%")
    #expect(draft.facts == Facts())
    #expect(draft.segments[0].place.pointer == nil)
  }

  @Test func theBodyOfAShortMessageHasNoChannel() throws {
    #expect(try #require(read("Hi", name: "sms.txt").only).fact("draft.channel") == nil)
  }
}

@Suite struct PlaceholderTests {
  struct Case: Sendable {
    let text: String
    let found: [String]
  }

  static let cases: [Case] = [
    .init(text: "Hi {{1}}, {{first_name}}", found: ["1 {{1}}", "first_name {{first_name}}"]),
    .init(text: "é{{ name }}", found: ["name {{ name }}"]),
    .init(text: "{{1}}{{2}}", found: ["1 {{1}}", "2 {{2}}"]),
    .init(text: "{{{1}}}", found: ["1 {{1}}"]),
    .init(text: "{{a {{b}}", found: ["b {{b}}"]),
    .init(text: "{{ contact.name | upper }}", found: ["contact.name | upper {{ contact.name | upper }}"]),
    .init(text: "{{}} {{ }} {1} {{1} {{a\nb}} {{", found: []),
  ]

  @Test(arguments: cases) func findsPlaceholders(_ example: Case) {
    let source = SourceFile(name: "text", text: example.text)
    let found = placeholders(in: example.text, examples: Examples())
    #expect(found.map { "\($0.name) \(source.text(in: $0.span))" } == example.found)
  }
}
