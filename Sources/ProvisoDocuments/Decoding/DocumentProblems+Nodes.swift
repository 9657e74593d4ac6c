import ProvisoSource

/// Typed reading of single nodes. Each reports `type.mismatch` and answers nil where the node is of another kind.
extension DocumentProblems {
  /// The text of a text node.
  public func text(_ node: DocumentNode) -> String? {
    node.text ?? mismatch(node, expected: "a text")
  }

  /// The truth value.
  public func truth(_ node: DocumentNode) -> Bool? {
    if case .truth(let truth) = node.content { return truth }
    return mismatch(node, expected: "true or false")
  }

  /// The node itself if it is a text, a number or a truth value: something that has been written out.
  public func scalar(_ node: DocumentNode) -> DocumentNode? {
    node.scalarText != nil && node.content != .null ? node : mismatch(node, expected: "a single value")
  }

  /// The items of a sequence.
  public func items(_ node: DocumentNode) -> [DocumentNode]? {
    node.items ?? mismatch(node, expected: "a sequence")
  }

  /// The entries of a mapping whose keys are the author's own.
  public func entries(_ node: DocumentNode) -> [DocumentNode.Entry]? {
    node.entries ?? mismatch(node, expected: "a mapping")
  }

  /// The text nodes of a sequence of texts, or the one text node that stands in its place.
  ///
  /// Items of other kinds are reported and left out.
  public func texts(_ node: DocumentNode) -> [DocumentNode]? {
    if node.text != nil { return [node] }
    guard let items = node.items else { return mismatch(node, expected: "a text or a sequence of texts") }
    return items.filter { text($0) != nil }
  }

  /// One of a closed list of words.
  public func word(_ node: DocumentNode, of words: [String]) -> String? {
    guard let text = text(node) else { return nil }
    if words.contains(text) { return text }
    let problem = UnknownWord(text, among: words)
    report("value.unknown", problem.message, at: node.span, help: problem.help)
    return nil
  }

  /// One of an enumeration's words, of those that are allowed.
  public func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: DocumentNode, among allowed: [Word] = Array(Word.allCases)
  ) -> Word? {
    word(node, of: allowed.map(\.rawValue)).flatMap(Word.init)
  }

  private func mismatch<Answer>(_ node: DocumentNode, expected: String) -> Answer? {
    let needsQuotes = expected == "a text" && node.scalarText != nil && node.content != .null
    report(
      "type.mismatch", "expected \(expected), found \(node.content.kindName)", at: node.span,
      help: needsQuotes ? "put it in quotes" : nil)
    return nil
  }
}

extension DocumentNode.Content {
  /// The kind with its article, for messages: `a sequence`.
  public var kindName: String {
    switch self {
    case .null: "nothing"
    case .truth: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .sequence: "a sequence"
    case .mapping: "a mapping"
    }
  }
}
