internal import ProvisoSource

/// Notices a key that stands twice in one mapping.
///
/// Most mappings are small, and looking through a few entries is quicker than keeping a table of them.
struct UniqueKeys {
  private var spans: [String: Span] = [:]

  /// Where `key` already stands among `entries`; nil when it is new.
  mutating func first(of key: String, at span: Span, among entries: [DocumentNode.Entry]) -> Span? {
    if entries.count < 12 { return entries.first { $0.key == key }?.keySpan }
    if spans.isEmpty {
      for entry in entries { spans[entry.key] = entry.keySpan }
    }
    if let first = spans[key] { return first }
    spans[key] = span
    return nil
  }
}
