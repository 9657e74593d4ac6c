import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// The file of one draft that is to be edited, with its structure.
struct DraftDocument {
  /// What kind of message the file holds.
  enum Shape {
    /// A WhatsApp template with the list of its components.
    case template(NodeCursor)
    /// A message for the platform; what it is filled with has places of its own.
    case message
    case ownForm
    /// A file without structure.
    case text
  }

  let source: SourceFile
  let format: DraftFormat
  /// The document; nil where the file has no structure.
  let root: NodeCursor?
  let shape: Shape

  /// The document of a file that holds one draft; nil where it cannot be read.
  init?(_ source: SourceFile) {
    self.source = source
    format = DraftFormat(recognising: source)
    switch format {
    case .json, .jsonLines: root = (try? JSONReader.read(source)).map { NodeCursor(node: $0, pointer: "") }
    case .yaml: root = (try? YAMLReader.read(source)).map { NodeCursor(node: $0, pointer: "") }
    case .email, .text:
      root = nil
      shape = .text
      return
    }
    guard let root else { return nil }
    if root.items != nil {
      shape = .template(root)
    } else if root["messaging_product"] != nil || root.isMessageContent {
      shape = .message
    } else if let components = root["components"] {
      shape = .template(components)
    } else {
      shape = .ownForm
    }
  }

  /// How lines end in the file.
  var lineEnd: String { source.bytes.contains(0x0D) ? "\r\n" : "\n" }

  /// Whether everything beyond ASCII is escaped in this file.
  var isASCII: Bool {
    source.bytes.allSatisfy { $0 < 0x80 } && source.text(in: Span(0, source.bytes.count)).contains("\\u")
  }

  /// The node that a JSON Pointer leads to.
  func node(at pointer: String) -> DocumentNode? {
    var node = root?.node
    for part in pointer.split(separator: "/") {
      if let items = node?.items {
        node = Int(part).flatMap { items.indices.contains($0) ? items[$0] : nil }
      } else {
        let key = part.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
          .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        node = node?[key]
      }
    }
    return node
  }

  /// The components of a template with a type, in order.
  func components(_ type: TemplateComponent) -> [NodeCursor] {
    guard case .template(let components) = shape else { return [] }
    return (components.items ?? []).filter { $0["type"]?.node.text.flatMap { TemplateComponent($0) } == type }
  }

  /// The buttons of the message itself, without those of cards.
  var buttons: NodeCursor? {
    switch shape {
    case .template: components(.buttons).first?["buttons"]
    case .ownForm: root?["buttons"]
    case .message, .text: nil
    }
  }
}
