/// A sequence of words to look for, as vocabularies write it: `limited offer`, `psychiatr*`, `only # left`,
/// `has dejado … en tu carrito`.
///
/// It is folded like a text. Case, diacritics and punctuation inside it do not matter, except for symbols: `% off`
/// needs the `%`, `bit.ly` the full stop; `nr. #` goes across the full stop that is written in it. A `#` in front of a letter is the hash sign, elsewhere any number.
public struct Phrase: Hashable, Sendable {
  /// The most words, symbols and gaps in one phrase.
  public static let longest = 16
  /// The most gaps in one phrase.
  public static let mostGaps = 3
  /// The most words that a gap (`…`) stands for.
  public static let widestGap = 4

  /// How a phrase's words may be joined in the text.
  public enum Spacing: Hashable, Sendable {
    /// By anything that does not end a sentence.
    case loose
    /// By exactly one space; every symbol between them counts.
    case exact
  }

  /// How the words of a phrase may be spelled in the text.
  public enum Spelling: Hashable, Sendable {
    /// As they are spelled in the phrase.
    case exact
    /// One of them also misspelt: with one letter left out, but not the first, or with two neighbours swapped. So are
    /// words of 4 to 40 letters and nothing else, of which the shortest lose none. No word of a text is taken for a
    /// misspelling that is a word of any phrase. What has a `*` in front is misspelt only at the beginning of a word.
    case loose
  }

  /// One part of a phrase.
  struct Element: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
      case word, prefix, suffix, infix, number, gap
      /// A full stop with a space behind it, as in an abbreviation (`nr. #`): it ends no sentence.
      case stop
    }

    var kind: Kind
    /// Where its bytes stand in `bytes`; empty for numbers, gaps and stops.
    let start: Int32
    let end: Int32
    /// The hash of those bytes.
    let hash: UInt64
  }

  let elements: [Element]
  let bytes: [UInt8]

  /// Reads a phrase as vocabularies write it.
  public init(parsing text: String) throws(PhraseProblem) {
    var parser = PhraseParser(FoldedText(phrase: text))
    try parser.run()
    elements = parser.elements
    bytes = parser.bytes
  }
}
