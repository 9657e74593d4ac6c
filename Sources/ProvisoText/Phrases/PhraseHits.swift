/// The hits of a scan, with the working memory that makes the next scan free of allocations.
public struct PhraseHits: Sendable {
  /// The hits of the last scan, ordered by their first word; each is listed once.
  public internal(set) var hits: [PhraseHit] = []
  /// For each word of the text its number in the index, or -1; what stands behind belongs to longer texts of before.
  var ids: [Int32] = []
  /// For each word where its wildcards begin in `wildcards`, and one entry more; unused if the index has neither
  /// wildcards nor misspellings.
  var wildcardStarts: [Int32] = []
  /// The numbers of the wildcards that each word satisfies, word after word; what it satisfies only as a misspelling has
  /// all bits of its number flipped, so that it is negative.
  var wildcards: [Int32] = []
  /// For each number the last word that satisfied it, so that a wildcard is listed once for a word. Words are counted
  /// over all scans, so that nothing needs to be cleared between them.
  var lastSeen: [Int] = []
  var wordsSeen = 0

  /// Memory for any number of scans, one at a time.
  public init() {}

  /// Lends the numbers, and the wildcards' starts and numbers.
  func withPointers(
    _ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>) -> Void
  ) {
    ids.withUnsafeBufferPointer { ids in
      wildcardStarts.withUnsafeBufferPointer { starts in
        wildcards.withUnsafeBufferPointer { wildcards in body(ids, starts, wildcards) }
      }
    }
  }
}
