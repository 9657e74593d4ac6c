internal import ProvisoSource

/// The words for everything that can be wrong with a YAML text, apart from its syntax.
struct YAMLWording {
  let source: SourceFile

  init(_ source: SourceFile) { self.source = source }

  func problem(
    _ id: String, _ message: String, at span: Span, notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic("yaml.\(id)", message, in: source.name, at: span, notes: notes, help: help)
  }

  func tooLarge(_ limit: Int) -> Diagnostic {
    problem("too-large", "the document has more than \(limit) bytes", at: Span(0, 0))
  }

  func tooDeep(_ limit: Int, at span: Span) -> Diagnostic {
    problem("too-deep", "sequences and mappings are nested more than \(limit) deep", at: span)
  }

  func tooMany(_ limit: Int, at span: Span) -> Diagnostic {
    problem("too-many", "the document has more than \(limit) nodes, aliases expanded", at: span)
  }

  var utf16: Diagnostic {
    problem("encoding", "the text is UTF-16 or binary, not UTF-8", at: Span(0, 0), help: "save the file as UTF-8")
  }

  func malformed(at span: Span) -> Diagnostic {
    problem("encoding", "these bytes are not UTF-8", at: span, help: "save the file as UTF-8")
  }

  func forbidden(_ value: UInt32, at span: Span) -> Diagnostic {
    let digits = String(value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return problem(
      "character", "the character U+\(code) cannot stand in a document", at: span,
      help: "write it as `\\u\(code)` in double quotes, or remove it")
  }

  func secondDocument(at span: Span) -> Diagnostic {
    problem("documents", "a second document begins here", at: span, help: "put each document into a file of its own")
  }

  func key(at span: Span) -> Diagnostic {
    problem("key", "a key must be a single text, not a sequence or mapping", at: span)
  }

  static let duplicateKeyID = "yaml.duplicate-key"

  func duplicateKey(_ key: String, at span: Span, first: Span) -> Diagnostic {
    problem(
      "duplicate-key", "the key `\(key)` stands twice in one mapping", at: span,
      notes: [.init("it stands here first", at: first)])
  }

  func unknownAlias(_ name: String, known: some Collection<String>, at span: Span) -> Diagnostic {
    // Nobody mistypes one name among thousands, and comparing with all of them takes long.
    let near = known.count > 1_000 ? nil : nearestName(to: name, in: known)
    return problem(
      "alias", "no anchor `&\(name)` stands before this alias", at: span,
      help: near.map { suggestion("*\($0)") } ?? "put a text that begins with `*` in quotes")
  }

  func cycle(_ name: String, at span: Span) -> Diagnostic {
    problem("alias", "the alias `*\(name)` stands inside of what it names", at: span)
  }

  func gluedName(at span: Span) -> Diagnostic {
    problem(
      "anchor", "a blank must follow `\(source.text(in: span))`", at: span,
      help: "put a text that begins with `&` or `*` in quotes")
  }

  func questionMark(at span: Span) -> Diagnostic {
    problem("start", "a blank must follow this `?`", at: span, help: "put a text that begins with `?` in quotes")
  }

  func tab(at span: Span) -> Diagnostic {
    problem("tab", "a tab cannot indent a line", at: span, help: "indent with spaces")
  }

  func tag(_ tag: String, at span: Span) -> Diagnostic {
    let core = "tag:yaml.org,2002:"
    let shown = tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
    return problem(
      "tag", "the tag `\(shown)` has no meaning here", at: span,
      help: "remove the tag, or put a text that begins with `!` in quotes")
  }
}
