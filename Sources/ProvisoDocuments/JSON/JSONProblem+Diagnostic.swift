internal import ProvisoSource

extension JSONProblem {
  /// The problem in words.
  func diagnostic(in source: SourceFile) -> Diagnostic {
    let words = self.words(in: source)
    return Diagnostic(
      "json.\(words.id)", words.message, in: source.name, at: span, notes: notes, help: words.help)
  }

  private typealias Words = (id: String, message: String, help: String?)

  private func words(in source: SourceFile) -> Words {
    switch kind {
    case .tooLarge(let limit): ("too-large", "the document has more than \(limit) bytes", nil)
    case .tooDeep(let limit): ("too-deep", "arrays and objects are nested more than \(limit) deep", nil)
    case .tooMany(let limit): ("too-many", "the document has more than \(limit) values", nil)
    case .utf16: ("encoding", "the text is UTF-16 or binary, not UTF-8", "save the file as UTF-8")
    case .encoding: ("encoding", "these bytes are not UTF-8", "save the file as UTF-8")
    case .empty: ("empty", "the text holds no value", nil)
    case .unclosed(let container, _): ("unclosed", "the \(container.rawValue) is never closed", nil)
    case .trailingComma: ("trailing-comma", "nothing follows this comma", "remove the trailing comma")
    case .comment: ("comment", "comments are not JSON", "remove the comment")
    case .singleQuote: ("quotes", "single quotes are not JSON", "use double quotes")
    case .bareKey(let key): ("quotes", "the key `\(key)` has no quotes", "write `\"\(key)\"`")
    case .word(let word): wordProblem(word)
    case .number(let message): ("number", message, nil)
    case .controlCharacter(let byte): control(byte)
    case .escape:
      ("escape", "unknown escape `\(source.text(in: span))`", "a backslash itself is written `\\\\`")
    case .codeUnit: ("escape", "four hexadecimal digits must follow `\\u`", nil)
    case .loneSurrogate:
      (
        "surrogate", "`\(source.text(in: span))` is only half of a character",
        "a character beyond U+FFFF is written as two escapes, such as `\\ud83d\\ude00`"
      )
    case .duplicateKey(let key, _): ("duplicate-key", "the key `\(key)` stands twice in one object", nil)
    case .expected(let expected, let found): ("unexpected", surprise(expected, found), nil)
    }
  }

  private var notes: [Diagnostic.Note] {
    switch kind {
    case .unclosed(let container, let opened): [.init("the \(container.rawValue) begins here", at: opened)]
    case .duplicateKey(_, let first): [.init("it stands here first", at: first)]
    default: []
    }
  }

  private func wordProblem(_ word: String) -> Words {
    let near = nearestName(to: word.lowercased(), in: ["true", "false", "null"])
    let same = ["true", "false", "null"].first { $0 == word.lowercased() }
    return (
      "word", "unknown word `\(word)`",
      (same ?? near).map(suggestion) ?? "a text stands in double quotes"
    )
  }

  private func control(_ byte: UInt8) -> Words {
    switch byte {
    case 0x0A, 0x0D: ("control-character", "the text is not closed on its line", "write a line break as `\\n`")
    case 0x09: ("control-character", "a tab must be escaped in a text", "write it as `\\t`")
    default: ("control-character", "the control character \(name(of: byte)) must be escaped in a text", nil)
    }
  }

  private func surprise(_ expected: Expected, _ found: String?) -> String {
    let wanted =
      switch expected {
      case .value: "a value"
      case .key: "a key in double quotes"
      case .colon: "`:`"
      case .end: "the end of the document"
      case .commaOrEnd(.object): "`,` or `}`"
      case .commaOrEnd: "`,` or `]`"
      }
    guard let found else { return "expected \(wanted), found the end of the text" }
    if let byte = found.utf8.first, byte < 0x20 || byte == 0x7F { return "expected \(wanted), found \(name(of: byte))" }
    return "expected \(wanted), found `\(found)`"
  }

  private func name(of byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+00" + (digits.count < 2 ? "0" : "") + digits
  }
}
