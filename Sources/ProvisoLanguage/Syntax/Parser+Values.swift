public import ProvisoModel
import ProvisoSource

extension Parser {
  // sum = product , { ( "+" | "-" ) , product } ;
  mutating func parseSum() -> Expression {
    parseOperations([.plus, .minus], Expression.Kind.sum) { $0.parseProduct() }
  }

  // product = factor , { ( "*" | "/" ) , factor } ;
  private mutating func parseProduct() -> Expression {
    parseOperations([.times, .over], Expression.Kind.product) { $0.parseFactor() }
  }

  private mutating func parseOperations(
    _ signs: Set<Expression.Operation.Sign>, _ kind: (Expression, [Expression.Operation]) -> Expression.Kind,
    _ part: (inout Parser) -> Expression
  ) -> Expression {
    let first = part(&self)
    var operations: [Expression.Operation] = []
    while peek.kind == .sign, let sign = Expression.Operation.Sign(rawValue: text(peek)), signs.contains(sign) {
      advance()
      operations.append(.init(sign: sign, operand: part(&self)))
    }
    return operations.isEmpty ? first : Expression(kind: kind(first, operations), span: spanned(from: first.span.lower))
  }

  // factor = "-" , factor | primary ;
  private mutating func parseFactor() -> Expression {
    let start = peek.span.lower
    guard accept("-") else { return parsePrimary() }
    let inner = deeper { $0.parseFactor() }
    return Expression(kind: .minus(inner), span: spanned(from: start))
  }

  // primary = "(" , expression , ")" | set | call | lookup | path | period | percentage | number | date | time | text ;
  private mutating func parsePrimary() -> Expression {
    let start = peek.span.lower
    if accept("(") {
      let inner = parseExpression()
      expect(")")
      return inner
    }
    if isAt("[") { return deeper { $0.parseSet() } }
    if let name = acceptFunctionName() ?? acceptName() {
      if isAt("(") { return deeper { $0.parseCall(name) } }
      if isAt("[") { return deeper { $0.parseLookup(name) } }
      return Expression(kind: .path(name.text), span: name.span)
    }
    guard let literal = literal(peek) else { return expected("a value or a condition") }
    advance()
    return Expression(kind: literal, span: spanned(from: start))
  }

  /// `mentions(…)`: a function of the same name as the test.
  private mutating func acceptFunctionName() -> Expression.Name? {
    guard isAt("mentions"), index + 1 < tokens.count, text(tokens[index + 1]) == "(" else { return nil }
    return Expression.Name(text: "mentions", span: advance().span)
  }

  // set = "[" , [ sum , { "," , sum } ] , "]" ;
  private mutating func parseSet() -> Expression {
    let start = peek.span.lower
    expect("[")
    var members: [Expression] = []
    if !isAt("]") {
      repeat { members.append(parseSum()) } while accept(",")
    }
    expect("]")
    return Expression(kind: .set(members), span: spanned(from: start))
  }

  // call = ( name | "mentions" ) , "(" , argument , { "," , argument } , ")" ;
  // argument = vocabulary | expression ;
  private mutating func parseCall(_ name: Expression.Name) -> Expression {
    expect("(")
    var arguments: [Expression] = []
    repeat {
      if let vocabulary = acceptVocabulary() {
        arguments.append(Expression(kind: .vocabulary(vocabulary), span: vocabulary.span))
      } else {
        arguments.append(parseExpression())
      }
    } while accept(",")
    expect(")")
    return Expression(kind: .call(name, arguments), span: spanned(from: name.span.lower))
  }

  // lookup = name , "[" , sum , "]" ;
  private mutating func parseLookup(_ name: Expression.Name) -> Expression {
    expect("[")
    let key = parseSum()
    expect("]")
    return Expression(kind: .lookup(name, key), span: spanned(from: name.span.lower))
  }

  private mutating func literal(_ token: Token) -> Expression.Kind? {
    let written = text(token)
    switch token.kind {
    case .number: return Number(written).map(Expression.Kind.number) ?? unrepresentable(token)
    case .percentage:
      return Number(written.dropLast())?.percent.map(Expression.Kind.percentage) ?? unrepresentable(token)
    case .period: return Period(written).map(Expression.Kind.period) ?? unrepresentable(token)
    case .date: return CalendarDate(written).map(Expression.Kind.date)
    case .time: return TimeOfDay(written).map(Expression.Kind.time)
    case .text: return .text(unescaped(written))
    case .path, .vocabulary, .pattern, .sign, .broken, .end: return nil
    }
  }

  private mutating func unrepresentable(_ token: Token) -> Expression.Kind {
    fail(
      "number.too-large", "`\(text(token))` is out of range",
      help: "numbers go up to 9 million million, with six digits behind the point")
    return .missing
  }

  private func unescaped(_ quoted: String) -> String {
    var text = ""
    var isEscaped = false
    for character in quoted.unicodeScalars.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        text.unicodeScalars.append(character)
        isEscaped = false
      }
    }
    return text
  }
}

extension Period {
  /// Reads `24h`, `1 month`, `10 business days`; nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    let isHours = words.count == 1 && first.last == "h"
    let digits = isHours ? first.dropLast() : first
    guard digits.utf8.allSatisfy({ 48...57 ~= $0 }), let count = Int(digits), count < 10_000_000,
      let unit = isHours ? .hours : Unit(word: words.dropFirst().joined(separator: " "))
    else { return nil }
    self.init(count, unit)
  }
}
