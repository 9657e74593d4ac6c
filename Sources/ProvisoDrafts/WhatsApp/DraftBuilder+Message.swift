import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads a message as it is handed to the platform to be sent.
  ///
  /// A message without text, such as a sticker, is a draft without segments.
  mutating func readMessage(_ message: NodeCursor) {
    noted.note("draft.channel", "whatsapp")
    noteRecipient(message["to"])
    noteCategory(message["category"])
    guard let type = messageType(of: message) else { return }
    guard let content = message[type.rawValue] else { return report(.missing(type.rawValue), at: message.node.span) }
    noted.note("draft.kind", kind(of: type))
    switch type {
    case .template: readTemplateMessage(content)
    case .interactive: readInteractive(content)
    case .text: readText(content)
    case .contacts: readContacts(content)
    case .image, .video, .document, .audio, .sticker, .location, .reaction: readMedia(content, type)
    }
  }

  /// The type; `text` where none is given, which is the platform's default.
  private mutating func messageType(of message: NodeCursor) -> MessageType? {
    guard let node = message["type"] else {
      if message["text"] == nil { report(.missing("type"), at: message.node.span) }
      return message["text"] == nil ? nil : .text
    }
    guard let name = text(of: node, "type") else { return nil }
    if let type = MessageType(rawValue: name.lowercased()) { return type }
    let near = nearestName(to: name.lowercased(), in: MessageType.allCases.map(\.rawValue))
    report(.unknownMessageType(name, near: near), at: node.node.span)
    return nil
  }

  private func kind(of type: MessageType) -> String {
    switch type {
    case .template: "whatsapp-template-message"
    case .interactive: "whatsapp-interactive"
    default: "whatsapp-session"
    }
  }

  private mutating func readText(_ content: NodeCursor) {
    noted.note("draft.headerFormat", "none")
    guard let content = mapping(content, "text") else { return }
    guard let body = content["body"] else { return report(.missing("body"), at: content.node.span) }
    add(.body, body, "body")
  }

  private mutating func readContacts(_ content: NodeCursor) {
    noted.note("draft.headerFormat", "none")
    _ = list(content, "contacts")
  }

  private mutating func readMedia(_ content: NodeCursor, _ type: MessageType) {
    guard let content = mapping(content, type.rawValue) else { return }
    add(.body, content["caption"], "caption")
    switch type {
    case .image, .video, .document:
      headerFormat = type.rawValue
      noted.note("draft.headerFormat", type.rawValue)
    default:
      noted.note("draft.headerFormat", "none")
    }
  }
}
