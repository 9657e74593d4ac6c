import ProvisoModel
import ProvisoSource

extension Parser {
  // comparison = sum , [ relation ] ;
  mutating func parseComparison() -> Expression {
    let left = parseSum()
    guard let kind = parseRelation(of: left) else { return left }
    return Expression(kind: kind, span: spanned(from: left.span.lower))
  }

  // relation = "is" , [ "not" ] , ( "known" | sum ) | [ "not" ] , "in" , ( vocabulary | sum )
  //          | ( "<" | "<=" | ">" | ">=" ) , sum | "has" , … | "within" , sum | text-test ;
  private mutating func parseRelation(of left: Expression) -> Expression.Kind? {
    if accept("is") {
      let negated = accept("not")
      if accept("known") { return .isKnown(left, negated: negated) }
      return .is(left, parseSum(), negated: negated)
    }
    if isAt("in") || (isAt("not") && index + 1 < tokens.count && text(tokens[index + 1]) == "in") {
      let negated = accept("not")
      expect("in")
      if let vocabulary = acceptVocabulary() { return .isInVocabulary(left, vocabulary, negated: negated) }
      return .isIn(left, parseSum(), negated: negated)
    }
    if peek.kind == .sign, let ordering = Expression.Ordering(rawValue: text(peek)) {
      advance()
      return .compared(left, ordering, parseSum())
    }
    if peek.kind == .broken {
      // Most likely a comparison of another language (`=`, `!=`); the lexer has said so, what follows can be read.
      advance()
      return .is(left, parseSum(), negated: false)
    }
    if accept("has") { return parseHas(left) }
    if accept("within") { return .within(left, parseSum()) }
    return parseTextTest().map { .textTest(left, $0) }
  }

  private mutating func parseHas(_ left: Expression) -> Expression.Kind {
    if accept("detector") {
      guard let name = acceptName() else {
        fail("expression.expected", "expected the name of a detector, \(found)")
        return .missing
      }
      return .hasDetector(left, name, parseSurroundings())
    }
    if let quantifier = Expression.Quantifier(rawValue: text(peek)), peek.kind == .path {
      advance()
      return .has(left, quantifier, parseSum())
    }
    return .has(left, nil, parseSum())
  }

  // text-test = "mentions" , vocabularies , { nearness } , [ "for" , path ]
  //           | "matches" , pattern | "contains" , [ "any" ] , sum ;
  mutating func parseTextTest() -> Expression.TextTest? {
    if accept("mentions") {
      let vocabularies = parseVocabularies()
      let nearness = parseSurroundings()
      var languages: Expression.Name?
      if accept("for") {
        languages = acceptName()
        if languages == nil { fail("expression.expected", "expected a fact that holds languages, \(found)") }
      }
      return .mentions(vocabularies, nearness: nearness, languages: languages)
    }
    if accept("matches") {
      guard peek.kind == .pattern else {
        fail("expression.expected", "expected a pattern between slashes, \(found)", help: "write `matches /stop|quit/`")
        return .matches(Expression.Pattern(text: "", span: peek.span))
      }
      let token = advance()
      return .matches(Expression.Pattern(text: String(text(token).dropFirst().dropLast()), span: token.span))
    }
    if accept("contains") {
      return accept("any") ? .containsAny(parseSum()) : .contains(parseSum())
    }
    return nil
  }

  private mutating func parseSurroundings() -> [Expression.Nearness] {
    var nearness: [Expression.Nearness] = []
    while let next = parseNearness() { nearness.append(next) }
    return nearness
  }

  // nearness = [ "not" ] , ( "near" | "followed" , "by" | "preceded" , "by" ) , vocabularies
  //          , [ "within" , digits , "words" ] ;
  private mutating func parseNearness() -> Expression.Nearness? {
    let word = isAt("not") ? index + 1 : index
    guard word < tokens.count, let side = Parser.sides[text(tokens[word])] else { return nil }
    let negated = accept("not")
    advance()
    if side != .near { expect("by") }
    let vocabularies = parseVocabularies()
    var words: Int?
    if accept("within") {
      if peek.kind == .number, let count = Int(text(peek)) {
        words = count
        advance()
      } else {
        fail("expression.expected", "expected a whole number of words, \(found)")
      }
      expect("words")
    }
    return Expression.Nearness(negated: negated, side: side, vocabularies: vocabularies, words: words)
  }

  /// The sides by their first words, which are names elsewhere.
  private static let sides: [String: Side] = ["near": .near, "followed": .followed, "preceded": .preceded]

  // vocabularies = vocabulary | "[" , vocabulary , { "," , vocabulary } , "]" ;
  private mutating func parseVocabularies() -> [Expression.Vocabulary] {
    if let one = acceptVocabulary() { return [one] }
    guard accept("[") else {
      fail("expression.expected", "expected a vocabulary such as `@opt-out-offer`, \(found)")
      _ = acceptName()  // the name, most likely, with its sign forgotten
      return []
    }
    var found: [Expression.Vocabulary] = []
    repeat {
      guard let vocabulary = acceptVocabulary() else {
        fail("expression.expected", "expected a vocabulary such as `@opt-out-offer`, \(self.found)")
        break
      }
      found.append(vocabulary)
    } while accept(",")
    expect("]")
    return found
  }

  mutating func acceptVocabulary() -> Expression.Vocabulary? {
    guard peek.kind == .vocabulary else { return nil }
    let token = advance()
    return Expression.Vocabulary(name: String(text(token).dropFirst()), span: token.span)
  }

  mutating func acceptName() -> Expression.Name? {
    guard peek.kind == .path, !reservedWords.contains(text(peek)) else { return nil }
    let token = advance()
    return Expression.Name(text: text(token), span: token.span)
  }
}
