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
  func hidden(
    _ spans: [FoundSpan], besides plain: [FoundSpan], in unit: TextUnit, of segments: [Segment]
  ) -> [FoundText] {
    let cover = SpanCover(plain.map(\.span))
    return spans.compactMap { found in
      let written = text.sourceSpan(of: found.span)
      guard !cover.overlaps(written) else { return nil }
      return unit.place(of: written, in: segments, readAs: found.readAs ?? text.reading(of: found.span))
    }
  }
}
