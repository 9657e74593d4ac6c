/// What stands between a word and the word before it, from the closest to the farthest.
public enum Gap: UInt8, Hashable, Sendable, Comparable {
  /// Nothing: `20%`.
  case none
  /// Exactly one space.
  case space
  /// Other white space within a paragraph: several spaces, one line break.
  case blank
  /// Punctuation inside a sentence: a hyphen, an apostrophe, a comma, a bracket.
  case soft
  /// A full stop that ends a sentence; only a phrase with that full stop goes across.
  case sentence
  /// The end of a sentence, an empty line, a placeholder or the start of the text: no phrase goes across.
  case hard

  /// Orders by distance.
  public static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
}
