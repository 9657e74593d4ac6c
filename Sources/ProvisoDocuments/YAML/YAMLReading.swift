internal import ProvisoSource

/// One reading of one text: asks libyaml for events and feeds the tree.
struct YAMLReading {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  private let offsets: CharacterOffsets
  let wording: YAMLWording
  private var tree: YAMLTree
  private var hasDocument = false

  init(_ source: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ limits: DocumentLimits) {
    self.bytes = bytes
    self.start = start
    offsets = CharacterOffsets(bytes, from: start)
    wording = YAMLWording(source)
    tree = YAMLTree(wording, limits)
  }

  /// The whole document, and the problem of each key that stood in its mapping already.
  mutating func documentKeepingFirstKeys() throws(DocumentFailure) -> (DocumentNode, duplicates: [Diagnostic]) {
    let text = UnsafeBufferPointer(rebasing: bytes[start...])
    var parser: YAMLParser
    do throws(YAMLSyntaxProblem) { parser = try YAMLParser(text) } catch { throw failure(error) }
    var goesOn = true
    while goesOn {
      let event: YAMLEvent
      do throws(YAMLSyntaxProblem) { event = try parser.next() } catch { throw failure(error) }
      goesOn = try take(event)
    }
    if let first = tree.problems.first, !tree.problems.allSatisfy({ $0.id == YAMLWording.duplicateKeyID }) {
      throw DocumentFailure(first, Array(tree.problems.dropFirst()))
    }
    return (tree.root ?? emptyDocument, tree.problems)
  }

  /// - Returns: whether more events follow.
  private mutating func take(_ event: YAMLEvent) throws(DocumentFailure) -> Bool {
    let span = Span(offsets.byte(of: event.characters.lowerBound), offsets.byte(of: event.characters.upperBound))
    if let problem = misreading(of: event, at: span) { throw tree.failure(problem) }
    switch event.kind {
    case .documentStart:
      if hasDocument { throw tree.failure(wording.secondDocument(at: span)) }
      hasDocument = true
    case .alias(let name):
      try tree.addAlias(name, at: span)
    case .scalar(let value, let style):
      try tree.add(scalar(value, style, event, in: span), anchor: event.anchor)
    case .sequenceStart, .mappingStart:
      try open(event, at: span)
    case .collectionEnd:
      // Only a closing bracket takes room; a block ends where its last child does.
      tree.close(at: span.length > 0 ? span.upper : nil)
    case .streamEnd:
      return false
    case .other:
      break
    }
    return true
  }

  private mutating func open(_ event: YAMLEvent, at span: Span) throws(DocumentFailure) {
    let isMapping = if case .mappingStart = event.kind { true } else { false }
    let start = nodeStart(event, in: Span(span.lower, bytes.count))
    if let tag = event.tag, tag != "!", tag != "tag:yaml.org,2002:\(isMapping ? "map" : "seq")" {
      tree.report(wording.tag(tag, at: Span(span.lower, start)))
    }
    try tree.open(isMapping: isMapping, at: start, anchor: event.anchor)
  }

  private mutating func scalar(
    _ value: String, _ style: YAMLStyle, _ event: YAMLEvent, in marks: Span
  ) -> DocumentNode {
    let written = Span(nodeStart(event, in: marks), marks.upper)
    return DocumentNode(
      content: content(of: value, style, event.tag, at: Span(marks.lower, max(written.lower, marks.lower + 1))),
      span: style == .block ? trimmed(written) : written,
      textMap: YAMLScalarMap.map(of: value, style, in: bytes, at: written), scalarText: value)
  }

  private mutating func content(
    of value: String, _ style: YAMLStyle, _ tag: String?, at span: Span
  ) -> DocumentNode.Content {
    guard let tag else { return style == .plain ? CoreSchema.content(ofPlain: value) : .text(value) }
    if let content = CoreSchema.content(of: value, tag: tag) { return content }
    tree.report(wording.tag(tag, at: span))
    return .text(value)
  }

  /// Where the node itself begins, behind its anchor and its tag.
  private func nodeStart(_ event: YAMLEvent, in span: Span) -> Int {
    var offset = span.lower
    var properties = (event.anchor == nil ? 0 : 1) + (event.tag == nil ? 0 : 1)
    while offset < span.upper {
      switch bytes[offset] {
      case UInt8(ascii: "&") where properties > 0, UInt8(ascii: "!") where properties > 0:
        properties -= 1
        offset = skip(from: offset, to: span.upper) { !$0.isSeparator }
      case UInt8(ascii: "#") where offset > span.lower:
        offset = skip(from: offset, to: span.upper) { $0 != 0x0A && $0 != 0x0D }
      case let byte where byte.isSeparator:
        offset += 1
      default:
        return offset
      }
    }
    return offset
  }

  private func skip(from start: Int, to end: Int, while isSkipped: (UInt8) -> Bool) -> Int {
    bytes[start..<end].firstIndex { !isSkipped($0) } ?? end
  }

  /// A block scalar without the empty lines behind it.
  private func trimmed(_ span: Span) -> Span {
    Span(span.lower, (bytes[span.lower..<span.upper].lastIndex { !$0.isSeparator } ?? span.lower) + 1)
  }

  private var emptyDocument: DocumentNode {
    DocumentNode(content: .null, span: Span(start, start), textMap: SpanMap(startingAt: start), scalarText: "")
  }

  private func failure(_ problem: YAMLSyntaxProblem) -> DocumentFailure {
    tree.failure(wording.syntax(problem, offsets))
  }
}

extension UInt8 {
  fileprivate var isSeparator: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
