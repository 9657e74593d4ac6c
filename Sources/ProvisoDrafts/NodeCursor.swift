import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// A node of a document together with the JSON Pointer that leads to it.
struct NodeCursor {
  let node: DocumentNode
  let pointer: String

  /// The value of a key; nil where this is no mapping, has no such key, or has `null` there.
  subscript(key: String) -> NodeCursor? {
    guard let value = node[key] else { return nil }
    if case .null = value.content { return nil }
    return NodeCursor(node: value, pointer: pointer(to: key))
  }

  /// The items of a sequence; nil for anything else.
  var items: [NodeCursor]? {
    node.items?.enumerated().map { NodeCursor(node: $1, pointer: "\(pointer)/\($0)") }
  }

  /// The values of a mapping, each with its key; nil for anything else.
  var entries: [(key: String, keySpan: Span, value: NodeCursor)]? {
    node.entries?.map { ($0.key, $0.keySpan, NodeCursor(node: $0.value, pointer: pointer(to: $0.key))) }
  }

  /// Where the scalar's text stands.
  var place: SourcePlace {
    SourcePlace(pointer: pointer, map: node.textMap ?? SpanMap(startingAt: node.span.lower))
  }

  /// The problem of every key that is not in `known` and does not begin with `x-`.
  func unknownKeys(besides known: [String]) -> [Problem] {
    let entries = node.entries ?? []
    let missing = Set(known).subtracting(entries.map(\.key))
    return entries.filter { !known.contains($0.key) && !$0.key.hasPrefix("x-") }
      .map { Problem(.unknownKey($0.key, near: nearestName(to: $0.key, in: missing)), at: $0.keySpan) }
  }

  private func pointer(to key: String) -> String {
    let escaped = key.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return "\(pointer)/\(escaped)"
  }
}
