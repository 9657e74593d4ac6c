import ProvisoModel
import ProvisoSource

/// A language code of a text that no draft can be declared to be in.
struct UnknownLanguage {
  let code: String
  let nearest: String?

  func diagnostic(_ file: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "text.language", "no draft is in the language `\(code)`", in: file, at: span,
      help: nearest.map(suggestion))
  }
}

extension UnknownLanguage {
  /// The language of a code, if the schema's fact for languages does not have it; nil where there is no such fact.
  init?(_ code: String, in schema: FactSchema) {
    guard case .symbols(let known)? = schema[TextInLanguages.languagesFact]?.type, !known.contains(code) else {
      return nil
    }
    self.init(code: code, nearest: nearestName(to: code, in: known))
  }
}

extension TextInLanguages {
  /// The languages that the schema's fact for languages does not have; none where there is no such fact.
  func unknownLanguages(in schema: FactSchema) -> [UnknownLanguage] {
    languages.compactMap { UnknownLanguage($0, in: schema) }
  }
}
