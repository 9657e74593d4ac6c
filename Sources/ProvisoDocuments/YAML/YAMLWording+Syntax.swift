internal import ProvisoSource

extension YAMLWording {
  /// What libyaml objects to, in words that help an author who has never heard of tokens.
  func syntax(_ problem: YAMLSyntaxProblem, _ offsets: CharacterOffsets) -> Diagnostic {
    if problem.text == "could not find expected ':'", let start = problem.contextCharacter {
      return lineWithoutColon(from: offsets.byte(of: start))
    }
    let lower = offsets.byte(of: problem.character)
    let span = Span(lower, offsets.byte(of: problem.character + 1))
    let words = words(for: problem, found: source.text(in: span))
    return self.problem(
      words.id, words.message, at: span, notes: notes(problem, offsets, besides: lower), help: words.help)
  }

  /// A line that should begin with a key. That its colon is missing is noticed on a later line, often behind the end.
  private func lineWithoutColon(from start: Int) -> Diagnostic {
    let end = source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    return problem("colon", "a key must be followed by `:` on its line", at: Span(start, end))
  }

  private typealias Words = (id: String, message: String, help: String?)

  private func notes(
    _ problem: YAMLSyntaxProblem, _ offsets: CharacterOffsets, besides place: Int
  ) -> [Diagnostic.Note] {
    guard let context = problem.context, let character = problem.contextCharacter else { return [] }
    let lower = offsets.byte(of: character)
    return lower == place ? [] : [.init(context, at: Span(lower, offsets.byte(of: character + 1)))]
  }

  private func words(for problem: YAMLSyntaxProblem, found: String) -> Words {
    switch problem.text {
    case "found character that cannot start any token" where found != "\t":
      ("start", "no text can begin with `\(found)`", "put the text in quotes")
    case "found character that cannot start any token",
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      ("tab", "a tab cannot indent a line", "indent with spaces")
    case "mapping values are not allowed in this context":
      (
        "colon", "a `:` cannot make a key here",
        "put a text that holds `: ` in quotes, or check the indentation of the line"
      )
    case "did not find expected key" where found == ":", "did not find expected <document start>" where found == ":":
      ("key", "a key is missing before `:`", nil)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      (
        "indentation", "this does not continue what stands before it",
        "check the indentation of the line, and that quotes and brackets are closed"
      )
    case "block sequence entries are not allowed in this context":
      ("indentation", "a `-` cannot begin a sequence here", "begin the sequence on a line of its own")
    case "did not find expected ',' or ']'": ("unclosed", "expected `,` or `]`", nil)
    case "did not find expected ',' or '}'": ("unclosed", "expected `,` or `}`", nil)
    case "found unexpected end of stream": ("unclosed", "the quoted text is never closed", nil)
    case "found unknown escape character":
      ("escape", "unknown escape", "a backslash is written `\\\\` in double quotes, or `\\` in single quotes")
    case "did not find expected hexdecimal number": ("escape", "the escape needs more hexadecimal digits", nil)
    case "found invalid Unicode character escape code": ("escape", "the escape names no character", nil)
    case "did not find expected node content": ("value", "expected a value, found `\(found)`", "put the text in quotes")
    case "did not find expected alphabetic or numeric character":
      ("anchor", "no anchor can have this name", "put a text that begins with `&` or `*` in quotes")
    case "did not find expected comment or line break" where problem.context == "while scanning a block scalar":
      ("block", "the text of a block begins on the next line", "put a text that begins with `|` or `>` in quotes")
    case "found unexpected ':'": ("colon", "this `:` needs a blank behind it, or the text needs quotes", nil)
    case "found undefined tag handle": ("tag", "the tag has no meaning here", "remove the tag")
    default: ("syntax", problem.text, nil)
    }
  }
}
