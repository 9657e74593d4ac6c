extension Term {
  /// Whether the term is the same for every draft.
  var isConstant: Bool {
    switch self {
    case .constant, .parameter: true
    case .arithmetic(let left, _, let right): left.isConstant && right.isConstant
    case .weekday(let date): date.isConstant
    default: false
    }
  }
}

extension Term: CustomStringConvertible {
  /// The term in the words of the expression language.
  public var description: String {
    switch self {
    case .constant(let literal): Operand(literal).description
    case .fact(let name), .field(let name): name
    case .text(let subject): subject.description
    case .parameter(let parameter): parameter.name
    case .measure(let measure, let subject):
      measure == .uppercaseShare ? "share(\(subject), uppercase)" : "\(measure.rawValue)(\(subject))"
    case .mentions(let scope, let mention): "mentions(\(scope), \(mention))"
    case .count(let list, .constant(true)): "count(\(list))"
    case .count(let list, _): "the number of such \(list)"
    case .runs(let list, _): "the number of runs of such \(list)"
    case .lookup(let table, let key): "\(table.name)[\(key)]"
    case .arithmetic(let left, let sign, let right): "\(left) \(sign.rawValue) \(right)"
    case .weekday(let date): "weekday(\(date))"
    }
  }
}

extension ItemList: CustomStringConvertible {
  /// `buttons`, `variables(body)`.
  public var description: String { kind.plural + (part.map { "(\($0))" } ?? "") }
}

extension TextSubject: CustomStringConvertible {
  /// The name of the text.
  public var description: String {
    switch self {
    case .scope(let scope): scope.rawValue
    case .item: "it"
    case .field(let name), .fact(let name): name
    }
  }
}

extension TextCheck: CustomStringConvertible {
  /// The check as a clause: `mentions @promotion`.
  public var description: String {
    switch self {
    case .mentions(let mention): "mentions \(mention)"
    case .matches(let pattern): "matches \(ConditionWording(names: [:]).named(pattern))"
    case .contains(let texts): "contains \(texts.map { "“\($0)”" }.joined(separator: " or "))"
    case .containsFact(let path): "contains \(path)"
    case .isOneOf(let path): "is one of \(path)"
    case .detector(let name, let near): "has a \(name)\(near.map(\.description).joined())"
    case .isPhrase(let vocabulary): "is one of @\(vocabulary.localName)"
    }
  }
}

extension Mention: CustomStringConvertible {
  /// The vocabularies with what must stand near.
  public var description: String {
    vocabularies.named + nearness.map(\.description).joined()
  }
}

extension Nearness: CustomStringConvertible {
  /// The demand behind what it is made of: ` not near @negation`.
  public var description: String { " \(negated ? "not " : "")\(side.rawValue) \(vocabularies.named)" }
}

extension [String] {
  /// Vocabularies in the words of the language.
  fileprivate var named: String { map { "@\($0.localName)" }.joined(separator: " or ") }
}

extension String {
  /// A vocabulary's name inside its pack.
  fileprivate var localName: String { split(separator: "/").last.map(String.init) ?? self }
}
