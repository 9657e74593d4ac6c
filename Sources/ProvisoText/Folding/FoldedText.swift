public import ProvisoSource

/// A text as rules see it: one spelling for what reads the same, divided into words, with the way back.
///
/// Case, compatibility forms, Latin diacritics, invisible characters, curly quotes, dashes, odd spaces and WhatsApp's
/// formatting marks are folded away; other scripts keep their letters. A placeholder becomes one U+FFFC, which is no
/// part of any word. The folded bytes are always well-formed UTF-8, whatever the original was.
public struct FoldedText: Sendable {
  /// The folded text in UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// The words and symbols of the folded text, in order.
  public private(set) var words: [Word] = []
  /// The measures of the text as written.
  public private(set) var measures: TextMeasures
  private let map: SpanMap

  /// Folds UTF-8 text.
  ///
  /// - Parameters:
  ///   - source: the text as written, shorter than 2^27 bytes; bytes that are not UTF-8 are read as U+FFFD.
  ///   - placeholders: the spans of `source` that stand for values put in later. Overlapping ones are taken once.
  public init(_ source: [UInt8], placeholders: [Span] = []) {
    self = source.withUnsafeBufferPointer { FoldedText($0, placeholders: placeholders, keepsMarks: false) }
  }

  /// Folds a text.
  public init(_ text: String, placeholders: [Span] = []) {
    self.init(Array(text.utf8), placeholders: placeholders)
  }

  /// Folds a phrase, whose stars are wildcards and no formatting.
  init(phrase: String) {
    var phrase = phrase
    self = phrase.withUTF8 { FoldedText($0, placeholders: [], keepsMarks: true) }
  }

  private init(_ source: UnsafeBufferPointer<UInt8>, placeholders: [Span], keepsMarks: Bool) {
    let (folded, obstacles) = ASCIIFolding.fold(source)
    if placeholders.isEmpty, obstacles.isSubset(of: keepsMarks ? .marks : []) {
      bytes = folded
      map = SpanMap(copying: folded.count, from: 0)
      measures = TextMeasures(ofASCII: source)
    } else {
      let placeholders = FoldedText.inOrder(placeholders, within: source.count)
      let hasMarks = !keepsMarks && obstacles.contains(.marks)
      let marks = !hasMarks ? [] : FormattingMarks.removable(in: source, placeholders: placeholders)
      var folder = Folder(source, placeholders: placeholders, marks: marks)
      folder.run()
      bytes = folder.bytes
      map = folder.map
      measures = TextMeasures(of: source, placeholders: placeholders)
    }
    (words, measures.words) = bytes.withUnsafeBufferPointer { WordReader.words(of: $0) }
  }

  /// A text that is folded already, with the way back to what it was made from.
  init(folded: [UInt8], map: SpanMap, measures: TextMeasures) {
    bytes = folded
    self.map = map
    self.measures = measures
    (words, self.measures.words) = bytes.withUnsafeBufferPointer { WordReader.words(of: $0) }
  }

  /// The part of the original that a span of the folded text came from: always whole characters.
  public func sourceSpan(of span: Span) -> Span { map.source(of: span) }

  /// The part of the original that a run of words came from, given by their places in `words`.
  public func sourceSpan(ofWords range: ClosedRange<Int>) -> Span {
    sourceSpan(of: Span(Int(words[range.lowerBound].start), Int(words[range.upperBound].end)))
  }

  /// The placeholders by place, without overlaps and empty ones.
  private static func inOrder(_ placeholders: [Span], within length: Int) -> [Span] {
    var end = 0
    return placeholders.sorted().compactMap { span in
      let clipped = Span(max(end, span.lower), min(length, span.upper))
      guard clipped.length > 0 else { return nil }
      end = clipped.upper
      return clipped
    }
  }
}
