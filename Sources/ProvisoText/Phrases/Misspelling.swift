/// A word of a text that is read as another one: a letter of it was left out, or two neighbours were swapped.
public struct Misspelling: Hashable, Sendable, BitwiseCopyable {
  /// The place of the misspelt word among the words of the text.
  public let word: Int32
  /// The number that the word meant has in the index.
  let original: Int32
}
