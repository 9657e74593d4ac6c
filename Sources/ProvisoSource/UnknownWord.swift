/// What is said of a word that is none of a closed list.
public struct UnknownWord {
  /// The longest list of which every word is named.
  private static let most = 12

  /// One sentence, lower case, without a full stop.
  public let message: String
  /// The nearest word, or the first words of a list that is too long for the message.
  public let help: String?

  /// - Parameters:
  ///   - word: what was written.
  ///   - words: what may be written.
  public init(_ word: String, among words: [String]) {
    let isLong = words.count > UnknownWord.most
    message = "`\(word)` is none of \(isLong ? "the allowed values" : words.joined(separator: ", "))"
    help =
      suggestion(for: word, in: words)
      ?? (isLong ? "allowed: \(words.prefix(UnknownWord.most).joined(separator: ", ")) …" : nil)
  }
}
