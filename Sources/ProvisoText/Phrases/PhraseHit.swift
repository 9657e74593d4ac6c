/// A phrase found in a text.
public struct PhraseHit: Hashable, Sendable {
  /// The phrase's number in its index.
  public let phrase: Int32
  /// The place of its first word among the words of the text.
  public let firstWord: Int32
  /// The place of its last word.
  public let lastWord: Int32
  /// Which word is misspelt; nil where all are spelled as in the phrase.
  public let misspelling: Misspelling?

  /// A hit.
  public init(phrase: Int32, firstWord: Int32, lastWord: Int32, misspelling: Misspelling? = nil) {
    self.phrase = phrase
    self.firstWord = firstWord
    self.lastWord = lastWord
    self.misspelling = misspelling
  }
}
