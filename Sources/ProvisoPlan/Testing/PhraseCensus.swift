public import ProvisoModel
public import ProvisoPacks
import ProvisoSource
import ProvisoText

/// Tells which phrases of vocabularies stand in texts, to see which of them tests ever use.
public struct PhraseCensus: Sendable {
  /// A phrase, by its place in the vocabularies that the census was made of.
  public struct Entry: Hashable, Sendable {
    /// The number of the vocabulary.
    public let vocabulary: Int
    /// The number of the phrase in it: of `phrases`, and behind them of `exceptions`.
    public let phrase: Int
  }

  private let scanner: TextScanner
  /// For each phrase of the scanner where it stands; the same phrase can stand in several vocabularies.
  private let entries: [[Entry]]

  /// A census of vocabularies.
  ///
  /// - Throws: when there is no memory for it.
  public init(_ vocabularies: [Vocabulary]) throws(ScanFailure) {
    var builder = TextScannerBuilder()
    var entries: [[Entry]] = []
    for (number, vocabulary) in vocabularies.enumerated() {
      for (index, phrase) in (vocabulary.phrases + vocabulary.exceptions).enumerated() {
        // A phrase that cannot be used was reported when the packs were compiled.
        guard let parsed = try? Phrase(parsing: phrase.text) else { continue }
        let id = Int(builder.add(parsed, spacing: vocabulary.spacing == .exact ? .exact : .loose))
        while entries.count <= id { entries.append([]) }
        entries[id].append(Entry(vocabulary: number, phrase: index))
      }
    }
    self.entries = entries
    do throws(PatternError) {
      scanner = try builder.build()
    } catch {
      throw ScanFailure(error)
    }
  }

  /// The phrases that stand in a draft: in its texts as written and as filled, in its links, and in the facts declared
  /// about it. Disguises are not looked through.
  public func phrases(in draft: Draft, facts: Facts) throws(ScanFailure) -> Set<Entry> {
    do throws(PatternError) {
      var hits = try scanner.makeHits()
      var found: Set<Entry> = []
      for text in Self.texts(of: draft, facts) {
        try scanner.scan(FoldedText(text), into: &hits)
        for hit in hits.phrases { found.formUnion(entries[Int(hit.phrase)]) }
      }
      return found
    } catch {
      throw ScanFailure(error)
    }
  }

  private static func texts(of draft: Draft, _ facts: Facts) -> [String] {
    var texts: [String] = []
    for segment in draft.segments {
      texts.append(segment.text)
      texts += segment.placeholders.compactMap(\.example?.text)
      if let filled = segment.filled { texts.append(filled) }
    }
    texts += draft.buttons.compactMap(\.url)
    for state in facts.states.values {
      switch state {
      case .known(.text(let text)): texts.append(text)
      case .known(.texts(let several)): texts += several
      default: break
      }
    }
    return texts
  }
}

extension Segment {
  /// The text with the examples put in; nil without an example.
  fileprivate var filled: String? {
    guard placeholders.contains(where: { $0.example != nil }) else { return nil }
    var bytes = Array(text.utf8)
    for placeholder in placeholders.reversed() {
      guard let example = placeholder.example, placeholder.span.upper <= bytes.count else { continue }
      bytes.replaceSubrange(placeholder.span.lower..<placeholder.span.upper, with: Array(example.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
