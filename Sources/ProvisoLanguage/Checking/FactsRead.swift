extension Condition {
  /// The facts that the condition reads, also inside quantifiers and values.
  public var factsRead: Set<String> {
    var facts: Set<String> = []
    forEachNestedAtom { $0.collectFacts(&facts) }
    return facts
  }

  /// The names of the detectors that the condition asks for, also inside quantifiers and values.
  public var detectors: Set<String> {
    var found: Set<String> = []
    forEachNestedAtom { atom in
      if case .text(_, .detector(let name, _)) = atom { found.insert(name) }
    }
    return found
  }

  /// The regular expressions that are looked for in the draft's texts, also inside quantifiers and values; not those
  /// that only a fact or a field of an item is held against.
  public var searchedPatterns: Set<String> {
    var found: Set<String> = []
    forEachNestedAtom { atom in
      switch atom {
      case .text(.scope, .matches(let pattern)), .text(.item, .matches(let pattern)): found.insert(pattern)
      default: break
      }
    }
    return found
  }
}

extension Atom {
  /// The facts that the atom reads, also inside quantifiers and values.
  public var factsRead: Set<String> {
    var facts: Set<String> = []
    forEachNestedAtom { $0.collectFacts(&facts) }
    return facts
  }

  /// Whether facts and the day alone decide it, whatever the draft says.
  public var restsOnFacts: Bool {
    switch self {
    case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present, .text(.fact, _): return true
    case .field, .fieldAmong, .text, .anyItem: return false
    case .compared, .exists, .wordAmong:
      var restsOnFacts = true
      forEachTerm { if $0.readsDraft { restsOnFacts = false } }
      return restsOnFacts
    }
  }

  /// The facts that the atom itself reads, and its values.
  fileprivate func collectFacts(_ facts: inout Set<String>) {
    switch self {
    case .truth(let path), .symbol(let path, _), .place(let path, _), .member(let path, _), .memberPlace(let path, _),
      .present(let path):
      facts.insert(path)
    case .placeIn(let path, let other): facts.formUnion([path, other])
    case .text(let subject, let check):
      if case .fact(let path) = subject { facts.insert(path) }
      if let path = check.factRead { facts.insert(path) }
    case .compared, .exists, .wordAmong: forEachTerm { term in if let path = term.factRead { facts.insert(path) } }
    case .field, .fieldAmong, .anyItem: break
    }
  }
}

extension TextCheck {
  /// The fact whose texts or languages the check needs.
  var factRead: String? {
    switch self {
    case .containsFact(let path), .isOneOf(let path): path
    case .mentions(let mention): mention.languages
    case .matches, .contains, .detector, .isPhrase: nil
    }
  }
}

extension Term {
  /// Whether the value itself is taken from the draft.
  fileprivate var readsDraft: Bool {
    switch self {
    case .constant, .fact, .parameter, .text(.fact), .measure(_, .fact), .lookup, .arithmetic, .weekday: false
    case .field, .text, .measure, .mentions, .count, .runs: true
    }
  }

  /// The fact that the value itself is, or is measured of.
  fileprivate var factRead: String? {
    switch self {
    case .fact(let path), .text(.fact(let path)), .measure(_, .fact(let path)): path
    case .constant, .field, .text, .parameter, .measure, .mentions, .count, .runs, .lookup, .arithmetic, .weekday: nil
    }
  }
}
