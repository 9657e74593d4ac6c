import ProvisoLanguage
import ProvisoPacks

/// What a vocabulary finds and which rules look for it, for people.
public struct VocabularyExplanation: Sendable {
  /// The most phrases of a language that are shown.
  private static let mostPhrases = 8

  /// The whole explanation, several lines of plain text.
  public let text: String

  fileprivate init(_ vocabulary: Vocabulary, of pack: Pack, usedBy rules: [String]) {
    let name = vocabulary.id.split(separator: "/").last.map(String.init) ?? vocabulary.id
    var lines = ["@\(name): \(VocabularyExplanation.count(vocabulary.phrases.count, "phrase")) of pack \(pack.id)"]
    lines.append("")
    lines += VocabularyExplanation.languages(vocabulary.phrases)
    if !vocabulary.exceptions.isEmpty {
      lines += ["", "Not taken for a find:"] + VocabularyExplanation.languages(vocabulary.exceptions)
    }
    if vocabulary.spacing == .exact { lines += ["", "Phrases are found word for word only."] }
    if vocabulary.spelling == .loose {
      lines += ["", "A word may be misspelt: a letter left out, or two neighbours swapped."]
    }
    lines += [
      "", rules.isEmpty ? "No rule looks for it." : "\(VocabularyExplanation.count(rules.count, "rule")) with it:",
    ]
    lines += rules.map { "  \($0)" }
    text = lines.joined(separator: "\n")
  }

  /// `  de, 41: rabatt, nur heute, … and 33 more`, one line a language, the fullest first.
  private static func languages(_ phrases: [Vocabulary.Phrase]) -> [String] {
    Dictionary(grouping: phrases, by: \.language)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { language, phrases in
        let shown = phrases.prefix(mostPhrases).map(\.text).joined(separator: ", ")
        let others = phrases.count - mostPhrases
        return "  \(language), \(phrases.count): \(shown)" + (others > 0 ? " and \(others) more" : "")
      }
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Engine {
  /// The names of all vocabularies, with the sign in front: `@promotion`, and `@common/promotion` with their pack.
  public var vocabularyNames: [String] {
    let ids = checkedPacks.packs.flatMap(\.vocabularies).map(\.id)
    return Set(ids.flatMap { ["@\($0)", "@\($0.split(separator: "/").last ?? "")"] }).sorted()
  }

  /// What the vocabularies of a name find, and which rules look for them; empty when there is none.
  ///
  /// - Parameter name: with the sign in front, alone or with the pack: `@promotion`, `@common/promotion`.
  public func vocabularyExplanations(of name: String) -> [VocabularyExplanation] {
    let checked = checkedPacks
    let rules = checked.running(in: self).flatMap(\.rules)
    return checked.packs.flatMap { pack in
      pack.vocabularies.filter { name == "@\($0.id)" || "@\($0.id)".hasSuffix("/" + name.dropFirst()) }
        .map { vocabulary in
          let users = rules.filter { rule in
            rule.table.rows.contains { $0.condition.vocabulariesNamed.contains(vocabulary.id) }
          }
          return VocabularyExplanation(vocabulary, of: pack, usedBy: users.map(\.id))
        }
    }
  }
}
