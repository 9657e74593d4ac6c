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
}
