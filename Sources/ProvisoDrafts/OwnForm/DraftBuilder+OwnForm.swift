import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads a draft in Proviso's own form; a key that the form does not have is an error.
  mutating func readOwnForm(_ node: NodeCursor) {
    guard let draft = mapping(node, "draft") else { return }
    report(draft.unknownKeys(besides: OwnForm.draftKeys))
    id = ownText(draft["id"], "id")
    let examples = ownExamples(draft["examples"])
    add(.subject, draft["subject"], "subject", examples: examples)
    add(.preheader, draft["preheader"], "preheader", examples: examples)
    headerFormat = readOwnHeader(draft["header"], role: .header, examples)
    add(.body, draft["body"], "body", examples: examples)
    add(.footer, draft["footer"], "footer", examples: examples)
    for button in list(draft["buttons"], "buttons") { readOwnButton(button, card: nil, examples) }
    for (index, card) in list(draft["cards"], "cards").enumerated() { readOwnCard(card, index, examples) }
    readOwnAlt(draft["alt"], examples)
    readOwnFacts(draft)
  }

  /// The text of a scalar: an id or an example may be a number.
  private mutating func ownText(_ node: NodeCursor?, _ name: String) -> String? {
    guard let node else { return nil }
    if let text = node.node.scalarText { return text }
    report(.wrongShape(name, "a text"), at: node.node.span)
    return nil
  }

  private mutating func ownExamples(_ node: NodeCursor?) -> Examples {
    var examples = Examples()
    for entry in mapping(node, "examples")?.entries ?? [] where ownText(entry.value, "an example") != nil {
      examples.byName[entry.key] = entry.value.example
    }
    return examples
  }

  /// Reads a header: a text, or a mapping that says what stands in its place.
  private mutating func readOwnHeader(_ node: NodeCursor?, role: SegmentRole, _ examples: Examples) -> String? {
    guard let node else { return nil }
    if node.node.entries == nil {
      return add(role, node, "header", examples: examples) == nil ? nil : "text"
    }
    report(node.unknownKeys(besides: OwnForm.headerKeys))
    add(role, node["text"], "text", examples: examples)
    return word(of: node["format"], "format", in: headerFormats) ?? "text"
  }

  private mutating func readOwnAlt(_ node: NodeCursor?, _ examples: Examples) {
    guard let node else { return }
    for text in node.items ?? [node] { add(.alt, text, "alt", examples: examples) }
  }

  private mutating func readOwnButton(_ node: NodeCursor, card: Int?, _ examples: Examples) {
    guard mapping(node, "a button") != nil else { return }
    report(node.unknownKeys(besides: OwnForm.buttonKeys))
    guard let type = node["type"] else { return report(.missing("type"), at: node.node.span) }
    guard let kind = word(of: type, "type", in: OwnForm.buttonTypes) else { return }
    let label = add(card == nil ? .button : .card, node["text"], "text", examples: examples) ?? ""
    add(
      Button(
        kind: kind, label: label, url: text(of: node["url"], "url"), phone: ownText(node["phone"], "phone"),
        code: ownText(node["code"], "code"), example: ownText(node["example"], "example"), card: card))
  }

  private mutating func readOwnCard(_ node: NodeCursor, _ index: Int, _ examples: Examples) {
    guard mapping(node, "a card") != nil else { return }
    report(node.unknownKeys(besides: OwnForm.cardKeys))
    let format = readOwnHeader(node["header"], role: .card, examples)
    let body = add(.card, node["body"], "body", examples: examples)
    let before = buttons.count
    for button in list(node["buttons"], "buttons") { readOwnButton(button, card: index, examples) }
    add(Card(headerFormat: format, body: body, buttonKinds: buttonKinds(since: before)))
  }
}
