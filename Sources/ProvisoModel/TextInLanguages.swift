/// A text in several languages.
public struct TextInLanguages: Hashable, Sendable {
  /// The fact that says in which languages a draft is written.
  public static let languagesFact = "draft.languages"

  /// The texts by language code, such as `pt`.
  public let texts: [String: String]

  /// A text in several languages.
  public init(_ texts: [String: String]) { self.texts = texts }

  /// The codes of its languages in alphabetical order.
  public var languages: [String] { texts.keys.sorted() }

  /// The text in the first of some languages that it has; nil where it has none of them.
  public func text(in languages: [String]) -> String? { languages.lazy.compactMap { texts[$0] }.first }

  /// A sentence in which one of the texts is quoted with the one in some languages in its place; as it is where they have
  /// none, or it quotes none.
  public func replaced(in sentence: String, for languages: [String]) -> String {
    guard let wanted = text(in: languages) else { return sentence }
    // The longest first, since one may begin with another.
    let quoted = texts.values.sorted { ($1.count, $0) < ($0.count, $1) }.first(where: sentence.contains)
    guard let quoted, quoted != wanted else { return sentence }
    return sentence.replacing(quoted, with: wanted)
  }
}
