import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads a message that fills a template which the platform keeps: the text is not here, the values are.
  ///
  /// Every value that recipients read is a segment of its own, so that rules on content see it.
  mutating func readTemplateMessage(_ content: NodeCursor) {
    guard let template = mapping(content, "template") else { return }
    id = text(of: template["name"], "name")
    noted.note("template.name", id)
    noteLanguage(template["language"])
    for component in list(template["components"], "components") { readFilledComponent(component, card: nil) }
  }

  private mutating func readFilledComponent(_ component: NodeCursor, card: Int?) {
    guard mapping(component, "a component") != nil else { return }
    let type = platformWord(of: component["type"], "type", in: PlatformWords.filledComponentTypes) ?? ""
    if type == "carousel" { return readFilledCards(list(component["cards"], "cards")) }
    let values = list(component["parameters"], "parameters")
    for value in values { readValue(value, role: role(of: type, card: card)) }
    if type == "header", card == nil { noteHeader(of: values) }
    if type == "button" { addButton(component, values, card: card) }
  }

  private mutating func readFilledCards(_ cards: [NodeCursor]) {
    for (index, card) in cards.enumerated() {
      guard mapping(card, "a card") != nil else { continue }
      let (before, components) = (buttons.count, list(card["components"], "components"))
      for component in components { readFilledComponent(component, card: index) }
      let header = components.first { $0["type"]?.node.text?.lowercased() == "header" }
      let format = header?["parameters"]?.items?.first?["type"]?.node.text?.word
      add(Card(headerFormat: format, body: nil, buttonKinds: buttonKinds(since: before)))
    }
  }

  private func role(of type: String, card: Int?) -> SegmentRole {
    switch type {
    case _ where card != nil: .card
    case "header": .header
    case "button": .button
    case "body": .body
    default: .preheader
    }
  }

  /// Reads one value: a text, or an amount or a time with the text to show where the platform has no better one.
  private mutating func readValue(_ value: NodeCursor, role: SegmentRole) {
    guard mapping(value, "a parameter") != nil else { return }
    let type = platformWord(of: value["type"], "type", in: PlatformWords.parameterTypes) ?? ""
    if let ending = value["limited_time_offer"]?["expiration_time_ms"]?.node.scalarText.flatMap({ Int($0) }) {
      noted.note("offer.endsAt", Instant(seconds: ending / 1000).description)
    }
    let shown =
      type == "text" ? value["text"] : value["coupon_code"] ?? value[type.replacing("-", with: "_")]?["fallback_value"]
    guard let shown else {
      if type == "text" { report(.missing("text"), at: value.node.span) }
      return
    }
    // The platform takes numbers and truth values for texts here, and real payloads have them.
    guard let text = shown.node.scalarText else { return report(.wrongShape("text", "a text"), at: shown.node.span) }
    add(role, text, at: shown.place)
  }

  /// Only a picture or the like says what the header is; a header without values may still have text.
  private mutating func noteHeader(of values: [NodeCursor]) {
    headerFormat = values.first?["type"]?.node.text?.word
    noted.note("draft.headerFormat", headerFormat)
  }

  private mutating func addButton(_ component: NodeCursor, _ values: [NodeCursor], card: Int?) {
    let kind = platformWord(of: component["sub_type"], "sub_type", in: PlatformWords.buttonTypes) ?? ""
    add(
      Button(
        kind: kind, label: "", code: values.first?["coupon_code"]?.node.scalarText,
        example: kind == "url" ? values.first?["text"]?.node.scalarText : nil, card: card))
  }
}
