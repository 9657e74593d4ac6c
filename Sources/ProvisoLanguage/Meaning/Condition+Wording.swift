/// Puts conditions into words close to those of the expression language.
struct ConditionWording {
  /// What patterns are called.
  private let names: [String: String]
  /// Names that several patterns share.
  private let shared: Set<String>

  init(names: [String: String]) {
    self.names = names
    var seen: Set<String> = []
    shared = Set(names.values.filter { !seen.insert($0).inserted })
  }

  /// The most characters of a pattern that its name does not tell.
  private static let longestPattern = 40

  // MARK: Statements

  func statement(_ condition: Condition) -> String {
    switch condition {
    case .constant(let value): value ? "always" : "never"
    case .not(let inner): "not \(inner.isJoined ? "(\(statement(inner)))" : statement(inner))"
    case .all(let parts): parts.map { $0.isAny ? "(\(statement($0)))" : statement($0) }.joined(separator: " and ")
    case .any(let parts): parts.map { $0.isAll ? "(\(statement($0)))" : statement($0) }.joined(separator: " or ")
    case .atom(let atom): statement(atom)
    }
  }

  func statement(_ atom: Atom) -> String {
    switch atom {
    case .truth(let path), .field(let path): path
    case .symbol(let path, let among), .fieldAmong(let path, let among): "\(path) is \(among.choice)"
    case .place(let path, let among): "\(path) in \(among.choice)"
    case .placeIn(let path, let fact): "\(path) in \(fact)"
    case .member(let path, let word): "\(path) has \(word)"
    case .memberPlace(let path, let among): "\(path) has \(among.choice)"
    case .present(let path): "\(path) is known"
    case .compared: atom.comparison.map { "\($0.term) is \($0.relation)\($0.limit)" } ?? ""
    case .wordAmong(let term, let words): "\(term) is \(words.choice)"
    case .exists(let term): "\(term) is known"
    case .text(let subject, .matches(let pattern)): "\(subject) matches \(named(pattern))"
    case .text(let subject, let check): "\(subject) \(check)"
    case .anyItem(let list, .constant(true)): "any \(list.one)"
    case .anyItem(let list, let condition): "any \(list.one) (\(statement(condition)))"
    }
  }

  /// A pattern by its name; as much of it as can be read where it has none, or shares it.
  func named(_ pattern: String) -> String {
    let name = names[pattern]
    if let name, !shared.contains(name) { return "“\(name)”" }
    let most = ConditionWording.longestPattern
    let shown = pattern.count > most ? "/\(pattern.prefix(most - 1))…/" : "/\(pattern)/"
    return name.map { "“\($0)” (\(shown))" } ?? shown
  }

  // MARK: Questions

  /// The test as a question to be answered by yes or no.
  func question(_ atom: Atom) -> String {
    switch atom {
    case .truth(let path), .field(let path): "Is it so: \(path)?"
    case .symbol(let path, let among), .fieldAmong(let path, let among): "Is \(path) \(among.choice)?"
    case .place(let path, let among): "Is \(path) in \(among.choice)?"
    case .placeIn(let path, let fact): "Is \(path) in \(fact)?"
    case .member(let path, let word): "Is \(word) among \(path)?"
    case .memberPlace(let path, let among): "Is \(among.choice) among \(path)?"
    case .present(let path): "Is there a value of \(path)?"
    case .compared: atom.comparison.map(question) ?? ""
    case .wordAmong(let term, let words): "Is \(term) \(words.choice)?"
    case .exists(let term): "Is there a value of \(term)?"
    case .text(let subject, let check): question(check, of: subject.named)
    case .anyItem(let list, .constant(true)): "Is there a \(list.one)?"
    case .anyItem(let list, let condition): "Is there a \(list.one) of which this holds: \(statement(condition))?"
    }
  }

  private func question(_ comparison: Atom.ComparisonWords) -> String {
    let limit = comparison.relation + comparison.limit
    switch comparison.term {
    case .mentions(let scope, let mention) where limit == "at least 1":
      return question(.mentions(mention), of: TextSubject.scope(scope).named)
    case .mentions(let scope, let mention) where !comparison.relation.isEmpty:
      return "Are there \(comparison.countedRelation)\(comparison.limit) different phrases of \(mention) "
        + "in \(TextSubject.scope(scope).named)?"
    case .count(let list, .constant(true)): return "Is the number of \(list) \(limit)?"
    case .count(let list, let condition):
      return "Is the number of \(list) \(limit), of which this holds: \(statement(condition))?"
    case .runs(let list, let condition):
      return "Is the number of runs of \(list) \(limit), of which this holds: \(statement(condition))?"
    default: return "Is \(comparison.term) \(limit)?"
    }
  }

  private func question(_ check: TextCheck, of subject: String) -> String {
    switch check {
    case .mentions(let mention): "Does \(subject) mention \(mention)?"
    case .matches(let pattern): "Does \(subject) match \(named(pattern))?"
    case .contains(let texts): "Does \(subject) contain \(texts.map { "“\($0)”" }.choice)?"
    case .containsFact(let path): "Does \(subject) contain \(path)?"
    case .detector(let name, let near): "Does \(subject) hold \(name.withArticle)\(near.map(\.description).joined())?"
    case .isOneOf(let path): "Is \(subject) one of \(path)?"
    case .isPhrase: "Is \(subject) \(check.description.dropFirst("is ".count))?"
    }
  }
}

extension Condition: CustomStringConvertible {
  /// The condition in words close to those of the expression language.
  public var description: String { ConditionWording(names: [:]).statement(self) }

  fileprivate var isAll: Bool { if case .all = self { true } else { false } }
  fileprivate var isAny: Bool { if case .any = self { true } else { false } }
  fileprivate var isJoined: Bool { isAll || isAny }
}

extension Atom: CustomStringConvertible {
  /// The test as a statement.
  public var description: String { ConditionWording(names: [:]).statement(self) }

  /// The test as a question to be answered by yes or no.
  ///
  /// - Parameter names: what patterns are called.
  public func question(naming names: [String: String]) -> String { ConditionWording(names: names).question(self) }

  /// The computed side of a comparison, and how it must stand to the other.
  fileprivate struct ComparisonWords {
    let term: Term
    /// `at least `; empty for equality.
    let relation: String
    let limit: String

    /// The relation as it is said of things that are counted.
    var countedRelation: String { ["below ": "fewer than ", "above ": "more than "][relation] ?? relation }
  }

  fileprivate var comparison: ComparisonWords? {
    guard case .compared(let left, let comparison, let right) = self else { return nil }
    let isSwapped = left.isConstant && !right.isConstant
    let (term, limit) = isSwapped ? (right, left) : (left, right)
    let relation =
      switch (comparison, isSwapped) {
      case (.equal, _): ""
      case (.less, false): "below "
      case (.less, true): "above "
      case (.atMost, false): "at most "
      case (.atMost, true): "at least "
      }
    return ComparisonWords(term: term, relation: relation, limit: limit.valued)
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
