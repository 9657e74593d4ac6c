import ProvisoSource
import ProvisoText

/// What a scan found in one unit, sorted by what rules ask for.
struct UnitFinds {
  /// A phrase of a vocabulary.
  struct Match: Hashable {
    let phrase: Int32
    let language: Int
    /// Its places among the words of the unit.
    let words: ClosedRange<Int>
  }

  private var byVocabulary: [Int: [Match]] = [:]
  private let patternHits: [PatternHit]
  private let detectorHits: [DetectorHit]

  /// Sorts the hits of the scan of `text`; what overlaps an exception of its vocabulary is left out.
  init(_ hits: borrowing TextHits, _ text: FoldedText, _ table: VocabularyTable) {
    patternHits = hits.patterns
    detectorHits = hits.detectors
    var exceptions: [Int: [ClosedRange<Int>]] = [:]
    for hit in hits.phrases {
      let words = Int(hit.firstWord)...Int(hit.lastWord)
      for use in table.uses[Int(hit.phrase)] {
        if use.isException {
          exceptions[use.vocabulary, default: []].append(words)
        } else {
          byVocabulary[use.vocabulary, default: []]
            .append(Match(phrase: hit.phrase, language: use.language, words: words))
        }
      }
    }
    for (vocabulary, excepted) in exceptions {
      byVocabulary[vocabulary]?.removeAll { match in excepted.contains { $0.overlaps(match.words) } }
    }
  }

  /// What was found, for the dispatch.
  func triggers(_ tables: TextTables) -> [Int] {
    byVocabulary.filter { !$0.value.isEmpty }.map { tables.trigger(vocabulary: $0.key) }
      + patternHits.map { tables.trigger(pattern: $0.pattern) }
      + detectorHits.map { tables.trigger(detector: $0.detector) }
  }

  /// The phrases of a vocabulary.
  func matches(_ vocabulary: Int?) -> [Match] { vocabulary.flatMap { byVocabulary[$0] } ?? [] }

  /// Where a regular expression matches, in the folded text.
  func patterns(_ number: Int32?) -> [Span] {
    patternHits.filter { $0.pattern == number }.map { Span(Int($0.start), Int($0.end)) }
  }

  /// Where a detector found something, in the folded text.
  func detectors(_ number: Int32?) -> [Span] {
    detectorHits.filter { $0.detector == number }.map { Span(Int($0.start), Int($0.end)) }
  }
}
