/// One thing that decided a rule.
public enum Reason: Hashable, Sendable {
  /// How a value stands to what it was held against.
  public enum Relation: String, Hashable, Sendable {
    case equal = "equal to"
    case notEqual = "not equal to"
    case below, above
    case atMost = "at most"
    case atLeast = "at least"
  }

  /// A fact with its value.
  case fact(String, String)
  /// A place-valued fact that is one of several places.
  case oneOf(String, [String])
  /// A computed value with what it was held against.
  case compared(String, value: String, Relation, limit: String)
  /// A text in which something was found, the clause that says so, and what may be quoted of it.
  case found(String, Clause, [FoundText])
  /// A text in which nothing was found.
  case missing(String, Clause)
  /// Anything else, in words.
  case clause(String)

  /// What is said of a text: a verb and what it is about.
  public struct Clause: Hashable, Sendable {
    let verb: String
    let object: String
  }
}

extension TextCheck {
  /// The check as it is told to somebody who does not know the rule: without a regular expression.
  ///
  /// - Parameter names: what patterns are called.
  func clause(naming names: [String: String]) -> Reason.Clause {
    switch self {
    case .mentions(let mention): .init(verb: "says", object: mention.description)
    case .matches(let pattern):
      .init(verb: "matches", object: names[pattern].map { "“\($0)”" } ?? "a pattern of the rule")
    case .isOneOf, .isPhrase: .init(verb: "is", object: String(description.dropFirst("is ".count)))
    case .contains, .containsFact: .init(verb: "contains", object: String(description.dropFirst("contains ".count)))
    case .detector(let name, let near):
      .init(verb: "has", object: "\(name.withArticle)\(near.map(\.description).joined())")
    }
  }

  /// Whether what was found says more than what was looked for.
  var isQuoted: Bool {
    switch self {
    case .mentions, .matches: true
    case .isOneOf, .isPhrase, .contains, .containsFact, .detector: false
    }
  }
}

extension Reason.Clause: CustomStringConvertible {
  /// Both words.
  public var description: String { "\(verb) \(object)" }
}

extension String {
  /// The noun behind `a` or `an`; `u` counts as in `unit`.
  var withArticle: String { (first.map("aeio".contains) ?? false ? "an " : "a ") + self }
}
