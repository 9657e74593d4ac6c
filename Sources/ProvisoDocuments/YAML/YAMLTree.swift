internal import ProvisoSource

/// Grows the tree of one document, event by event, with a stack of its own in place of recursion.
struct YAMLTree {
  /// A finished node with what the limits need to know of it.
  struct Part {
    var node: DocumentNode
    /// The nodes in it, itself included, after aliases were expanded.
    var size: Int
    /// How deep collections are nested in it; zero for a scalar.
    var height: Int
  }

  private struct Frame {
    let isMapping: Bool
    let start: Int
    let anchor: String?
    var items: [DocumentNode] = []
    var entries: [DocumentNode.Entry] = []
    var keys = UniqueKeys()
    /// A key that waits for its value; its text is nil where the key was refused.
    var key: (text: String?, span: Span)?
    var size = 1
    var height = 1
    /// Where the last child ends, which is where a block collection ends.
    var end: Int
  }

  private let limits: DocumentLimits
  private let wording: YAMLWording
  private var frames: [Frame] = []
  private var anchors: [String: Part] = [:]
  private var size = 0

  /// The finished document.
  private(set) var root: DocumentNode?
  /// What was wrong without hindering the rest.
  private(set) var problems: [Diagnostic] = []

  init(_ wording: YAMLWording, _ limits: DocumentLimits) {
    self.wording = wording
    self.limits = limits
  }

  mutating func report(_ problem: Diagnostic) {
    if !hasEnoughProblems { problems.append(problem) }
  }

  /// A hostile text should not get a problem for each of its bytes.
  private var hasEnoughProblems: Bool { problems.count >= 100 }

  mutating func add(_ scalar: DocumentNode, anchor: String?) throws(DocumentFailure) {
    try count(1, at: scalar.span)
    let part = Part(node: scalar, size: 1, height: 0)
    if let anchor { anchors[anchor] = part }
    place(part, at: scalar.span)
  }

  mutating func open(isMapping: Bool, at start: Int, anchor: String?) throws(DocumentFailure) {
    let span = Span(start, start + 1)
    try count(1, at: span)
    guard frames.count < limits.depth else { throw failure(wording.tooDeep(limits.depth, at: span)) }
    // Inside of the collection its name means the collection itself, not an earlier one.
    if let anchor { anchors[anchor] = nil }
    frames.append(Frame(isMapping: isMapping, start: start, anchor: anchor, end: start))
  }

  /// Closes the innermost collection, at the byte behind its bracket; nil where it has no bracket.
  mutating func close(at end: Int?) {
    guard let frame = frames.popLast() else { return }
    let span = Span(frame.start, end ?? frame.end)
    let content: DocumentNode.Content = frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items)
    let part = Part(node: DocumentNode(content: content, span: span), size: frame.size, height: frame.height)
    if let anchor = frame.anchor { anchors[anchor] = part }
    place(part, at: span)
  }

  /// Puts the node with the given anchor here once more. Its spans stay where it was written.
  mutating func addAlias(_ name: String, at span: Span) throws(DocumentFailure) {
    guard let part = anchors[name] else {
      if !hasEnoughProblems { report(unresolved(name, at: span)) }
      return place(Part(node: DocumentNode(content: .null, span: span), size: 1, height: 0), at: span)
    }
    try count(part.size, at: span)
    guard frames.count + part.height <= limits.depth else { throw failure(wording.tooDeep(limits.depth, at: span)) }
    place(part, at: span)
  }

  private func unresolved(_ name: String, at span: Span) -> Diagnostic {
    let isOpen = frames.contains { $0.anchor == name }
    return isOpen ? wording.cycle(name, at: span) : wording.unknownAlias(name, known: anchors.keys, at: span)
  }

  /// A failure with this problem and those before it.
  func failure(_ last: Diagnostic) -> DocumentFailure { DocumentFailure(last, problems) }

  private mutating func count(_ nodes: Int, at span: Span) throws(DocumentFailure) {
    size += nodes
    guard size <= limits.nodes else { throw failure(wording.tooMany(limits.nodes, at: span)) }
  }

  private mutating func place(_ part: Part, at span: Span) {
    guard let last = frames.indices.last else {
      root = part.node
      return
    }
    frames[last].size += part.size
    frames[last].height = max(frames[last].height, part.height + 1)
    frames[last].end = max(frames[last].end, span.upper)
    if !frames[last].isMapping {
      frames[last].items.append(part.node)
    } else if let key = frames[last].key {
      frames[last].key = nil
      guard let text = key.text else { return }
      frames[last].entries.append(.init(key: text, keySpan: key.span, value: part.node))
    } else {
      frames[last].key = (acceptedKey(part.node, at: span, in: last), span)
    }
  }

  private mutating func acceptedKey(_ node: DocumentNode, at span: Span, in frame: Int) -> String? {
    guard let key = node.scalarText else {
      // A refused alias is no second problem.
      if node.content != .null { report(wording.key(at: span)) }
      return nil
    }
    if let first = frames[frame].keys.first(of: key, at: span, among: frames[frame].entries) {
      report(wording.duplicateKey(key, at: span, first: first))
      return nil
    }
    return key
  }
}
