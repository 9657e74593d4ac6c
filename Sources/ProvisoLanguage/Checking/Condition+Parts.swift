extension Condition {
  /// Calls `body` with every atom, those inside quantifiers and values included, the outer before the inner.
  public func forEachNestedAtom(_ body: (Atom) -> Void) {
    forEachAtom { $0.forEachNestedAtom(body) }
  }

  /// Calls `body` with every value, those inside quantifiers and values included.
  func forEachNestedTerm(_ body: (Term) -> Void) {
    forEachNestedAtom { $0.forEachTerm(body) }
  }
}

extension Atom {
  /// Calls `body` with the atom and every one inside it.
  func forEachNestedAtom(_ body: (Atom) -> Void) {
    body(self)
    if case .anyItem(_, let inner) = self { inner.forEachNestedAtom(body) }
    forEachTerm { $0.condition?.forEachNestedAtom(body) }
  }

  /// Calls `body` with every value that the atom computes, the outer before the inner; those of conditions inside it
  /// belong to other atoms.
  public func forEachTerm(_ body: (Term) -> Void) {
    switch self {
    case .compared(let left, _, let right):
      left.forEachTerm(body)
      right.forEachTerm(body)
    case .exists(let term), .wordAmong(let term, _): term.forEachTerm(body)
    case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present, .field, .fieldAmong, .text, .anyItem: break
    }
  }

  /// Whether no condition stands inside the atom, so that it is open as a whole.
  var isSimple: Bool {
    if case .anyItem = self { return false }
    var isSimple = true
    forEachTerm { if $0.condition != nil { isSimple = false } }
    return isSimple
  }
}

extension Term {
  /// Calls `body` with this value and every one it is computed from.
  public func forEachTerm(_ body: (Term) -> Void) {
    body(self)
    switch self {
    case .lookup(_, let inner), .weekday(let inner): inner.forEachTerm(body)
    case .arithmetic(let left, _, let right):
      left.forEachTerm(body)
      right.forEachTerm(body)
    case .constant, .fact, .field, .text, .parameter, .measure, .mentions, .count, .runs: break
    }
  }

  /// The condition that items are counted by; nil where nothing is counted.
  fileprivate var condition: Condition? {
    switch self {
    case .count(_, let condition), .runs(_, let condition): condition
    case .constant, .fact, .field, .text, .parameter, .measure, .mentions, .lookup, .arithmetic, .weekday: nil
    }
  }
}
