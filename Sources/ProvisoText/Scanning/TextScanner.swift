public import ProvisoSource

/// Finds phrases, patterns and detectors in folded texts: two passes, whatever their number.
public struct TextScanner: Sendable {
  let phrases: PhraseIndex
  /// The patterns, and behind them the candidates of the detectors.
  private let patterns: PatternSet
  private let detectors: [Detector]
  private let ownPatterns: Int
  /// For each candidate pattern its detector.
  private let owners: [Int32]

  init(phrases: PhraseIndex, patterns: PatternSet, detectors: [Detector], ownPatterns: Int, owners: [Int32]) {
    self.phrases = phrases
    self.patterns = patterns
    self.detectors = detectors
    self.ownPatterns = ownPatterns
    self.owners = owners
  }

  /// Memory for the hits of scans with this scanner.
  public func makeHits() throws(PatternError) -> TextHits {
    TextHits(scratch: try patterns.makeScratch())
  }

  /// The compiled patterns as bytes, for a cache on this machine.
  public func savePatterns() throws(PatternError) -> [UInt8] { try patterns.serialize() }

  /// The word that a misspelt one means, folded, as the phrase has it: of `immigrant*` without an end.
  public func meaning(of misspelling: Misspelling) -> [UInt8] { phrases.meaning(of: misspelling) }

  /// Finds everything in a text; the hits of the scan before are forgotten.
  public func scan(_ text: FoldedText, into hits: inout TextHits) throws(PatternError) {
    phrases.scan(text, into: &hits.phraseHits)
    hits.patterns.removeAll(keepingCapacity: true)
    hits.detectors.removeAll(keepingCapacity: true)
    try patterns.scan(text, using: &hits.scratch)
    for hit in hits.scratch.hits {
      if hit.pattern < ownPatterns {
        hits.patterns.append(hit)
      } else {
        inspect(hit, in: text, &hits.detectors)
      }
    }
    if hits.detectors.count > 1 { TextScanner.dropOverlaps(&hits.detectors) }
  }

  /// Whether a pattern occurs in a text as it is written; the hits of the scan before stay.
  public func occurs(_ pattern: Int32, in text: String, using hits: inout TextHits) throws(PatternError) -> Bool {
    try patterns.find(pattern, in: text, using: &hits.scratch)
    return !hits.scratch.hits.isEmpty
  }

  /// Lets a detector look at a candidate, and again at what is left of it behind a find.
  private func inspect(_ hit: PatternHit, in text: FoldedText, _ found: inout [DetectorHit]) {
    let owner = owners[Int(hit.pattern) - ownPatterns]
    let detected = DetectorText(bytes: text.bytes)
    var rest = Int(hit.start)..<Int(hit.end)
    while let span = detectors[Int(owner)].find(detected, rest) {
      found.append(DetectorHit(detector: owner, start: Int32(span.lowerBound), end: Int32(span.upperBound)))
      guard span.upperBound > rest.lowerBound, span.upperBound < rest.upperBound else { return }
      rest = span.upperBound..<rest.upperBound
    }
  }

  /// Keeps, of finds of one detector that overlap, the first and longest.
  private static func dropOverlaps(_ hits: inout [DetectorHit]) {
    hits.sort { ($0.detector, $0.start, -$0.end) < ($1.detector, $1.start, -$1.end) }
    var kept = 0
    for hit in hits where kept == 0 || hits[kept - 1].detector != hit.detector || hit.start >= hits[kept - 1].end {
      hits[kept] = hit
      kept += 1
    }
    hits.removeSubrange(kept...)
  }
}

extension TextScanner {
  /// Everything but the compiled patterns; of the detectors their names.
  public func store(in writer: inout ByteWriter) {
    writer.write(phrases, detectors.map(\.name), ownPatterns)
    writer.write(bits: owners)
  }

  /// What `store` wrote, with the patterns that `savePatterns` gave.
  ///
  /// - Throws: also when the patterns fit another program or processor.
  public init(from reader: inout ByteReader, patterns saved: StoredBytes) throws(DamagedBytes) {
    phrases = try reader.read()
    let names = try reader.read([String].self)
    detectors = names.compactMap(DetectorTable.detector)
    ownPatterns = try reader.read()
    owners = try reader.read(arrayOfBits: Int32.self)
    guard let set = try? PatternSet(deserializing: saved), set.count == ownPatterns + owners.count,
      detectors.count == names.count
    else { throw DamagedBytes() }
    patterns = set
  }
}
