import ProvisoDocuments
import ProvisoModel

extension DraftBuilder {
  /// Notes a category. One that the platform no longer has says nothing of today's, but rules may ask how it is written.
  mutating func noteCategory(_ category: NodeCursor?) {
    guard let word = platformWord(of: category, "category", in: categories) else { return }
    noted.note("template.category", category?.node.text)
    noted.note("draft.category", word)
  }

  /// Notes a language code such as `pt_BR`, given bare or as `{code: pt_BR}`.
  mutating func noteLanguage(_ language: NodeCursor?) {
    guard let language else { return }
    let code = language.node.entries == nil ? text(of: language, "language") : text(of: language["code"], "code")
    guard let code else { return }
    noted.note("template.language", code)
    noted.note("draft.languages", languageOnly(code))
  }

  /// Notes where a recipient may be, when the number's dialling code belongs to one place only.
  mutating func noteRecipient(_ number: NodeCursor?) {
    guard let number = number?.node.scalarText else { return }
    let digits = number.utf8.filter(\.isDigit).count
    // Payloads made from a pattern have `{{Phone-1}}` here, and its digits are no number.
    guard digits > 6, number.utf8.allSatisfy({ $0.isDigit || "+-() .".utf8.contains($0) }) else { return }
    let places = schema.places.places(dialledBy: number)
    if places.count == 1 { noted.note("recipient.regions", places[0]) }
  }
}

/// The language of a code: `pt` of `pt_BR` and of `pt-BR`.
func languageOnly(_ code: String) -> String {
  String(code.prefix { $0 != "_" && $0 != "-" }).lowercased()
}
