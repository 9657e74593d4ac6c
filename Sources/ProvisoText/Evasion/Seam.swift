public import ProvisoSource

/// The end of one text and the beginning of the next, read as one, for phrases that are split over both.
public struct Seam: Sendable {
  /// The words around the seam, as many as the longest phrase may need.
  public let text: FoldedText
  /// The offset in `text` where the second text begins, and in the first where `text` begins.
  private let middle: Int, start: Int

  fileprivate init(_ first: FoldedText, _ second: FoldedText) {
    start = Int(first.words[max(0, first.words.count - Phrase.longest)].start)
    let end = Int(second.words[min(second.words.count, Phrase.longest) - 1].end)
    let bytes = first.bytes[start...] + [0x0A] + second.bytes[..<end]
    middle = first.bytes.count - start + 1
    text = FoldedText(
      folded: Array(bytes), map: SpanMap(copying: bytes.count, from: 0), measuredAs: first)
  }

  /// The parts of a span of `text` in the first and in the second text; nil where it does not reach across.
  public func parts(of span: Span) -> (first: Span, second: Span)? {
    guard span.lower < middle - 1, span.upper > middle else { return nil }
    return (Span(span.lower + start, middle - 1 + start), Span(0, span.upper - middle))
  }
}

extension TextScanner {
  /// The seam of two texts, one shown above the other; nil where no phrase can go across.
  public func seam(of first: FoldedText, _ second: FoldedText) -> Seam? {
    guard let last = first.words.last, let next = second.words.first, isKnown(last, in: first),
      isKnown(next, in: second)
    else { return nil }
    return Seam(first, second)
  }

  private func isKnown(_ word: Word, in text: FoldedText) -> Bool {
    text.bytes[Int(word.start)..<Int(word.end)].withUnsafeBufferPointer(phrases.knows)
  }
}
