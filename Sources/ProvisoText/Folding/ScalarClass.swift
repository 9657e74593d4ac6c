/// What a Unicode scalar is to folding and to the division into words.
///
/// The raw values are those of the generated table; keep them in step with generate-folding-table.py.
enum ScalarClass: UInt8 {
  /// Anything without a class of its own: `%`, `€`, `@`, emoji.
  case symbol
  /// A small or caseless letter, or the underscore.
  case letter
  /// A capital letter.
  case capital
  /// A letter of a script without spaces; each is a word of its own.
  case lone
  case digit
  /// A mark that belongs to one script (vowel signs) and stays.
  case mark
  /// A mark that composes with the letter before it or is dropped.
  case diacritic
  /// Invisible: zero-width characters, direction controls, soft hyphens.
  case removed
  case space
  case lineBreak
  /// Punctuation inside a sentence.
  case softPunctuation
  /// Punctuation that ends a sentence wherever it stands; the full stop is a symbol and judged by what follows it.
  case stop

  /// Whether the scalar is part of a word.
  var joinsWord: Bool { self == .letter || self == .capital || self == .digit || self == .mark }
  /// Whether the scalar is a letter.
  var isLetter: Bool { self == .letter || self == .capital || self == .lone }
}
