public import ProvisoSource
import ProvisoModel

/// Reads an expression by recursive descent, one function a rule of Grammar/expression.ebnf.
///
/// Parsing always gives a tree. What cannot be read becomes a `missing` node with one diagnostic; the parser goes on
/// behind it, so that several mistakes of one expression are found in one go and none is reported twice.
public struct Parser {
  /// The deepest nesting of parentheses, `not` and signs. It keeps every later walk of the tree off the stack's end.
  static let deepest = 100
  /// The longest expression, in bytes.
  static let longest = 64 << 10

  let source: ExpressionSource
  var tokens: [Token]
  var index = 0
  var depth = 0
  var diagnostics: [Diagnostic]
  /// Set at a mistake until a token is consumed again, so that one mistake is reported once.
  private var isRecovering = false

  /// Parses a whole expression.
  ///
  /// - Returns: the tree and the problems; the tree is usable only when there are none.
  public static func parse(_ source: ExpressionSource) -> (expression: Expression, diagnostics: [Diagnostic]) {
    guard source.text.utf8.count <= longest else {
      let span = Span(0, 0)
      let problem = source.diagnostic(
        "expression.too-long",
        "an expression can have at most \(longest) bytes, this one has \(source.text.utf8.count)",
        at: span)
      return (Expression(kind: .missing, span: span), [problem])
    }
    var parser = Parser(source)
    let expression = parser.parseExpression()
    if parser.peek.kind != .end {
      parser.fail(
        "expression.trailing", "expected the end of the expression, `and` or `or`, found `\(parser.text(parser.peek))`",
        help: suggestion(for: parser.text(parser.peek), in: Parser.operators))
    }
    return (expression, parser.diagnostics.inReadingOrder())
  }

  /// The words that may follow a value.
  private static let operators = ["and", "or", "is", "in", "has", "within", "mentions", "matches", "contains", "known"]

  private init(_ source: ExpressionSource) {
    self.source = source
    var lexer = Lexer(source)
    tokens = lexer.tokens()
    diagnostics = lexer.diagnostics
  }

  // expression = disjunction ;
  mutating func parseExpression() -> Expression {
    deeper { $0.parseDisjunction() }
  }

  // disjunction = conjunction , { "or" , conjunction } ;
  private mutating func parseDisjunction() -> Expression {
    parseChain(of: "or", Expression.Kind.disjunction) { $0.parseConjunction() }
  }

  // conjunction = negation , { "and" , negation } ;
  private mutating func parseConjunction() -> Expression {
    parseChain(of: "and", Expression.Kind.conjunction) { $0.parseNegation() }
  }

  private mutating func parseChain(
    of word: String, _ kind: ([Expression]) -> Expression.Kind, _ part: (inout Parser) -> Expression
  ) -> Expression {
    let first = part(&self)
    var parts = [first]
    while accept(word) { parts.append(part(&self)) }
    return parts.count == 1 ? first : Expression(kind: kind(parts), span: spanned(from: first.span.lower))
  }

  // negation = "not" , negation | quantified | comparison ;
  private mutating func parseNegation() -> Expression {
    let start = peek.span.lower
    guard accept("not") else { return isAtQuantified ? parseQuantified() : parseComparison() }
    let inner = deeper { $0.parseNegation() }
    return Expression(kind: .negation(inner), span: spanned(from: start))
  }

  /// `any`, `all` and `no` quantify only in front of an item; `no` is a value elsewhere.
  private var isAtQuantified: Bool {
    Expression.Quantifier(rawValue: text(peek)) != nil && index + 1 < tokens.count
      && ItemKind(rawValue: text(tokens[index + 1])) != nil
  }

  // quantified = ( "any" | "all" | "no" ) , item , ( text-test | "(" , expression , ")" ) ;
  // item       = "button" | "card" | "variable" | "link" ;
  private mutating func parseQuantified() -> Expression {
    let start = peek.span.lower
    guard let quantifier = Expression.Quantifier(rawValue: text(advance())),
      let item = ItemKind(rawValue: text(advance()))
    else { return missing() }
    let body: Expression
    let bodyStart = peek.span.lower
    if let test = parseTextTest() {
      body = Expression(kind: .itemText(test), span: spanned(from: bodyStart))
    } else if accept("(") {
      body = parseExpression()
      expect(")")
    } else {
      return expected("`mentions`, `matches`, `contains` or a condition in parentheses")
    }
    return Expression(kind: .quantified(quantifier, item, body), span: spanned(from: start))
  }

  // MARK: Looking and moving

  var peek: Token { tokens[index] }

  func text(_ token: Token) -> String {
    let bytes = source.text.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: token.span.lower)
    let upper = bytes.index(lower, offsetBy: token.span.length)
    return String(source.text[lower..<upper])
  }

  /// Whether the next token is exactly this word or sign.
  func isAt(_ word: String) -> Bool {
    (peek.kind == .path || peek.kind == .sign) && peek.span.length == word.utf8.count && text(peek) == word
  }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if token.kind != .end { index += 1 }
    isRecovering = false
    return token
  }

  mutating func accept(_ word: String) -> Bool {
    guard isAt(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ word: String) {
    if !accept(word) { fail("expression.expected", "expected `\(word)`, \(found)") }
  }

  /// The span from `start` to the end of the last token consumed.
  func spanned(from start: Int) -> Span {
    Span(start, index == 0 ? start : tokens[index - 1].span.upper)
  }

  /// What stands at the place of a mistake, in words.
  var found: String { peek.kind == .end ? "found the end" : "found `\(text(peek))`" }

  mutating func expected(_ what: String) -> Expression {
    fail("expression.expected", "expected \(what), \(found)")
    return missing()
  }

  /// A node for what could not be read; the token in the way is skipped unless somebody further out waits for it.
  mutating func missing() -> Expression {
    let span = peek.span
    if peek.kind != .end, ![")", "]", ",", "and", "or"].contains(text(peek)) {
      index += 1
    }
    return Expression(kind: .missing, span: span)
  }

  mutating func fail(_ id: String, _ message: String, help: String? = nil) {
    // A broken token was reported by the lexer already.
    guard !isRecovering, peek.kind != .broken else { return }
    diagnostics.append(source.diagnostic(id, message, at: peek.span, help: help))
    isRecovering = true
  }

  mutating func deeper(_ parse: (inout Parser) -> Expression) -> Expression {
    guard depth < Parser.deepest else {
      fail("expression.too-deep", "expressions can be nested \(Parser.deepest) deep at most")
      // Whatever follows belongs to the same knot; going on would only repeat the message.
      index = tokens.count - 1
      isRecovering = true
      return Expression(kind: .missing, span: peek.span)
    }
    depth += 1
    defer { depth -= 1 }
    return parse(&self)
  }
}
