public import ProvisoSource

/// Reads a mapping with known keys, and reports the keys that are not known.
///
///     guard var rule = MappingReader(node, problems) else { return nil }
///     let id = rule.requiredText("id")
///     let title = rule.text("title")
///     rule.finish()
///
/// An absent key answers nil, and so does a value of another kind, which is reported.
public struct MappingReader {
  /// Where the mapping stands.
  public let span: Span
  /// Where problems go.
  public let problems: DocumentProblems
  private let entries: [DocumentNode.Entry]
  private var asked: Set<String> = []

  /// A reader of `node`; nil, with a report, when it is no mapping.
  public init?(_ node: DocumentNode, _ problems: DocumentProblems) {
    guard let entries = problems.entries(node) else { return nil }
    self.entries = entries
    self.problems = problems
    span = node.span
  }

  /// The value of a key, of any kind.
  public mutating func node(_ key: String) -> DocumentNode? {
    asked.insert(key)
    return entries.first { $0.key == key }?.value
  }

  /// The value of a key that must be there.
  public mutating func requiredNode(_ key: String) -> DocumentNode? {
    if let node = node(key) { return node }
    problems.report("key.missing", "the key `\(key)` is missing", at: entries.first?.keySpan ?? span)
    return nil
  }

  /// The text of a key.
  public mutating func text(_ key: String) -> String? {
    node(key).flatMap(problems.text)
  }

  /// The text of a key that must be there.
  public mutating func requiredText(_ key: String) -> String? {
    requiredNode(key).flatMap(problems.text)
  }

  /// The text, number or truth value of a key, with its place; `scalarText` is what was written.
  public mutating func scalar(_ key: String) -> DocumentNode? {
    node(key).flatMap(problems.scalar)
  }

  /// The truth value of a key.
  public mutating func truth(_ key: String) -> Bool? {
    node(key).flatMap(problems.truth)
  }

  /// The texts of a key, as nodes with their places: a sequence of texts, or one text; empty when there are none.
  public mutating func texts(_ key: String) -> [DocumentNode] {
    node(key).flatMap(problems.texts) ?? []
  }

  /// The items of the sequence of a key; empty when there are none.
  public mutating func items(_ key: String) -> [DocumentNode] {
    node(key).flatMap(problems.items) ?? []
  }

  /// The entries of the mapping of a key, where the keys are the author's own; empty when there are none.
  public mutating func entries(_ key: String) -> [DocumentNode.Entry] {
    node(key).flatMap(problems.entries) ?? []
  }

  /// A reader of the mapping of a key.
  public mutating func mapping(_ key: String) -> MappingReader? {
    node(key).flatMap { MappingReader($0, problems) }
  }

  /// Reports every key that was never asked for; to be called after all others.
  ///
  /// - Parameter ignoringExtensions: whether keys that begin with `x-` are left alone.
  public func finish(ignoringExtensions: Bool = true) {
    let missing = asked.subtracting(entries.map(\.key))
    for entry in entries where !asked.contains(entry.key) {
      if ignoringExtensions, entry.key.hasPrefix("x-") { continue }
      problems.report(
        "key.unknown", "unknown key `\(entry.key)`", at: entry.keySpan,
        help: suggestion(for: entry.key, in: missing))
    }
  }
}
