import ProvisoDocuments
import ProvisoSource

extension DraftCollection {
  /// Reads whatever messages a JSON or YAML document holds; the shape of a mapping says what it is.
  ///
  /// | shape | read as |
  /// | --- | --- |
  /// | a list of template components | one template |
  /// | any other list | every item by itself |
  /// | `drafts: […]` | every item by itself |
  /// | `data: […]` | the answer of a template listing: every entry by itself |
  /// | `components` | a template |
  /// | `messaging_product`, or a message `type` with its content | a message to be sent |
  /// | a key of Proviso's own form | Proviso's own form |
  /// | anything else | an error |
  mutating func readTree(_ root: NodeCursor) {
    if let items = root.items {
      if items.first.map(\.isTemplateComponent) == true {
        addDraft(from: root) { $0.readComponents(root) }
      } else if items.isEmpty {
        add(Problem(.noDraft, at: root.node.span))
      } else {
        for item in items { readMapping(item) }
      }
    } else {
      readMapping(root, isRoot: true)
    }
  }

  private mutating func readMapping(_ node: NodeCursor, isRoot: Bool = false) {
    guard node.node.entries != nil else { return add(Problem(.unrecognised, at: node.node.span)) }
    if isRoot, let list = node["drafts"] {
      readList(list, of: node, key: "drafts", onlyKey: true)
    } else if isRoot, node["components"] == nil, let list = node["data"] {
      readList(list, of: node, key: "data", onlyKey: false)
    } else if node["messaging_product"] != nil || node.isMessageContent {
      addDraft(from: node) { $0.readMessage(node) }
    } else if node["components"] != nil || node.isTemplateWithoutComponents {
      addDraft(from: node) { $0.readTemplate(node) }
    } else if node.node.entries?.contains(where: { OwnForm.keys.contains($0.key) }) == true {
      readOwnForm(node)
    } else {
      add(Problem(.unrecognised, at: node.node.span))
    }
  }

  private mutating func readList(_ list: NodeCursor, of parent: NodeCursor, key: String, onlyKey: Bool) {
    guard let items = list.items else { return add(Problem(.wrongShape(key, "a list"), at: list.node.span)) }
    if onlyKey {
      for problem in parent.unknownKeys(besides: [key]) { add(problem) }
    }
    if items.isEmpty { add(Problem(.noDraft, at: list.node.span)) }
    for item in items { readMapping(item) }
  }
}

extension NodeCursor {
  /// Whether this is one component of a template and not a message by itself.
  fileprivate var isTemplateComponent: Bool {
    guard let type = self["type"]?.node.text, self["messaging_product"] == nil else { return false }
    return TemplateComponent(type) != nil && !isMessageContent
  }

  /// Whether this is a message to be sent that lacks `messaging_product`: `{type: text, text: {body: …}}`.
  var isMessageContent: Bool {
    guard let type = self["type"]?.node.text?.lowercased(), MessageType(rawValue: type) != nil else { return false }
    return self[type]?.node.entries != nil || self[type]?.items != nil
  }

  /// Whether this is a template whose `components` are missing.
  fileprivate var isTemplateWithoutComponents: Bool {
    self["name"] != nil && (self["category"] ?? self["language"] ?? self["status"]) != nil
      && ["channel", "body", "subject", "kind"].allSatisfy { self[$0] == nil }
  }
}
