import ProvisoSource

/// What is wrong with a draft or with declared facts; the wording is here and in `FactProblem`.
struct Problem {
  enum Kind {
    // The file.
    case empty, binary, tooLarge(Int), notUTF8, unrecognised, noDraft, more(Int)
    // Its structure.
    case missing(String)
    case wrongShape(String, String)
    case unknownKey(String, near: String?)
    case unknownMessageType(String, near: String?)
    case tooMany(String, Int)
    // E-mail.
    case unknownCharset(String), notInCharset(String), unknownEncoding(String), badBase64
    case noBoundary, tooDeep(Int), noReadablePart
    // Facts.
    case fact(FactProblem)
  }

  let kind: Kind
  let span: Span

  init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  func diagnostic(in source: SourceFile) -> Diagnostic {
    if case .fact(let problem) = kind { return problem.diagnostic(in: source, at: span) }
    let wording = wording
    return Diagnostic(wording.id, wording.message, in: source.name, at: span, help: wording.help)
  }

  private typealias Wording = (id: String, message: String, help: String?)

  private var wording: Wording {
    switch kind {
    case .empty: ("draft.empty", "the file is empty", nil)
    case .binary: ("draft.binary", "this is not text: it holds a zero byte", "save it as text in UTF-8")
    case .tooLarge(let limit):
      ("draft.too-large", "this is larger than \(limit >> 20) MiB, which is more than a draft may have", nil)
    case .notUTF8: ("draft.not-utf8", "this is not UTF-8", "save the file in UTF-8")
    case .unrecognised:
      (
        "draft.unrecognised", "this is no message",
        "a template has `components`, a message to send has `messaging_product`, a draft has `channel` and `body`"
      )
    case .noDraft: ("draft.none", "there is no draft here", nil)
    case .more(let count): ("draft.more-problems", "\(count) more problems are not shown", nil)
    case .missing(let key): ("key.missing", "the key `\(key)` is missing", nil)
    case .wrongShape(let key, let expected): ("type.mismatch", "`\(key)` must be \(expected)", nil)
    case .unknownKey(let key, let near):
      ("key.unknown", "unknown key `\(key.shown)`", near.map(suggestion))
    case .unknownMessageType(let type, let near):
      ("draft.message-type", "unknown type of message `\(type.shown)`", near.map(suggestion))
    case .tooMany(let what, let limit): ("draft.too-many", "there are more than \(limit) \(what)", nil)
    default: mailWording
    }
  }

  private var mailWording: Wording {
    switch kind {
    case .unknownCharset(let name):
      ("email.charset", "the character set `\(name.shown)` is not supported", "save the message in UTF-8")
    case .notInCharset(let name): ("email.not-in-charset", "this is not valid in `\(name.shown)`", nil)
    case .unknownEncoding(let name):
      ("email.encoding", "the transfer encoding `\(name.shown)` is not supported", "use quoted-printable or base64")
    case .badBase64: ("email.base64", "this is not base64", nil)
    case .noBoundary:
      ("email.boundary", "the parts of this message cannot be told apart: no line has its boundary", nil)
    case .tooDeep(let limit): ("email.depth", "the parts of this message are nested more than \(limit) deep", nil)
    default: ("email.no-text", "no part of this message is plain text or HTML", nil)
    }
  }
}

extension String {
  /// A user's own text, short enough for a message of one line.
  var shown: String {
    let line = String(prefix(60)).map { $0.isNewline ? " " : $0 }
    return count > 60 ? String(line) + "…" : String(line)
  }
}
