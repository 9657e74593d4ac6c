import ProvisoSource

/// One part of an e-mail that has no parts of its own (RFC 2046).
struct MailPart {
  let type: ContentType
  let encoding: TracedBytes?
  /// Where its text stands in the file, still encoded.
  let content: Span

  var isHTML: Bool { type.name == "text/html" }
  var isText: Bool { isHTML || type.name == "text/plain" }
}

/// Finds the parts of an e-mail that recipients read.
///
/// Of several versions of the same text (`multipart/alternative`) HTML is taken where there is one, since that is what
/// mail programs show; else plain text. Attachments are left out.
struct MailParts {
  /// The deepest nesting of parts.
  static let depthLimit = 16
  /// The most parts.
  static let countLimit = 1000

  private let bytes: [UInt8]
  private var count = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The readable parts of the part with these fields and this content, in order.
  mutating func readable(_ fields: HeaderBlock, _ content: Span, depth: Int = 0) throws(MailFailure) -> [MailPart] {
    let type = ContentType(fields["content-type"]?.text)
    count += 1
    guard depth <= MailParts.depthLimit, count <= MailParts.countLimit else {
      let kind: Problem.Kind =
        depth > MailParts.depthLimit ? .tooDeep(MailParts.depthLimit) : .tooMany("parts", MailParts.countLimit)
      throw MailFailure(kind, at: Span(content.lower, content.lower))
    }
    if fields.isTooLong {
      throw MailFailure(.tooMany("bytes of header fields", HeaderBlock.limit), at: Span(content.lower, content.lower))
    }
    if isAttachment(fields) { return [] }
    guard type.name.hasPrefix("multipart/") else {
      let part = MailPart(type: type, encoding: fields["content-transfer-encoding"], content: content)
      return part.isText ? [part] : []
    }
    var found: [[MailPart]] = []
    for span in try spans(of: type, content) {
      let inner = HeaderBlock(bytes, in: span)
      found.append(try readable(inner, Span(inner.end, span.upper), depth: depth + 1))
    }
    guard type.name == "multipart/alternative" else { return found.flatMap { $0 } }
    return found.last { $0.contains(where: \.isHTML) } ?? found.last { !$0.isEmpty } ?? []
  }

  private func isAttachment(_ fields: HeaderBlock) -> Bool {
    fields["content-disposition"]?.text.lowercased().hasPrefix("attachment") == true
  }

  /// The places of the parts between the lines of the boundary.
  private func spans(of type: ContentType, _ content: Span) throws(MailFailure) -> [Span] {
    let start = Span(content.lower, content.lower)
    guard let boundary = type.parameters["boundary"], !boundary.isEmpty else {
      throw MailFailure(.noBoundary, at: start)
    }
    let mark = Array("--\(boundary)".utf8)
    var spans: [Span] = []
    var partStart: Int?
    var offset = content.lower
    while offset < content.upper {
      let line = TextLine(bytes, at: offset, before: content.upper)
      let text = bytes[line.text.lower..<line.text.upper]
      if text.starts(with: mark), isEnd(of: text.dropFirst(mark.count)) {
        if let partStart { spans.append(Span(partStart, withoutLineEnd(offset, from: partStart))) }
        partStart = line.next
        if text.dropFirst(mark.count).starts(with: "--".utf8) { return spans }
      }
      offset = line.next
    }
    // A message that was cut off has no last boundary.
    guard let partStart else { throw MailFailure(.noBoundary, at: start) }
    return spans + [Span(partStart, content.upper)]
  }

  /// Whether nothing stands behind a boundary but the two hyphens of the last one.
  private func isEnd(of rest: ArraySlice<UInt8>) -> Bool {
    (rest.starts(with: "--".utf8) ? rest.dropFirst(2) : rest).allSatisfy(\.isWhiteSpace)
  }

  /// The line end before a boundary belongs to the boundary.
  private func withoutLineEnd(_ end: Int, from start: Int) -> Int {
    var end = end
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
