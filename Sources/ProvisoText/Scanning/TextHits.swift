/// A detector's find.
public struct DetectorHit: Hashable, Sendable {
  /// The detector's number in its scanner.
  public let detector: Int32
  /// The offset of the first byte in the folded text.
  public let start: Int32
  /// The offset behind the last byte.
  public let end: Int32
}

/// What one scan found, with the working memory for the next. Each thread needs its own.
public struct TextHits: ~Copyable {
  /// The phrases found, ordered by their first word.
  public var phrases: [PhraseHit] { phraseHits.hits }
  /// Calls `body` with each phrase found, ordered by their first word.
  public func forEachPhrase(_ body: (PhraseHit) -> Void) { for hit in phraseHits.hits { body(hit) } }
  /// The patterns found, ordered by where they end.
  public internal(set) var patterns: [PatternHit] = []
  /// What the detectors found, ordered by detector and place.
  public internal(set) var detectors: [DetectorHit] = []
  var phraseHits = PhraseHits()
  var scratch: PatternScratch

  init(scratch: consuming PatternScratch) {
    self.scratch = scratch
  }
}
