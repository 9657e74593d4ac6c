internal import ProvisoSource

/// What can be wrong with a JSON text, as facts; the words are in `JSONProblem+Diagnostic.swift`.
struct JSONProblem: Error {
  enum Container: String { case array, object, text }

  enum Expected: Equatable {
    case value, key, colon, end
    case commaOrEnd(of: Container)
  }

  enum Kind {
    case tooLarge(Int)
    case tooDeep(Int)
    case tooMany(Int)
    case utf16
    case encoding
    case empty
    case unclosed(Container, opened: Span)
    case trailingComma
    case comment
    case singleQuote
    case bareKey(String)
    case word(String)
    case number(String)
    case controlCharacter(UInt8)
    case escape
    case codeUnit
    case loneSurrogate
    case duplicateKey(String, first: Span)
    case expected(Expected, found: String?)
  }

  let kind: Kind
  let span: Span

  init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}
