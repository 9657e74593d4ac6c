import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import ProvisoText

/// A text as it reads behind its disguises.
struct SecondReading {
  /// What it reads as; its places lead to the folded text.
  let text: FoldedText
  private(set) var finds: UnitFinds

  /// What a scan of a folded text's second view finds.
  ///
  /// - Parameters:
  ///   - text: the second view.
  ///   - plain: what was found in the text as it is written; what the second view shows to be an exception is taken out
  ///     of it.
  init(
    _ text: FoldedText, of folded: FoldedText, besides plain: inout UnitFinds, _ tables: TextTables,
    _ hits: inout TextHits
  ) throws(PatternError) {
    try tables.scanner.scan(text, into: &hits)
    self.text = text
    finds = UnitFinds()
    finds.load(hits, tables.vocabularies, isWritten: false)
    let (shown, written) = (finds, plain)
    finds.removeExceptions(of: written, at: text.sourceSpan(ofWords:), folded.span(ofWords:))
    plain.removeExceptions(of: shown, at: folded.span(ofWords:), text.sourceSpan(ofWords:))
  }

  /// Where `spans` of this reading of a unit stand, without those that the unit shows as it is written.
  func hidden(_ spans: [Span], besides plain: [Span], in unit: TextUnit, of segments: [Segment]) -> [FoundText] {
    let cover = SpanCover(plain)
    return spans.compactMap { span in
      let written = text.sourceSpan(of: span)
      guard !cover.overlaps(written) else { return nil }
      return unit.place(of: written, in: segments, readAs: text.reading(of: span))
    }
  }
}

extension FoldedText {
  /// A span's text with single spaces.
  func reading(of span: Span) -> String {
    let parts = bytes[span.lower..<span.upper].split { $0 <= 0x20 }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
