public import ProvisoSource

/// A text as rules see it: one spelling for what reads the same, divided into words, with the way back.
///
/// Case, compatibility forms, Latin diacritics, invisible characters, curly quotes, dashes, odd spaces and WhatsApp's
/// formatting marks are folded away; other scripts keep their letters. A placeholder becomes one U+FFFC, which is no
/// part of any word. The folded bytes are always well-formed UTF-8, whatever the original was.
///
/// One value can be used for many texts: `fold` keeps the memory of the text before.
public struct FoldedText: Sendable {
  /// The folded text in UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// The words and symbols of the folded text, in order.
  public private(set) var words: [Word] = []
  /// How many of them are words and numbers.
  public private(set) var wordCount = 0
  private var map = SpanMap()
  private var text = ""
  /// The text where it was not known to be well-formed.
  private var raw: [UInt8]?
  private var placeholders: [Span] = []
  /// Working memory: the letters and digits of ASCII among the bytes, and the same of the text before it was folded
  /// whole, with what kept it from being folded byte by byte.
  private var letters = ByteBits()
  private var plainLetters = ByteBits()
  private var obstacles = ByteBits()
  private var plain: [UInt8] = []
  private var marks: [Int] = []

  /// An empty text.
  public init() {}

  /// Folds a text; see `fold`.
  public init(_ text: String, placeholders: [Span] = []) {
    fold(text, placeholders: placeholders)
  }

  /// Folds UTF-8 text; bytes that are not UTF-8 are read as U+FFFD.
  public init(_ source: [UInt8], placeholders: [Span] = []) {
    raw = source
    self.placeholders = FoldedText.inOrder(placeholders, within: source.count)
    source.withUnsafeBufferPointer { fold($0, keepsMarks: false) }
  }

  /// Folds a phrase, whose stars are wildcards and no formatting.
  init(phrase: String) {
    var source = phrase
    source.withUTF8 { fold($0, keepsMarks: true) }
    text = source
  }

  /// Folds another text.
  ///
  /// - Parameters:
  ///   - text: the text as written, shorter than 2^27 bytes.
  ///   - placeholders: the spans of it that stand for values put in later. Overlapping ones are taken once.
  public mutating func fold(_ text: String, placeholders: [Span] = []) {
    self.placeholders = FoldedText.inOrder(placeholders, within: text.utf8.count)
    // Moved out and back, so that the text is not copied.
    var source = text
    source.withUTF8 { fold($0, keepsMarks: false) }
    self.text = source
    raw = nil
  }

  private mutating func fold(_ source: UnsafeBufferPointer<UInt8>, keepsMarks: Bool) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: source)
    let found = bytes.withUnsafeMutableBufferPointer {
      ASCIIFolding.fold($0, letters: &letters, obstacles: &obstacles)
    }
    if placeholders.isEmpty, found.isEmpty {
      map.reset(copying: source.count)
    } else {
      marks.removeAll(keepingCapacity: true)
      if !keepsMarks, found.contains(.marks) {
        FormattingMarks.findRemovable(in: source, placeholders: placeholders, &marks)
      }
      swap(&plain, &bytes)
      swap(&plainLetters, &letters)
      bytes.removeAll(keepingCapacity: true)
      map.reset()
      plain.withUnsafeBufferPointer { plain in
        Folder.fold(
          source, Folder.Plain(bytes: plain, letters: plainLetters, obstacles: obstacles),
          placeholders: placeholders, marks: marks, into: &bytes, &map, &letters)
      }
    }
    readWords()
  }

  private mutating func readWords() {
    wordCount = bytes.withUnsafeBufferPointer { WordReader.read($0, letters: letters, into: &words) }
  }

  /// The measures of the text as written.
  public var measures: TextMeasures {
    var text = text
    var measures =
      raw?.withUnsafeBufferPointer { TextMeasures(of: $0, placeholders: placeholders) }
      ?? text.withUTF8 { TextMeasures(of: $0, placeholders: placeholders) }
    measures.words = wordCount
    return measures
  }

  /// A text that is folded already, with the way back to what it was made from.
  ///
  /// - Parameter original: the text whose measures it has.
  init(folded: [UInt8], map: SpanMap, measuredAs original: FoldedText) {
    (text, raw, placeholders) = (original.text, original.raw, original.placeholders)
    bytes = folded
    self.map = map
    _ = bytes.withUnsafeMutableBufferPointer { ASCIIFolding.fold($0, letters: &letters, obstacles: &obstacles) }
    readWords()
  }

  /// The text as written.
  var source: [UInt8] { raw ?? Array(text.utf8) }

  /// The part of the original that a span of the folded text came from: always whole characters.
  public func sourceSpan(of span: Span) -> Span { map.source(of: span) }

  /// The part of the original that a run of words came from, given by their places in `words`.
  public func sourceSpan(ofWords range: ClosedRange<Int>) -> Span {
    sourceSpan(of: Span(Int(words[range.lowerBound].start), Int(words[range.upperBound].end)))
  }

  /// The placeholders by place, without overlaps and empty ones.
  private static func inOrder(_ placeholders: [Span], within length: Int) -> [Span] {
    var end = 0
    let isInOrder = placeholders.allSatisfy { span in
      defer { end = span.upper }
      return end <= span.lower && span.length > 0 && span.upper <= length
    }
    if isInOrder { return placeholders }
    end = 0
    return placeholders.sorted().compactMap { span in
      let clipped = Span(max(end, span.lower), min(length, span.upper))
      guard clipped.length > 0 else { return nil }
      end = clipped.upper
      return clipped
    }
  }
}
