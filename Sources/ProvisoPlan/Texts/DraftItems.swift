import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// The lists of a draft as conditions see them: buttons, cards, placeholders and links with their fields.
struct DraftItems {
  let buttons: [DraftItem]
  let cards: [DraftItem]
  let variables: [(role: SegmentRole, item: DraftItem)]
  let links: [DraftItem]

  init(_ draft: Draft) {
    buttons = DraftItems.buttons(draft)
    cards = DraftItems.cards(draft)
    variables = draft.segments.indices.flatMap { DraftItems.variables(draft, $0) }
    links = DraftItems.links(draft)
  }

  func items(_ list: ItemList) -> [DraftItem] {
    switch list.kind {
    case .button: buttons
    case .card: cards
    case .link: links
    case .variable:
      variables.filter { list.part?.role == nil || $0.role == list.part?.role }.map(\.item)
    }
  }

  // MARK: Buttons and cards

  private static func buttons(_ draft: Draft) -> [DraftItem] {
    // A label is a segment too; labels and segments stand in the same order.
    var next = 0
    return draft.buttons.enumerated().map { number, button in
      let role: SegmentRole = button.card == nil ? .button : .card
      let segment = draft.segments.indices.dropFirst(next).first {
        draft.segments[$0].role == role && draft.segments[$0].text == button.label
      }
      if let segment { next = segment + 1 }
      var fields: [String: Value] = [
        "type": .symbol(button.kind), "position": .number(Number(number + 1)), "card": .truth(button.card != nil),
      ]
      if !button.label.isEmpty { fields["text"] = .text(button.label) }
      fields["url"] = button.url.map(Value.text)
      fields["url.host"] = button.url.flatMap(Link.host(of:)).map(Value.text)
      fields["phone"] = button.phone.map(Value.text)
      fields["code"] = button.code.map(Value.text)
      fields["example"] = button.example.map(Value.text)
      return DraftItem(fields: fields, segment: segment, place: segment.map { place(draft.segments[$0]) })
    }
  }

  private static func cards(_ draft: Draft) -> [DraftItem] {
    var next = 0
    return draft.cards.enumerated().map { number, card in
      let segment = card.body.flatMap { body in
        draft.segments.indices.dropFirst(next).first {
          draft.segments[$0].role == .card && draft.segments[$0].text == body
        }
      }
      if let segment { next = segment + 1 }
      var fields: [String: Value] = [
        "position": .number(Number(number + 1)), "buttons": .number(Number(card.buttonKinds.count)),
        "header": .symbol(card.headerFormat ?? "none"),
      ]
      fields["body"] = card.body.map(Value.text)
      return DraftItem(fields: fields, segment: segment, place: segment.map { place(draft.segments[$0]) })
    }
  }

  private static func place(_ segment: Segment) -> FoundText {
    FoundText(
      role: segment.role, pointer: segment.place.pointer,
      span: segment.place.map.source(of: Span(0, segment.text.utf8.count)))
  }

  // MARK: Placeholders

  private static func variables(_ draft: Draft, _ number: Int) -> [(role: SegmentRole, item: DraftItem)] {
    let segment = draft.segments[number]
    let bytes = Array(segment.text.utf8)
    var end = 0
    return segment.placeholders.enumerated().map { index, placeholder in
      let before = String(decoding: bytes[min(end, placeholder.span.lower)..<placeholder.span.lower], as: UTF8.self)
      let after = String(decoding: bytes[min(placeholder.span.upper, bytes.count)...], as: UTF8.self)
      end = placeholder.span.upper
      let earlier = segment.placeholders[..<index].map(\.name)
      let others = Set(segment.placeholders.map(\.name))
      var fields: [String: Value] = [
        "follows": .truth(Int(placeholder.name).map { $0 == 1 || others.contains(String($0 - 1)) } ?? false),
        "repeated": .truth(earlier.contains(placeholder.name)), "name": .text(placeholder.name),
        "scope": .symbol(segment.role.rawValue),
        "positional": .truth(placeholder.isPositional), "position": .number(Number(index + 1)),
        "first": .truth(index == 0 && !before.hasLetterOrDigit),
        "last": .truth(index == segment.placeholders.count - 1 && !after.hasLetterOrDigit),
        "adjacent": .truth(index > 0 && before.allSatisfy(\.isWhitespace)),
      ]
      fields["example"] = placeholder.example.map { .text($0.text) }
      let place = FoundText(
        role: segment.role, pointer: segment.place.pointer, span: segment.place.map.source(of: placeholder.span))
      return (segment.role, DraftItem(fields: fields, segment: nil, place: place))
    }
  }

  // MARK: Links

  private static func links(_ draft: Draft) -> [DraftItem] {
    var found: [(link: Link, place: FoundText?)] = []
    for segment in draft.segments {
      for (link, span) in Link.links(in: segment.text) {
        found.append(
          (
            link,
            FoundText(role: segment.role, pointer: segment.place.pointer, span: segment.place.map.source(of: span))
          ))
      }
    }
    for url in draft.buttons.compactMap(\.url) { found.append((Link(url), nil)) }
    return found.enumerated().map { number, found in
      var fields: [String: Value] = [
        "url": .text(found.link.url), "position": .number(Number(number + 1)),
        "scheme": .text(found.link.scheme),
      ]
      fields["host"] = found.link.host.map(Value.text)
      return DraftItem(fields: fields, segment: nil, place: found.place)
    }
  }
}

extension String {
  fileprivate var hasLetterOrDigit: Bool { contains { $0.isLetter || $0.isNumber } }
}
