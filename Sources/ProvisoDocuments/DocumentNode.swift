public import ProvisoSource

/// One node of a YAML or JSON document, with its place in the file.
///
/// Depth and size were bounded by the reader, so walking a tree needs no limit of its own.
public struct DocumentNode: Hashable, Sendable {
  /// What a node holds. The two formats share these kinds; where YAML's core schema and JSON differ, the reader decided.
  public enum Content: Hashable, Sendable {
    case null
    case truth(Bool)
    /// The digits as written.
    case number(String)
    case text(String)
    case sequence([DocumentNode])
    /// The entries in the order of the file; no key stands twice.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Where the key stands.
    public let keySpan: Span
    /// The value.
    public let value: DocumentNode

    /// An entry of a mapping.
    public init(key: String, keySpan: Span, value: DocumentNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// What the node holds.
  public let content: Content
  /// Where it stands in the file, quotes and brackets included.
  public let span: Span
  /// For every scalar the map from the UTF-8 bytes of `scalarText` to the file, through quotes, escapes and block
  /// indentation; nil for sequences and mappings.
  public let textMap: SpanMap?
  /// The scalar as written, after unquoting: `1.10`, `yes`, `2026-11-22`; nil for sequences and mappings.
  public let scalarText: String?

  /// A node; readers only.
  public init(content: Content, span: Span, textMap: SpanMap? = nil, scalarText: String? = nil) {
    self.content = content
    self.span = span
    self.textMap = textMap
    self.scalarText = scalarText
  }

  /// The entries of a mapping; nil for anything else.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The items of a sequence; nil for anything else.
  public var items: [DocumentNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The text of a text node; nil for anything else, numbers included.
  public var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The value of a key; nil where this is no mapping or has no such key.
  public subscript(key: String) -> DocumentNode? {
    entries?.first { $0.key == key }?.value
  }
}
