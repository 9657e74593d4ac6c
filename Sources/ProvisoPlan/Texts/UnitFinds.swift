import ProvisoSource
import ProvisoText

/// What a scan found in one unit, in terms of vocabularies. Its memory is used again for the next draft.
struct UnitFinds {
  /// A phrase of a vocabulary.
  struct Match: Hashable, BitwiseCopyable {
    let vocabulary: Int32
    let phrase: Int32
    let language: Int32
    /// Its first and its last word in the unit.
    let first: Int32
    let last: Int32
    /// The word that is misspelt, if one is.
    let misspelling: Misspelling?

    /// Its places among the words of the unit.
    var words: ClosedRange<Int> { Int(first)...Int(last) }
  }

  /// What was found, ordered by the first word.
  private var matches: [Match] = []
  /// What does not count, and takes away what it overlaps.
  private var exceptions: [Match] = []
  private var patternHits: [PatternHit] = []
  private var detectorHits: [DetectorHit] = []

  /// Takes over the hits of a scan; what overlaps an exception of its vocabulary is left out.
  ///
  /// - Parameter isWritten: whether the text stands so; vocabularies with exact spacing are found in no other.
  mutating func load(_ hits: borrowing TextHits, _ table: VocabularyTable, isWritten: Bool = true) {
    matches.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
    hits.forEachPhrase { hit in
      table.forEachUse(of: hit.phrase) { use in
        guard isWritten || !use.isExact, hit.misspelling == nil || use.isLooselySpelled else { return }
        let match = Match(
          vocabulary: use.vocabulary, phrase: hit.phrase, language: use.language, first: hit.firstWord,
          last: hit.lastWord, misspelling: hit.misspelling)
        if use.isException { exceptions.append(match) } else { matches.append(match) }
      }
    }
    if !exceptions.isEmpty {
      matches.removeAll { match in
        exceptions.contains { $0.vocabulary == match.vocabulary && $0.first <= match.last && match.first <= $0.last }
      }
    }
    patternHits.removeAll(keepingCapacity: true)
    patternHits.append(contentsOf: hits.patterns)
    detectorHits.removeAll(keepingCapacity: true)
    detectorHits.append(contentsOf: hits.detectors)
  }

  /// Leaves out what overlaps an exception in another view of the same text.
  ///
  /// - Parameters:
  ///   - place: where words of this view stand in what both views have in common.
  ///   - otherPlace: the same for words of the other view.
  mutating func removeExceptions(
    of other: UnitFinds, at place: (ClosedRange<Int>) -> Span, _ otherPlace: (ClosedRange<Int>) -> Span
  ) {
    for (vocabulary, excepted) in Dictionary(grouping: other.exceptions, by: \.vocabulary) where has(vocabulary) {
      let cover = SpanCover(excepted.map { otherPlace($0.words) })
      matches.removeAll { $0.vocabulary == vocabulary && cover.overlaps(place($0.words)) }
    }
  }

  /// Notes everything that was found, for the dispatch.
  func mark(_ found: inout TriggerSet, _ tables: TextTables) {
    for match in matches { found.insert(Int(match.vocabulary)) }
    for hit in patternHits { found.insert(tables.trigger(pattern: hit.pattern)) }
    for hit in detectorHits { found.insert(tables.trigger(detector: hit.detector)) }
  }

  /// Whether a phrase of the vocabulary was found.
  func has(_ vocabulary: Int32) -> Bool { matches.contains { $0.vocabulary == vocabulary } }

  /// The phrases of a vocabulary.
  func matches(_ vocabulary: Int?) -> [Match] {
    guard let vocabulary else { return [] }
    return matches.filter { $0.vocabulary == vocabulary }
  }

  /// Where a regular expression matches, in the folded text.
  func patterns(_ number: Int32?) -> [Span] {
    patternHits.filter { $0.pattern == number }.map { Span(Int($0.start), Int($0.end)) }
  }

  /// Where a detector found something, in the folded text.
  func detectors(_ number: Int32?) -> [Span] {
    detectorHits.filter { $0.detector == number }.map { Span(Int($0.start), Int($0.end)) }
  }
}

/// What was found anywhere in a draft, by the numbers of `TextTables.trigger`.
struct TriggerSet {
  private var bits: [UInt64]
  /// The numbers in the order they were found.
  private(set) var numbers: [Int32] = []

  init(count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  mutating func insert(_ number: Int) {
    let bit = UInt64(1) << UInt64(number & 63)
    guard bits[number >> 6] & bit == 0 else { return }
    bits[number >> 6] |= bit
    numbers.append(Int32(number))
  }

  @inline(__always)
  func contains(_ number: Int) -> Bool { bits[number >> 6] >> UInt64(number & 63) & 1 == 1 }

  mutating func removeAll() {
    for number in numbers { bits[Int(number) >> 6] = 0 }
    numbers.removeAll(keepingCapacity: true)
  }
}
