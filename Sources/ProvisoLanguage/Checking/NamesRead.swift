extension Condition {
  /// The vocabularies whose phrases the condition looks for, by their full names, also inside quantifiers and values;
  /// those that only have to stand near a find are not among them.
  public var vocabulariesSought: Set<String> {
    var found: Set<String> = []
    forEachPart { atom in
      switch atom {
      case .text(_, .mentions(let mention)): found.formUnion(mention.vocabularies)
      case .text(_, .isPhrase(let vocabulary)): found.insert(vocabulary)
      default: break
      }
    } term: { term in
      if case .mentions(_, let mention) = term { found.formUnion(mention.vocabularies) }
    }
    return found
  }

  /// All vocabularies that the condition names, also those that only have to stand near a find.
  public var vocabulariesNamed: Set<String> {
    var found = vocabulariesSought
    forEachPart { atom in
      switch atom {
      case .text(_, .mentions(let mention)): found.formUnion(mention.nearness.flatMap(\.vocabularies))
      case .text(_, .detector(_, let near)): found.formUnion(near.flatMap(\.vocabularies))
      default: break
      }
    } term: { term in
      if case .mentions(_, let mention) = term { found.formUnion(mention.nearness.flatMap(\.vocabularies)) }
    }
    return found
  }

  /// The parameters that the condition reads, each once, by name.
  public var parametersRead: [Parameter] {
    var found: Set<Parameter> = []
    forEachPart { _ in
    } term: { term in
      if case .parameter(let parameter) = term { found.insert(parameter) }
    }
    return found.sorted { $0.name < $1.name }
  }

  /// Calls the bodies with every atom and every value, those inside quantifiers and values included.
  fileprivate func forEachPart(_ atom: (Atom) -> Void, term: (Term) -> Void) {
    forEachAtom { part in
      atom(part)
      switch part {
      case .anyItem(_, let inner): inner.forEachPart(atom, term: term)
      case .compared(let left, _, let right):
        left.forEachPart(atom, term: term)
        right.forEachPart(atom, term: term)
      case .exists(let value), .wordAmong(let value, _): value.forEachPart(atom, term: term)
      case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present, .field, .fieldAmong, .text: break
      }
    }
  }
}

extension Term {
  fileprivate func forEachPart(_ atom: (Atom) -> Void, term: (Term) -> Void) {
    term(self)
    switch self {
    case .count(_, let condition), .runs(_, let condition): condition.forEachPart(atom, term: term)
    case .lookup(_, let key): key.forEachPart(atom, term: term)
    case .weekday(let date): date.forEachPart(atom, term: term)
    case .arithmetic(let left, _, let right):
      left.forEachPart(atom, term: term)
      right.forEachPart(atom, term: term)
    case .constant, .fact, .field, .text, .parameter, .measure, .mentions: break
    }
  }
}
