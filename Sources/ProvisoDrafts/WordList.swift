import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// The words that may stand in one place of a format.
struct WordList {
  /// The id of the problem that tells of a word which is not in the list.
  let id: String
  /// What the words are, for messages: `type of button`.
  let name: String
  let words: [String]
}

extension DraftBuilder {
  /// Gives the word of a node, as we write it, and reports one that Proviso's own form does not have.
  mutating func word(of node: NodeCursor?, _ key: String, in list: WordList) -> String? {
    word(of: node, key, in: list, severity: .error) { $0 }
  }

  /// Gives the word of a node, as we write it, and warns of one that is not known. The platform may have added it since.
  mutating func platformWord(of node: NodeCursor?, _ key: String, in list: WordList) -> String? {
    word(of: node, key, in: list, severity: .warning) { $0.replacing("-", with: "_") }
  }

  /// - Parameter spelling: how the format writes a word of ours.
  private mutating func word(
    of node: NodeCursor?, _ key: String, in list: WordList, severity: Diagnostic.Severity,
    spelling: (String) -> String
  ) -> String? {
    guard let node, let text = text(of: node, key) else { return nil }
    let word = text.word
    guard !list.words.contains(word) else { return word }
    let isUpper = text == text.uppercased()
    func written(_ word: String) -> String { isUpper ? spelling(word).uppercased() : spelling(word) }
    report([
      Diagnostic(
        list.id, "unknown \(list.name) `\(text.shown)`", in: source.name, at: node.node.span, severity: severity,
        help: nearestName(to: word, in: list.words).map { suggestion(written($0)) }
          ?? "one of: \(list.words.map(written).joined(separator: ", "))")
    ])
    return word
  }

  /// What may stand in a header; it is what the fact of it may be.
  var headerFormats: WordList {
    WordList(
      id: "draft.header-format", name: "format of a header",
      words: words(of: "draft.headerFormat").filter { $0 != "none" })
  }

  var categories: WordList {
    WordList(id: "draft.category", name: "category", words: words(of: "draft.category"))
  }

  /// The words that a fact may be; none where the schema has no such fact.
  func words(of fact: String) -> [String] {
    if case .symbol(let words)? = schema[fact]?.type { words } else { [] }
  }
}
