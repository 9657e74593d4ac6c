import ProvisoModel
import ProvisoSource

/// One token; its text is a span of the source, never a copy.
struct Token: Hashable {
  enum Kind: Hashable {
    /// A name, or names joined by dots; reserved words are of this kind too.
    case path
    case vocabulary
    case number, percentage, period, date, time, text, pattern
    /// `(`, `<=`, `,` …: any other sign of the language.
    case sign
    /// Something no token can begin with; reported by the lexer.
    case broken
    case end
  }

  let kind: Kind
  let span: Span
}

/// The words that are no names.
let reservedWords: Set<String> = [
  "and", "or", "not", "is", "in", "has", "within", "mentions", "matches", "contains", "near", "for", "known", "any",
  "all", "detector",
]
