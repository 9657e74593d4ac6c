import ProvisoSource

extension TextScanner {
  /// A text as a person reads it who sees through disguises; nil where that is the text itself, as it nearly always is.
  ///
  /// Its places lead to `text`, not to the source: `sourceSpan` gives a span of the bytes of `text`.
  ///
  public func secondView(of text: FoldedText) -> FoldedText? {
    guard Suspicion.isRaised(by: text) else { return nil }
    let source = text.source
    return text.bytes.withUnsafeBufferPointer { bytes in
      let edits = source.withUnsafeBufferPointer { source in
        Disguises.edits(of: text, bytes, source: source, knowing: phrases)
      }
      return edits.isEmpty ? nil : FoldedText(text, edits)
    }
  }
}

extension FoldedText {
  /// A folded text with some stretches read otherwise; its places lead to that text.
  fileprivate init(_ text: FoldedText, _ edits: [Edit]) {
    var bytes: [UInt8] = []
    var map = SpanMap()
    bytes.reserveCapacity(text.bytes.count)
    var offset = 0
    for edit in edits {
      bytes += text.bytes[offset..<edit.lower]
      map.appendCopied(edit.lower - offset, from: offset)
      bytes += edit.reading
      map.appendReplaced(edit.reading.count, for: Span(edit.lower, edit.upper))
      offset = edit.upper
    }
    bytes += text.bytes[offset...]
    map.appendCopied(text.bytes.count - offset, from: offset)
    self.init(folded: bytes, map: map, measuredAs: text)
  }
}
