import ProvisoModel
import ProvisoSource

/// A language code of a text that no draft can be declared to be in.
struct UnknownLanguage {
  let code: String
  let nearest: String?

  func diagnostic(_ file: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "text.language", "no draft is in the language `\(code)`", in: file, at: span,
      help: nearest.map { "did you mean `\($0)`?" })
  }
}

extension TextInLanguages {
  /// The languages that the schema's fact for languages does not have; none where there is no such fact.
  func unknownLanguages(in schema: FactSchema) -> [UnknownLanguage] {
    guard case .symbols(let known)? = schema[TextInLanguages.languagesFact]?.type else { return [] }
    return languages.filter { !known.contains($0) }
      .map { UnknownLanguage(code: $0, nearest: nearestName(to: $0, in: known)) }
  }
}
