import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import ProvisoText

/// A header and the body below it, read as one text.
struct SeamReading {
  private let seam: Seam
  private let header: TextUnit
  private let body: TextUnit
  let finds: UnitFinds

  var text: FoldedText { seam.text }

  /// What a scan finds around the seam of the first header and body; nil where no phrase can go across.
  init?(_ units: ArraySlice<TextUnit>, _ tables: TextTables, _ hits: inout TextHits) throws(PatternError) {
    guard let header = units.first(where: { $0.role == .header && $0.view == .written }),
      let body = units.first(where: { $0.role == .body && $0.view == .written }),
      let seam = tables.scanner.seam(of: header.folded, body.folded)
    else { return nil }
    try tables.scanner.scan(seam.text, into: &hits)
    self.seam = seam
    self.header = header
    self.body = body
    var finds = UnitFinds()
    finds.load(hits, tables.vocabularies)
    self.finds = finds
  }

  /// Where those of `spans` that reach across the seam stand, in the header and in the body.
  func crossing(_ spans: [FoundSpan], in segments: [Segment]) -> [FoundText] {
    spans.flatMap { found -> [FoundText] in
      guard let parts = seam.parts(of: found.span) else { return [] }
      let words = found.readAs ?? text.reading(of: found.span)
      return [
        header.place(of: parts.first, in: segments, readAs: words),
        body.place(of: parts.second, in: segments, readAs: words),
      ]
    }
  }
}
