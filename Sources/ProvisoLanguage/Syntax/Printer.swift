import ProvisoModel

extension Expression: CustomStringConvertible {
  /// The expression in its one canonical spelling; parsing it gives the same tree.
  public var description: String { Printer.print(self, inside: .expression) }
}

/// Writes an expression with as few parentheses as its tree allows.
private enum Printer {
  /// The rule of the grammar that a part is printed for; a part that only a looser rule derives needs parentheses.
  enum Tightness: Int, Comparable {
    case expression, conjunction, negation, comparison, sum, product, factor, primary
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  static func print(_ expression: Expression, inside context: Tightness) -> String {
    let text = bare(expression.kind)
    return tightness(expression.kind) < context ? "(\(text))" : text
  }

  private static func tightness(_ kind: Expression.Kind) -> Tightness {
    switch kind {
    case .disjunction: .expression
    case .conjunction: .conjunction
    case .negation, .quantified, .itemText: .negation
    case .isKnown, .is, .isIn, .isInVocabulary, .compared, .has, .hasDetector, .within, .textTest: .comparison
    case .sum: .sum
    case .product: .product
    case .minus: .factor
    default: .primary
    }
  }

  private static func bare(_ kind: Expression.Kind) -> String {
    switch kind {
    case .disjunction(let parts): return parts.map { print($0, inside: .conjunction) }.joined(separator: " or ")
    case .conjunction(let parts): return parts.map { print($0, inside: .negation) }.joined(separator: " and ")
    case .negation(let inner): return "not \(print(inner, inside: .negation))"
    case .quantified(let quantifier, let item, let body):
      if case .itemText(let test) = body.kind { return "\(quantifier) \(item) \(print(test))" }
      return "\(quantifier) \(item) (\(print(body, inside: .expression)))"
    case .itemText(let test): return print(test)
    case .isKnown(let left, let negated): return "\(sum(left)) is \(negated ? "not " : "")known"
    case .is(let left, let right, let negated): return "\(sum(left)) is \(negated ? "not " : "")\(sum(right))"
    case .isIn(let left, let right, let negated): return "\(sum(left)) \(negated ? "not " : "")in \(sum(right))"
    case .isInVocabulary(let left, let vocabulary, let negated):
      return "\(sum(left)) \(negated ? "not " : "")in @\(vocabulary.name)"
    case .compared(let left, let ordering, let right): return "\(sum(left)) \(ordering.rawValue) \(sum(right))"
    case .has(let left, let quantifier, let right):
      return "\(sum(left)) has \(quantifier.map { "\($0) " } ?? "")\(sum(right))"
    case .hasDetector(let left, let name, let nearness):
      return "\(sum(left)) has detector \(name.text)\(print(nearness))"
    case .within(let left, let right): return "\(sum(left)) within \(sum(right))"
    case .textTest(let left, let test): return "\(sum(left)) \(print(test))"
    case .sum(let first, let operations):
      return operations.reduce(print(first, inside: .product)) {
        "\($0) \($1.sign.rawValue) \(print($1.operand, inside: .product))"
      }
    case .product(let first, let operations):
      return operations.reduce(print(first, inside: .factor)) {
        "\($0) \($1.sign.rawValue) \(print($1.operand, inside: .factor))"
      }
    case .minus(let inner): return "-\(print(inner, inside: .factor))"
    case .set(let members): return "[\(members.map(sum).joined(separator: ", "))]"
    case .call(let name, let arguments):
      return "\(name.text)(\(arguments.map { print($0, inside: .expression) }.joined(separator: ", ")))"
    case .lookup(let name, let key): return "\(name.text)[\(sum(key))]"
    default: return literal(kind)
    }
  }

  private static func literal(_ kind: Expression.Kind) -> String {
    switch kind {
    case .path(let path): path
    case .vocabulary(let vocabulary): "@\(vocabulary.name)"
    case .period(let period): period.description
    case .percentage(let value): "\(value.multiplied(by: Number(100)) ?? value)%"
    case .number(let value): value.description
    case .date(let date): date.description
    case .time(let time): time.description
    case .text(let text): quoted(text)
    default: "?"
    }
  }

  private static func print(_ test: Expression.TextTest) -> String {
    switch test {
    case .mentions(let vocabularies, let nearness, let languages):
      return "mentions \(print(vocabularies))\(print(nearness))\(languages.map { " for \($0.text)" } ?? "")"
    case .matches(let pattern): return "matches /\(pattern.text)/"
    case .contains(let value): return "contains \(sum(value))"
    case .containsAny(let values): return "contains any \(sum(values))"
    }
  }

  private static func print(_ nearness: [Expression.Nearness]) -> String {
    nearness.map { near in
      let words = near.words.map { " within \($0) words" } ?? ""
      return " \(near.negated ? "not " : "")\(near.side.rawValue) \(print(near.vocabularies))\(words)"
    }.joined()
  }

  private static func print(_ vocabularies: [Expression.Vocabulary]) -> String {
    if let only = vocabularies.first, vocabularies.count == 1 { return "@\(only.name)" }
    return "[\(vocabularies.map { "@\($0.name)" }.joined(separator: ", "))]"
  }

  private static func sum(_ expression: Expression) -> String { print(expression, inside: .sum) }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
