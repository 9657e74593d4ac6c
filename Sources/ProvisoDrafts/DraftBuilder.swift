import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// One draft while it is read, whatever format it comes in.
struct DraftBuilder {
  /// The most buttons, cards or pictures that one message may have; every platform allows far fewer.
  static let itemLimit = 10_000

  let source: SourceFile
  let schema: FactSchema
  /// The bytes that hold the draft alone and can be read by themselves.
  let extent: Span?
  var id: String?
  var headerFormat: String?
  /// What the message shows.
  var noted: FactNotes
  /// What its author declared, in front of what it shows.
  var declared = Facts()
  private(set) var segments: [Segment] = []
  private(set) var buttons: [Button] = []
  private(set) var cards: [Card] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile, schema: FactSchema, extent: Span?) {
    self.source = source
    self.schema = schema
    self.extent = extent
    noted = FactNotes(schema: schema)
  }

  /// The draft; nil after an error.
  var draft: Draft? {
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let ordered = DraftBuilder.readingOrder.flatMap { role in segments.filter { $0.role == role } }
    return Draft(
      id: id, segments: ordered, buttons: buttons, cards: cards, headerFormat: headerFormat,
      facts: noted.facts.overridden(by: declared), source: source, extent: extent)
  }

  private static let readingOrder: [SegmentRole] = [
    .subject, .header, .preheader, .body, .footer, .button, .card, .alt,
  ]

  // MARK: - Problems

  mutating func report(_ kind: Problem.Kind, at span: Span) {
    report([Problem(kind, at: span)])
  }

  mutating func report(_ problems: [Problem]) {
    report(problems.map { $0.diagnostic(in: source) })
  }

  mutating func report(_ more: [Diagnostic]) {
    diagnostics += more
  }

  // MARK: - Parts

  /// Adds a text with the placeholders in it; an empty text is no part of the message.
  mutating func add(_ role: SegmentRole, _ text: String, at place: SourcePlace, examples: Examples = Examples()) {
    guard !text.isEmpty else { return }
    segments.append(
      Segment(role: role, text: text, placeholders: placeholders(in: text, examples: examples), place: place))
  }

  mutating func add(_ button: Button) {
    guard buttons.count < DraftBuilder.itemLimit else { return reportTooMany("buttons") }
    buttons.append(button)
  }

  mutating func add(_ card: Card) {
    guard cards.count < DraftBuilder.itemLimit else { return reportTooMany("cards") }
    cards.append(card)
  }

  /// The kinds of the buttons added since there were `count`.
  func buttonKinds(since count: Int) -> [String] {
    buttons.dropFirst(count).map(\.kind)
  }

  mutating func reportTooMany(_ what: String) {
    let problem = Problem(.tooMany(what, DraftBuilder.itemLimit), at: Span(0, 0)).diagnostic(in: source)
    if diagnostics.last != problem { diagnostics.append(problem) }
  }
}

// MARK: - Values of a document

extension DraftBuilder {
  /// The text of a node; nil without a node. Anything but a text is an error.
  mutating func text(of node: NodeCursor?, _ name: String) -> String? {
    guard let node else { return nil }
    if let text = node.node.text { return text }
    report(.wrongShape(name, "a text"), at: node.node.span)
    return nil
  }

  /// The items of a node; empty without a node. Anything but a list is an error.
  mutating func list(_ node: NodeCursor?, _ name: String) -> [NodeCursor] {
    guard let node else { return [] }
    if let items = node.items { return items }
    report(.wrongShape(name, "a list"), at: node.node.span)
    return []
  }

  /// The node, if it is a mapping; anything else is an error.
  mutating func mapping(_ node: NodeCursor?, _ name: String) -> NodeCursor? {
    guard let node else { return nil }
    if node.node.entries != nil { return node }
    report(.wrongShape(name, "a mapping"), at: node.node.span)
    return nil
  }

  /// Adds the text of a node as a segment, and gives it back.
  @discardableResult mutating func add(
    _ role: SegmentRole, _ node: NodeCursor?, _ name: String, examples: Examples = Examples()
  ) -> String? {
    guard let node, let text = text(of: node, name) else { return nil }
    add(role, text, at: node.place, examples: examples)
    return text
  }
}
