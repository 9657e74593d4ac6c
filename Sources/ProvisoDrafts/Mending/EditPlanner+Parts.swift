import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Parts that a message does not have yet.
extension EditPlanner {
  /// Adds a footer; nil where there is one, and where the message can have none.
  func newFooter(_ text: String) -> PlannedEdits? {
    guard !draft.segments.contains(where: { $0.role == .footer }) else { return nil }
    let added = [PlannedEdits.Text(role: .footer, text: text)]
    switch document.shape {
    case .template(let components):
      guard document.components(.footer).isEmpty, let items = components.items,
        let body = items.lastIndex(where: { $0["type"]?.node.text.flatMap { TemplateComponent($0) } == .body })
      else { return nil }
      let footer = NewNode.ordered(
        [("type", .text(word("footer", like: items[body]))), ("text", .text(text))], like: items[body].node)
      let edit = DocumentWriter(document).insert(footer, behind: body, in: components.node)
      return plan([edit].compactMap(\.self), adding: added)
    case .ownForm:
      guard ["whatsapp", "rcs", "email"].contains(channel), let edit = ownEntry("footer", .text(text)) else {
        return nil
      }
      return plan([edit], adding: added)
    case .message, .text: return nil
    }
  }

  /// Adds a button beside others of its kind.
  func newButton(_ kind: String, _ label: String) -> PlannedEdits? {
    let added = [PlannedEdits.Text(role: .button, text: label)]
    if let buttons = document.buttons, let items = buttons.items, !items.isEmpty {
      let index = items.lastIndex { $0["type"]?.node.text?.word == kind } ?? items.count - 1
      let button = button(kind, label, like: items[index])
      return plan(
        [DocumentWriter(document).insert(button, behind: index, in: buttons.node)].compactMap(\.self), adding: added)
    }
    switch document.shape {
    case .template(let components):
      guard document.components(.buttons).isEmpty, let last = components.items?.last,
        let count = components.items?.count
      else { return nil }
      let part = NewNode.ordered(
        [("type", .text(word("buttons", like: last))), ("buttons", .sequence([button(kind, label, like: last)]))],
        like: last.node)
      return plan(
        [DocumentWriter(document).insert(part, behind: count - 1, in: components.node)].compactMap(\.self),
        adding: added)
    case .ownForm:
      let button = NewNode.mapping([("type", .text(kind)), ("text", .text(label))])
      return plan([ownEntry("buttons", .sequence([button]))].compactMap(\.self), adding: added)
    case .message, .text: return nil
    }
  }

  private func button(_ kind: String, _ label: String, like sibling: NodeCursor) -> NewNode {
    var type = kind
    if case .template = document.shape { type = word(kind, like: sibling) }
    return .ordered([("type", .text(type)), ("text", .text(label))], like: sibling.node)
  }

  /// An entry of our own form, behind the last of those that come before it.
  private func ownEntry(_ key: String, _ value: NewNode) -> FileEdit? {
    guard let root = document.root?.node, let entries = root.entries, root[key] == nil,
      let place = OwnForm.keys.firstIndex(of: key)
    else { return nil }
    let before = Set(OwnForm.keys[..<place])
    guard let index = entries.lastIndex(where: { before.contains($0.key) }) else { return nil }
    return DocumentWriter(document).insert(key, value, behind: index, in: root)
  }

  /// A word of the platform, in capitals unless its neighbour's are small.
  private func word(_ word: String, like sibling: NodeCursor) -> String {
    let platform = String(word.map { $0 == "-" ? "_" : $0 })
    return sibling["type"]?.node.text?.contains(where: \.isUppercase) == false ? platform : platform.uppercased()
  }
}

extension NewNode {
  /// A mapping whose keys stand in the order of a neighbour's.
  static func ordered(_ entries: [(key: String, value: NewNode)], like sibling: DocumentNode) -> NewNode {
    let keys = (sibling.entries ?? []).map(\.key)
    let place = { (key: String) in keys.firstIndex(of: key) ?? keys.count }
    return .mapping(entries.sorted { place($0.key) < place($1.key) })
  }
}
