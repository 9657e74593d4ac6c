internal import ProvisoSource

/// A recursive descent over the bytes of a JSON text that is known to be valid UTF-8.
///
/// Offsets are those of the whole file. The depth limit bounds the recursion, here and in whoever walks the tree.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  let limits: DocumentLimits
  var offset: Int
  private var depth = 0
  private var nodes = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ limits: DocumentLimits) {
    self.bytes = bytes
    self.end = end
    self.limits = limits
    offset = start
  }

  /// The byte at hand; zero at the end, which no construct of JSON begins with.
  var byte: UInt8 { offset < end ? bytes[offset] : 0 }

  mutating func parseDocument() throws(JSONProblem) -> DocumentNode {
    skipBlanks()
    guard offset < end else { throw JSONProblem(.empty, at: Span(offset, offset)) }
    let node = try parseValue()
    skipBlanks()
    guard offset == end else { throw surprise(.end) }
    return node
  }

  private mutating func parseValue() throws(JSONProblem) -> DocumentNode {
    nodes += 1
    guard nodes <= limits.nodes else { throw JSONProblem(.tooMany(limits.nodes), at: Span(offset, offset + 1)) }
    switch byte {
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "\""): return try parseText()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    case UInt8(ascii: "t"): return try parseWord("true", .truth(true))
    case UInt8(ascii: "f"): return try parseWord("false", .truth(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: throw surprise(.value)
    }
  }

  private mutating func parseArray() throws(JSONProblem) -> DocumentNode {
    let start = try enter()
    var items: [DocumentNode] = []
    skipBlanks()
    while byte != UInt8(ascii: "]") {
      if offset == end { throw unclosed(.array, from: start) }
      items.append(try parseValue())
      try parseComma(before: UInt8(ascii: "]"), .array, from: start)
    }
    return leave(.sequence(items), from: start)
  }

  private mutating func parseObject() throws(JSONProblem) -> DocumentNode {
    let start = try enter()
    var entries: [DocumentNode.Entry] = []
    var keys = UniqueKeys()
    skipBlanks()
    while byte != UInt8(ascii: "}") {
      if offset == end { throw unclosed(.object, from: start) }
      guard byte == UInt8(ascii: "\"") else { throw surprise(.key) }
      let (key, span) = try parseKey()
      if let first = keys.first(of: key, at: span, among: entries) {
        throw JSONProblem(.duplicateKey(key, first: first), at: span)
      }
      skipBlanks()
      guard byte == UInt8(ascii: ":") else { throw offset < end ? surprise(.colon) : unclosed(.object, from: start) }
      offset += 1
      skipBlanks()
      if offset == end { throw unclosed(.object, from: start) }
      entries.append(.init(key: key, keySpan: span, value: try parseValue()))
      try parseComma(before: UInt8(ascii: "}"), .object, from: start)
    }
    return leave(.mapping(entries), from: start)
  }

  /// Stands behind an element: goes on to the next one, or stops before the closing bracket.
  private mutating func parseComma(
    before close: UInt8, _ container: JSONProblem.Container, from start: Int
  ) throws(JSONProblem) {
    skipBlanks()
    if byte == close { return }
    if offset == end { throw unclosed(container, from: start) }
    guard byte == UInt8(ascii: ",") else { throw surprise(.commaOrEnd(of: container)) }
    let comma = Span(offset, offset + 1)
    offset += 1
    skipBlanks()
    if byte == close { throw JSONProblem(.trailingComma, at: comma) }
  }

  private mutating func parseWord(
    _ word: StaticString, _ content: DocumentNode.Content
  ) throws(JSONProblem) -> DocumentNode {
    let start = offset
    let letters = wordSpan
    guard letters.length == word.utf8CodeUnitCount,
      zip(bytes[letters.lower..<letters.upper], UnsafeBufferPointer(start: word.utf8Start, count: letters.length))
        .allSatisfy({ $0 == $1 })
    else { throw surprise(.value) }
    offset = letters.upper
    return scalar(content, word.description, from: start)
  }

  private mutating func enter() throws(JSONProblem) -> Int {
    depth += 1
    guard depth <= limits.depth else { throw JSONProblem(.tooDeep(limits.depth), at: Span(offset, offset + 1)) }
    offset += 1
    return offset - 1
  }

  private mutating func leave(_ content: DocumentNode.Content, from start: Int) -> DocumentNode {
    depth -= 1
    offset += 1
    return DocumentNode(content: content, span: Span(start, offset))
  }

  /// A scalar that stands unchanged in the file, from `start` to the byte at hand.
  func scalar(_ content: DocumentNode.Content, _ text: String, from start: Int) -> DocumentNode {
    DocumentNode(
      content: content, span: Span(start, offset), textMap: SpanMap(copying: offset - start, from: start),
      scalarText: text)
  }

  private mutating func skipBlanks() {
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }
}
