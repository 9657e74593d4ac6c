extension Condition: CustomStringConvertible {
  /// The condition in words close to those of the expression language.
  public var description: String {
    switch self {
    case .constant(let value): value ? "always" : "never"
    case .not(let inner): "not \(inner.isJoined ? "(\(inner))" : inner.description)"
    case .all(let parts): parts.map { $0.isAny ? "(\($0))" : $0.description }.joined(separator: " and ")
    case .any(let parts): parts.map { $0.isAll ? "(\($0))" : $0.description }.joined(separator: " or ")
    case .atom(let atom): atom.description
    }
  }

  private var isAll: Bool { if case .all = self { true } else { false } }
  private var isAny: Bool { if case .any = self { true } else { false } }
  private var isJoined: Bool { isAll || isAny }
}

extension Atom: CustomStringConvertible {
  /// The test as a statement.
  public var description: String {
    switch self {
    case .truth(let path), .field(let path): path
    case .symbol(let path, let among), .fieldAmong(let path, let among): "\(path) is \(among.choice)"
    case .place(let path, let among): "\(path) in \(among.choice)"
    case .placeIn(let path, let fact): "\(path) in \(fact)"
    case .member(let path, let word): "\(path) has \(word)"
    case .memberPlace(let path, let among): "\(path) has \(among.choice)"
    case .present(let path): "\(path) is known"
    case .compared: comparison.map { "\($0.term) is \($0.relation)" } ?? ""
    case .wordAmong(let term, let words): "\(term) is \(words.choice)"
    case .exists(let term): "\(term) is known"
    case .text(let subject, let check): "\(subject) \(check)"
    case .anyItem(let list, .constant(true)): "any \(list.one)"
    case .anyItem(let list, let condition): "any \(list.one) (\(condition))"
    }
  }

  /// The test as a question to be answered by yes or no.
  public var question: String {
    switch self {
    case .truth(let path), .field(let path): "Is it so: \(path)?"
    case .symbol(let path, let among), .fieldAmong(let path, let among): "Is \(path) \(among.choice)?"
    case .place(let path, let among): "Is \(path) in \(among.choice)?"
    case .placeIn(let path, let fact): "Is \(path) in \(fact)?"
    case .member(let path, let word): "Is \(word) among \(path)?"
    case .memberPlace(let path, let among): "Is \(among.choice) among \(path)?"
    case .present(let path): "Is there a value of \(path)?"
    case .compared: comparison.map { "Is \($0.term) \($0.relation)?" } ?? ""
    case .wordAmong(let term, let words): "Is \(term) \(words.choice)?"
    case .exists(let term): "Is there a value of \(term)?"
    case .text(let subject, let check): check.question(of: subject.named)
    case .anyItem(let list, .constant(true)): "Is there a \(list.one)?"
    case .anyItem(let list, let condition): "Is there a \(list.one) of which this holds: \(condition)?"
    }
  }

  /// The computed side of a comparison, and how it must stand to the other.
  private var comparison: (term: String, relation: String)? {
    guard case .compared(let left, let comparison, let right) = self else { return nil }
    let isSwapped = left.isConstant && !right.isConstant
    let (term, limit) = isSwapped ? (right, left) : (left, right)
    let relation: String =
      switch (comparison, isSwapped) {
      case (.equal, _): ""
      case (.less, false): "below "
      case (.less, true): "above "
      case (.atMost, false): "at most "
      case (.atMost, true): "at least "
      }
    return (term.description, relation + limit.valued)
  }
}

extension Term {
  /// The term, a parameter with its values.
  fileprivate var valued: String {
    guard case .parameter(let parameter) = self else { return description }
    let values = parameter.values.map { value in
      let shown = Operand(value.value).description
      return parameter.values.count == 1 ? shown : "\(shown) from \(value.from)"
    }
    return "\(parameter.name) (\(values.joined(separator: ", ")))"
  }
}

extension TextSubject {
  /// The text as a person calls it.
  fileprivate var named: String {
    switch self {
    case .scope(.buttons): "a button"
    case .scope(.cards): "a card"
    case .scope(.samples): "an example value"
    case .scope(.filled): "the text with its examples"
    case .scope(let scope): "the \(scope.rawValue)"
    case .item, .field, .fact: description
    }
  }
}

extension TextCheck {
  fileprivate func question(of subject: String) -> String {
    switch self {
    case .mentions(let mention): "Does \(subject) mention \(mention)?"
    case .matches(let pattern): "Does \(subject) match \(pattern.count > 40 ? "a pattern" : "/\(pattern)/")?"
    case .contains(let texts): "Does \(subject) contain \(texts.map { "“\($0)”" }.choice)?"
    case .containsFact(let path): "Does \(subject) contain \(path)?"
    case .detector(let name, let near): "Does \(subject) hold a \(name)\(near.map(\.description).joined())?"
    case .isOneOf(let path): "Is \(subject) one of \(path)?"
    case .isPhrase: "Is \(subject) \(description.dropFirst("is ".count))?"
    }
  }
}

extension ItemList {
  /// `button`, `link in the body`.
  fileprivate var one: String { kind.rawValue + (part.map { " in the \($0.rawValue)" } ?? "") }
}

extension [String] {
  /// `a`, `a or b`, `a, b or c`.
  fileprivate var choice: String {
    guard let last, count > 1 else { return joined() }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
