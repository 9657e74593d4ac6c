extension Condition {
  /// The facts that the condition reads, also inside quantifiers and values.
  public var factsRead: Set<String> {
    var facts: Set<String> = []
    collectFacts(&facts)
    return facts
  }

  fileprivate func collectFacts(_ facts: inout Set<String>) {
    switch self {
    case .constant: break
    case .not(let inner): inner.collectFacts(&facts)
    case .all(let parts), .any(let parts): for part in parts { part.collectFacts(&facts) }
    case .atom(let atom): atom.collectFacts(&facts)
    }
  }
}

extension Condition {
  /// The names of the detectors that the condition asks for, also inside quantifiers and values.
  public var detectors: Set<String> {
    var found: Set<String> = []
    forEachCheck { if case .detector(let name, _) = $1 { found.insert(name) } }
    return found
  }

  /// The regular expressions that are looked for in the draft's texts, also inside quantifiers and values; not those
  /// that only a fact or a field of an item is held against.
  public var searchedPatterns: Set<String> {
    var found: Set<String> = []
    forEachCheck { subject, check in
      guard case .matches(let pattern) = check else { return }
      switch subject {
      case .scope, .item: found.insert(pattern)
      case .fact, .field: break
      }
    }
    return found
  }

  fileprivate func forEachCheck(_ visit: (TextSubject, TextCheck) -> Void) {
    forEachAtom { atom in
      switch atom {
      case .text(let subject, let check): visit(subject, check)
      case .anyItem(_, let inner): inner.forEachCheck(visit)
      case .compared(let left, _, let right): for term in [left, right] { term.forEachCheck(visit) }
      case .exists(let term), .wordAmong(let term, _): term.forEachCheck(visit)
      case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present, .field, .fieldAmong: break
      }
    }
  }
}

extension Term {
  fileprivate func forEachCheck(_ visit: (TextSubject, TextCheck) -> Void) {
    switch self {
    case .count(_, let condition), .runs(_, let condition): condition.forEachCheck(visit)
    case .lookup(_, let key): key.forEachCheck(visit)
    case .weekday(let date): date.forEachCheck(visit)
    case .arithmetic(let left, _, let right): for term in [left, right] { term.forEachCheck(visit) }
    case .constant, .fact, .field, .text, .parameter, .measure, .mentions: break
    }
  }
}

extension Atom {
  /// The facts that the atom reads, also inside quantifiers and values.
  public var factsRead: Set<String> {
    var facts: Set<String> = []
    collectFacts(&facts)
    return facts
  }

  /// Whether no condition stands inside the atom, so that it is open as a whole.
  var isSimple: Bool {
    func isSimple(_ term: Term) -> Bool {
      switch term {
      case .count, .runs: false
      case .lookup(_, let key): isSimple(key)
      case .weekday(let date): isSimple(date)
      case .arithmetic(let left, _, let right): isSimple(left) && isSimple(right)
      case .constant, .fact, .field, .text, .parameter, .measure, .mentions: true
      }
    }
    switch self {
    case .anyItem: return false
    case .compared(let left, _, let right): return isSimple(left) && isSimple(right)
    case .exists(let term), .wordAmong(let term, _): return isSimple(term)
    case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present, .field, .fieldAmong, .text: return true
    }
  }

  /// Whether facts and the day alone decide it, whatever the draft says.
  public var restsOnFacts: Bool {
    func isFact(_ subject: TextSubject) -> Bool { if case .fact = subject { true } else { false } }
    func restsOnFacts(_ term: Term) -> Bool {
      switch term {
      case .constant, .fact, .parameter: true
      case .text(let subject), .measure(_, let subject): isFact(subject)
      case .lookup(_, let key): restsOnFacts(key)
      case .weekday(let date): restsOnFacts(date)
      case .arithmetic(let left, _, let right): restsOnFacts(left) && restsOnFacts(right)
      case .field, .mentions, .count, .runs: false
      }
    }
    switch self {
    case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present: return true
    case .compared(let left, _, let right): return restsOnFacts(left) && restsOnFacts(right)
    case .exists(let term), .wordAmong(let term, _): return restsOnFacts(term)
    case .text(let subject, _): return isFact(subject)
    case .field, .fieldAmong, .anyItem: return false
    }
  }

  fileprivate func collectFacts(_ facts: inout Set<String>) {
    switch self {
    case .truth(let path), .symbol(let path, _), .place(let path, _), .member(let path, _), .memberPlace(let path, _),
      .present(let path):
      facts.insert(path)
    case .placeIn(let path, let other): facts.formUnion([path, other])
    case .compared(let left, _, let right):
      left.collectFacts(&facts)
      right.collectFacts(&facts)
    case .exists(let term), .wordAmong(let term, _): term.collectFacts(&facts)
    case .field, .fieldAmong: break
    case .text(let subject, let check):
      if case .fact(let path) = subject { facts.insert(path) }
      if let path = check.factRead { facts.insert(path) }
    case .anyItem(_, let condition): condition.collectFacts(&facts)
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
  fileprivate func collectFacts(_ facts: inout Set<String>) {
    switch self {
    case .constant, .field, .parameter, .mentions: break
    case .fact(let path): facts.insert(path)
    case .text(let subject), .measure(_, let subject):
      if case .fact(let path) = subject { facts.insert(path) }
    case .count(_, let condition), .runs(_, let condition): condition.collectFacts(&facts)
    case .lookup(_, let term), .weekday(let term): term.collectFacts(&facts)
    case .arithmetic(let left, _, let right):
      left.collectFacts(&facts)
      right.collectFacts(&facts)
    }
  }
}
