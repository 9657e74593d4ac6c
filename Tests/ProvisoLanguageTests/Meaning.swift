import ProvisoLanguage

/// Prints what an expression means, for tables of tests: every atom in full, parentheses around all that is joined.
enum Meaning {
  static func of(_ condition: Condition) -> String {
    switch condition {
    case .constant(let value): value ? "always" : "never"
    case .not(let inner): "not \(of(inner))"
    case .all(let parts): "(\(parts.map(of).joined(separator: " & ")))"
    case .any(let parts): "(\(parts.map(of).joined(separator: " | ")))"
    case .atom(let atom): of(atom)
    }
  }

  static func of(_ atom: Atom) -> String {
    switch atom {
    case .truth(let path): path
    case .symbol(let path, let words): "\(path) in {\(words.joined(separator: " "))}"
    case .place(let path, let places): "\(path) lies in {\(places.joined(separator: " "))}"
    case .placeIn(let path, let fact): "\(path) lies in \(fact)"
    case .member(let path, let word): "\(path) has \(word)"
    case .memberPlace(let path, let places): "\(path) has one in {\(places.joined(separator: " "))}"
    case .present(let path): "\(path) is known"
    case .compared(let left, let comparison, let right): "\(of(left)) \(comparison.rawValue) \(of(right))"
    case .wordAmong(let term, let words): "\(of(term)) in {\(words.joined(separator: " "))}"
    case .exists(let term): "there is \(of(term))"
    case .field(let name): ".\(name)"
    case .fieldAmong(let name, let words): ".\(name) in {\(words.joined(separator: " "))}"
    case .text(let subject, let check): "\(of(subject)) \(of(check))"
    case .anyItem(let list, let condition): "some \(list): \(of(condition))"
    }
  }

  static func of(_ term: Term) -> String {
    switch term {
    case .field(let name): ".\(name)"
    case .text(let subject): of(subject)
    case .measure(let measure, let subject): "\(measure.rawValue)(\(of(subject)))"
    case .mentions(let scope, let mention): "mentions(\(scope), \(of(mention)))"
    case .count(let list, let condition): "count(\(list): \(of(condition)))"
    case .runs(let list, let condition): "runs(\(list): \(of(condition)))"
    case .lookup(let table, let key): "\(table.name)[\(of(key))]"
    case .arithmetic(let left, let sign, let right): "(\(of(left)) \(sign.rawValue) \(of(right)))"
    case .weekday(let date): "weekday(\(of(date)))"
    case .constant, .fact, .parameter: term.description
    }
  }

  private static func of(_ subject: TextSubject) -> String {
    switch subject {
    case .field(let name): ".\(name)"
    case .scope, .item, .fact: subject.description
    }
  }

  private static func of(_ check: TextCheck) -> String {
    switch check {
    case .mentions(let mention): "mentions \(of(mention))"
    case .matches(let pattern): "matches /\(pattern)/"
    case .contains(let texts): "contains \(texts)"
    case .containsFact(let path): "contains the value of \(path)"
    case .isOneOf(let path): "is one of \(path)"
    case .detector(let name, let near): "has \(name)\(near.map(of).joined())"
    case .isPhrase(let vocabulary): "is one of \(vocabulary)"
    }
  }

  private static func of(_ mention: Mention) -> String {
    mention.vocabularies.joined(separator: "+") + mention.nearness.map(of).joined()
      + (mention.languages.map { " for \($0)" } ?? "")
  }

  private static func of(_ near: Nearness) -> String {
    let words = near.words.map { " within \($0)" } ?? ""
    return " \(near.negated ? "not " : "")\(near.side.rawValue) \(near.vocabularies.joined(separator: "+"))\(words)"
  }
}
