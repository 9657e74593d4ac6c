extension Condition {
  /// How large a condition is: its tests, those inside lists and values included, and how deep they are nested.
  struct Extent: Equatable {
    var tests = 0
    var depth = 0
  }

  /// The extent; past `limit` in one of the two it is looked at no further, and larger than the limit.
  func extent(upTo limit: Extent) -> Extent {
    var measure = ExtentMeasure(limit: limit)
    measure.add(self, at: 1)
    return measure.extent
  }
}

private struct ExtentMeasure {
  let limit: Condition.Extent
  private(set) var extent = Condition.Extent()

  init(limit: Condition.Extent) {
    self.limit = limit
  }

  mutating func add(_ condition: Condition, at depth: Int) {
    guard extent.tests <= limit.tests, extent.depth <= limit.depth else { return }
    extent.depth = max(extent.depth, depth)
    switch condition {
    case .constant: break
    case .not(let inner): add(inner, at: depth + 1)
    case .all(let parts), .any(let parts): for part in parts { add(part, at: depth + 1) }
    case .atom(let atom):
      extent.tests += 1
      add(atom, at: depth + 1)
    }
  }

  private mutating func add(_ atom: Atom, at depth: Int) {
    switch atom {
    case .anyItem(_, let inner): add(inner, at: depth)
    case .compared(let left, _, let right):
      add(left, at: depth)
      add(right, at: depth)
    case .exists(let term), .wordAmong(let term, _): add(term, at: depth)
    case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present, .field, .fieldAmong, .text: break
    }
  }

  private mutating func add(_ term: Term, at depth: Int) {
    switch term {
    case .count(_, let inner), .runs(_, let inner): add(inner, at: depth)
    case .lookup(_, let inner), .weekday(let inner): add(inner, at: depth + 1)
    case .arithmetic(let left, _, let right):
      add(left, at: depth + 1)
      add(right, at: depth + 1)
    case .constant, .fact, .field, .text, .parameter, .measure, .mentions: break
    }
  }
}
