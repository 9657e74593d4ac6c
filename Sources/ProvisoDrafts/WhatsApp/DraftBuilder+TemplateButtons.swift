import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads the buttons of a template, or of one of its cards.
  mutating func readTemplateButtons(_ component: NodeCursor, card: Int?) {
    guard let buttons = component["buttons"] else { return report(.missing("buttons"), at: component.node.span) }
    for button in list(buttons, "buttons") { readTemplateButton(button, card: card) }
  }

  private mutating func readTemplateButton(_ button: NodeCursor, card: Int?) {
    guard mapping(button, "a button") != nil else { return }
    guard let type = button["type"] else { return report(.missing("type"), at: button.node.span) }
    guard let kind = platformWord(of: type, "type", in: PlatformWords.buttonTypes) else { return }
    let role: SegmentRole = card == nil ? .button : .card
    let label = add(role, button["text"], "text") ?? ""
    add(role, button["autofill_text"], "autofill_text")
    let isCode = kind == "copy-code"
    add(
      Button(
        kind: kind, label: label, url: text(of: button["url"], "url"),
        phone: button["phone_number"]?.node.scalarText, code: isCode ? button["example"]?.exampleText : nil,
        example: isCode ? nil : button["example"]?.exampleText, card: card))
  }

  /// Reads the cards of a template's carousel.
  mutating func readTemplateCards(_ cards: [NodeCursor]) {
    for (index, card) in cards.enumerated() {
      guard mapping(card, "a card") != nil else { continue }
      readTemplateCard(list(card["components"], "components"), index)
    }
  }

  private mutating func readTemplateCard(_ components: [NodeCursor], _ index: Int) {
    let buttonsBefore = buttons.count
    var format: String?
    var body: String?
    for component in components {
      guard mapping(component, "a component") != nil else { continue }
      let type = platformWord(of: component["type"], "type", in: PlatformWords.componentTypes)
      switch type.flatMap({ TemplateComponent($0) }) {
      case .header:
        format = platformWord(of: component["format"], "format", in: headerFormats) ?? "text"
        if format == "text" {
          add(.card, component["text"], "text", examples: Examples(component["example"], part: "header"))
        }
      case .buttons:
        readTemplateButtons(component, card: index)
      case .body:
        body = add(.card, component["text"], "text", examples: Examples(component["example"], part: "body"))
      default:
        add(.card, component["text"], "text")
      }
    }
    add(Card(headerFormat: format, body: body, buttonKinds: buttonKinds(since: buttonsBefore)))
  }
}
