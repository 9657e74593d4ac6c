import ProvisoModel
public import ProvisoSource

extension Literal {
  /// Reads a literal of the language: a number, percentage, period, date, time, text or set of words.
  ///
  /// - Returns: the literal, or nil when there are errors; and all problems.
  public static func read(_ source: ExpressionSource) -> (literal: Literal?, diagnostics: [Diagnostic]) {
    let (expression, problems) = Parser.parse(source)
    guard problems.isEmpty else { return (nil, problems) }
    guard let literal = Literal(expression.kind) else {
      let problem = source.diagnostic(
        "literal.expected", "expected a number, a period, a date, a time, a text or a set", at: expression.span,
        help: "texts stand in double quotes")
      return (nil, [problem])
    }
    return (literal, [])
  }

  /// Whether the two can stand in the same place.
  public func hasType(of other: Literal) -> Bool { type == other.type }

  private init?(_ kind: Expression.Kind) {
    switch kind {
    case .number(let number), .percentage(let number): self = .number(number)
    case .period(let period): self = .period(period)
    case .date(let date): self = .date(date)
    case .time(let time): self = .time(time)
    case .text(let text): self = .text(text)
    case .set(let members):
      let words = members.compactMap { member -> String? in
        switch member.kind {
        case .path(let word), .text(let word): word
        default: nil
        }
      }
      guard words.count == members.count else { return nil }
      self = .words(words)
    default: return nil
    }
  }
}

extension ExpressionSource {
  /// The names that stand in the expression, whatever they mean.
  public var names: Set<String> {
    var lexer = Lexer(self)
    return Set(lexer.tokens().filter { $0.kind == .path }.map { text(of: $0.span) })
  }

  /// The regular expressions that stand in it, without their slashes, with their places in the expression's text.
  public var patterns: [(text: String, span: Span)] {
    var lexer = Lexer(self)
    return lexer.tokens().filter { $0.kind == .pattern }
      .map { (String(text(of: $0.span).dropFirst().dropLast()), $0.span) }
  }

  private func text(of span: Span) -> String {
    String(decoding: Array(text.utf8)[span.lower..<span.upper], as: UTF8.self)
  }
}
