import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads an interactive message of any kind.
  ///
  /// What is there is read, whatever the message's own `type`: new kinds reuse these parts.
  mutating func readInteractive(_ content: NodeCursor) {
    guard let message = mapping(content, "interactive") else { return }
    _ = platformWord(of: message["type"], "type", in: PlatformWords.interactiveTypes)
    headerFormat = readInteractiveHeader(message["header"], role: .header)
    noted.note("draft.headerFormat", headerFormat ?? "none")
    add(.body, mapping(message["body"], "body")?["text"], "text")
    add(.footer, mapping(message["footer"], "footer")?["text"], "text")
    guard let action = mapping(message["action"], "action") else { return }
    readAction(action, card: nil)
    readSections(list(action["sections"], "sections"))
    readInteractiveCards(list(action["cards"], "cards"))
  }

  /// Adds a header's text and gives its format.
  private mutating func readInteractiveHeader(_ header: NodeCursor?, role: SegmentRole) -> String? {
    guard let header = mapping(header, "header") else { return nil }
    let format = platformWord(of: header["type"], "type", in: headerFormats) ?? "text"
    // Pictures have no text of their own; where a format is not known, text is read rather than lost.
    if !["image", "video", "document"].contains(format) { add(role, header["text"], "text") }
    return format
  }

  private mutating func readAction(_ action: NodeCursor, card: Int?) {
    let role: SegmentRole = card == nil ? .button : .card
    if let label = add(role, action["button"], "button") { add(Button(kind: "list", label: label, card: card)) }
    for button in list(action["buttons"], "buttons") { readInteractiveButton(button, role, card: card) }
    readNamedAction(action, role, card: card)
  }

  private mutating func readInteractiveButton(_ button: NodeCursor, _ role: SegmentRole, card: Int?) {
    guard mapping(button, "a button") != nil else { return }
    let kind = platformWord(of: button["type"], "type", in: PlatformWords.interactiveButtonTypes) ?? "reply"
    let reply = mapping(button["reply"] ?? button["quick_reply"], "reply")
    add(Button(kind: kind, label: add(role, reply?["title"], "title") ?? "", card: card))
  }

  /// Reads the one button of an action with a name: a link, a flow, a catalogue, a request for a place.
  private mutating func readNamedAction(_ action: NodeCursor, _ role: SegmentRole, card: Int?) {
    guard let parameters = action["parameters"] ?? action["name"] else { return }
    let kind = text(of: action["name"], "name")?.word ?? ""
    let label = add(role, parameters["display_text"] ?? parameters["flow_cta"], "display_text") ?? ""
    let url = text(of: parameters["url"], "url")
    add(Button(kind: url == nil ? kind : "url", label: label, url: url, card: card))
  }

  /// Reads the rows of a list, with the titles and descriptions around them.
  private mutating func readSections(_ sections: [NodeCursor]) {
    for section in sections {
      guard mapping(section, "a section") != nil else { continue }
      add(.button, section["title"], "title")
      for row in list(section["rows"], "rows") {
        guard mapping(row, "a row") != nil else { continue }
        add(Button(kind: "list-row", label: add(.button, row["title"], "title") ?? ""))
        add(.button, row["description"], "description")
      }
    }
  }

  private mutating func readInteractiveCards(_ cards: [NodeCursor]) {
    for (index, card) in cards.enumerated() {
      guard mapping(card, "a card") != nil else { continue }
      let before = buttons.count
      let format = readInteractiveHeader(card["header"], role: .card)
      let body = add(.card, mapping(card["body"], "body")?["text"], "text")
      if let action = mapping(card["action"], "action") { readAction(action, card: index) }
      add(Card(headerFormat: format, body: body, buttonKinds: buttonKinds(since: before)))
    }
  }
}
