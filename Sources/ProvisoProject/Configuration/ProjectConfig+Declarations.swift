import ProvisoDocuments
public import ProvisoSource

extension ProjectConfig {
  /// A fact as the configuration declares it.
  public struct Declaration: Sendable {
    /// The patterns of the drafts it is declared for; empty for all drafts.
    public let patterns: [String]
    /// The fact.
    public let path: String
    /// Its value as it is written, on one line.
    public let text: String
    /// Where its name is written.
    public let span: Span
  }

  /// Every fact that is declared, in the order of the file.
  public var declarations: [Declaration] {
    let own = facts.map { declarations(in: $0, below: "", for: []) } ?? []
    let others = drafts.flatMap { setting in
      setting.facts.map { declarations(in: $0, below: "", for: setting.patterns) } ?? []
    }
    return (own + others).sorted { $0.span < $1.span }
  }

  /// Names may be dotted or nested.
  private func declarations(in node: DocumentNode, below prefix: String, for patterns: [String]) -> [Declaration] {
    (node.entries ?? []).flatMap { entry in
      let path = prefix + entry.key
      if entry.value.entries != nil { return declarations(in: entry.value, below: path + ".", for: patterns) }
      return [Declaration(patterns: patterns, path: path, text: text(of: entry.value), span: entry.keySpan)]
    }
  }

  /// A value on one line, whatever its layout.
  private func text(of node: DocumentNode) -> String {
    if let items = node.items { return "[" + items.map(text).joined(separator: ", ") + "]" }
    return source.text(in: node.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
