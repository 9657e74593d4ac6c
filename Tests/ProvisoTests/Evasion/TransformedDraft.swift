import Proviso
import ProvisoTestSupport

extension Draft {
  /// The draft with all its texts rewritten, in a file of its own; placeholders and addresses behind buttons stay.
  func rewritten(_ disguise: (String) -> String) -> Draft {
    var file = ""
    var done: [String: String] = [:]
    // A label stands in its button and in its segment, and must stay the same in both.
    func rewrite(_ text: String) -> String {
      let written = done[text] ?? disguise(text)
      done[text] = written
      return written
    }
    func place(_ text: String) -> SourcePlace {
      defer { file += text + "\n" }
      return SourcePlace(pointer: nil, map: SpanMap(copying: text.utf8.count, from: file.utf8.count))
    }
    var draft = self
    draft.segments = segments.map { segment in
      let (text, placeholders) = Self.rewritten(segment, rewrite)
      return Segment(
        role: segment.role, text: text,
        placeholders: placeholders.map { placeholder, span in
          let example = placeholder.example.map { rewrite($0.text) }
          return Placeholder(
            name: placeholder.name, span: span, example: example.map { Example(text: $0, place: place($0)) })
        }, place: place(text))
    }
    draft.buttons = buttons.map { button in
      Button(
        kind: button.kind, label: rewrite(button.label), url: button.url, phone: button.phone, code: button.code,
        example: button.example, card: button.card)
    }
    draft.cards = cards.map {
      Card(headerFormat: $0.headerFormat, body: $0.body.map(rewrite), buttonKinds: $0.buttonKinds)
    }
    draft.source = SourceFile(name: source.name, text: file)
    return draft
  }

  private static func rewritten(
    _ segment: Segment, _ rewrite: (String) -> String
  ) -> (String, [(Placeholder, Span)]) {
    let bytes = Array(segment.text.utf8)
    var text = ""
    var end = 0
    var placeholders: [(Placeholder, Span)] = []
    for placeholder in segment.placeholders {
      text += rewrite(String(decoding: bytes[end..<placeholder.span.lower], as: UTF8.self))
      let start = text.utf8.count
      end = placeholder.span.upper
      text += String(decoding: bytes[placeholder.span.lower..<end], as: UTF8.self)
      placeholders.append((placeholder, Span(start, text.utf8.count)))
    }
    return (text + rewrite(String(decoding: bytes[end...], as: UTF8.self)), placeholders)
  }
}
