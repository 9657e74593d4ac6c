import ProvisoModel

/// Collects what made conditions true or false.
struct Evidence {
  private var interpreter: Interpreter
  private var reasons: [Reason] = []
  private var facts: [String: String] = [:]
  private var applying: [FoundText] = []
  private var demanded: [FoundText] = []
  private var isRule = false
  /// Whether a test of the text had a say in the rule's demand.
  private var isInText = false
  /// Whether a condition that is still open tells what it can.
  private let acceptsOpen: Bool
  /// What patterns are called.
  private let names: [String: String]

  /// - Parameters:
  ///   - acceptsOpen: whether of a condition that is still open those parts are noted that are not.
  ///   - names: what patterns are called.
  init(_ situation: Situation, acceptsOpen: Bool = false, naming names: [String: String]) {
    interpreter = Interpreter(situation)
    self.acceptsOpen = acceptsOpen
    self.names = names
  }

  var explanation: Explanation {
    var result = Explanation()
    var seen = Set<Reason>()
    result.parts = reasons.filter { seen.insert($0).inserted }
    result.isInText = isInText
    result.facts = facts
    var found = Set<FoundText>()
    result.places = (demanded.isEmpty ? applying : demanded).filter { found.insert($0).inserted }
      .sorted { $0.span < $1.span }
    return result
  }

  /// Whether something in the text makes the rule apply.
  var isAppliedByText: Bool { !applying.isEmpty }

  /// Notes why `condition` is `expected`; parts that came out otherwise had no say.
  ///
  /// - Parameter isRule: whether this is the rule's demand, not what makes it apply.
  mutating func collect(_ condition: Condition, expected: Bool, isRule: Bool) {
    self.isRule = isRule
    walk(condition, expected)
  }

  private mutating func walk(_ condition: Condition, _ expected: Bool) {
    if case .not(let inner) = condition { return walk(inner, !expected) }
    switch interpreter.truth(condition) {
    case .yes where expected, .no where !expected: walkSettled(condition, expected)
    case .open where acceptsOpen: walkOpen(condition, expected)
    default: break
    }
  }

  /// Of a condition that is open, the parts that came out as expected.
  private mutating func walkOpen(_ condition: Condition, _ expected: Bool) {
    switch condition {
    case .constant, .atom: break
    case .not(let inner): walkOpen(inner, !expected)
    case .all(let parts), .any(let parts): for part in parts { walk(part, expected) }
    }
  }

  /// Of a condition that came out as expected, what made it so.
  private mutating func walkSettled(_ condition: Condition, _ expected: Bool) {
    switch condition {
    case .constant: break
    case .not(let inner): walkSettled(inner, !expected)
    case .all(let parts): expected ? walkAll(parts, true) : walkDeciding(parts, false)
    case .any(let parts): expected ? walkDeciding(parts, true) : walkAll(parts, false)
    case .atom(let atom): note(atom, expected)
    }
  }

  /// All parts are as expected where that took all of them.
  private mutating func walkAll(_ parts: [Condition], _ expected: Bool) {
    for part in parts { walkSettled(part, expected) }
  }

  /// One part suffices; all that found something in the text are worth showing.
  private mutating func walkDeciding(_ parts: [Condition], _ expected: Bool) {
    let deciding = parts.filter { interpreter.truth($0).isYes == expected }
    if let first = deciding.first { walkSettled(first, expected) }
    for part in deciding.dropFirst() where part.asksText { walkSettled(part, expected) }
  }

  private var places: [FoundText] { isRule ? demanded : applying }

  private mutating func note(_ atom: Atom, _ holds: Bool) {
    switch atom {
    case .truth(let path), .symbol(let path, _), .place(let path, _), .member(let path, _), .memberPlace(let path, _),
      .present(let path):
      noteFact(path)
    case .placeIn(let path, let other):
      noteFact(path)
      noteFact(other)
    case .compared(let left, let comparison, let right): noteComparison(left, comparison, right, holds)
    case .text(let subject, let check): noteText(subject, check, holds)
    case .anyItem(let list, let condition): noteItems(list, condition, holds)
    case .wordAmong(let term, _):
      noteFacts(in: term)
      if case .known(let word) = interpreter.value(term) { reasons.append(.clause("\(term) is \(word)")) }
    case .exists(let term): reasons.append(.clause("\(term) is \(holds ? "there" : "missing")"))
    case .field, .fieldAmong: break
    }
  }

  private mutating func noteFact(_ path: String) {
    switch interpreter.state(path) {
    case .known(let value):
      facts[path] = value.description
      reasons.append(.fact(path, value.description.isEmpty ? "empty" : value.description))
    case .absent:
      facts[path] = "absent"
      reasons.append(.fact(path, "absent"))
    case nil: break
    }
  }

  private mutating func noteComparison(_ left: Term, _ comparison: Comparison, _ right: Term, _ holds: Bool) {
    for term in [left, right] { noteFacts(in: term) }
    // Phrases are worth showing where there are many, not where there are too few.
    let many: Term? = comparison == .equal ? nil : holds ? right : left
    if let many {
      if case .mentions(let scope, let mention) = many,
        case .places(let found) = interpreter.found(.scope(scope), .mentions(mention))
      {
        add(found)
      }
    }
    guard case .known(let leftValue) = interpreter.value(left), case .known(let rightValue) = interpreter.value(right)
    else { return }
    // The computed side is told, the constant side is what it is held against.
    let isSwapped = left.isConstant && !right.isConstant
    let (term, value, limit) = isSwapped ? (right, leftValue, left) : (left, rightValue, right)
    let shown = isSwapped ? rightValue : leftValue
    let limitText = limit.isConstant ? value.description : "\(limit) (\(value))"
    let relation: Reason.Relation =
      switch (comparison, holds, isSwapped) {
      case (.equal, true, _): .equal
      case (.equal, false, _): .notEqual
      case (.less, true, false), (.atMost, false, true): .below
      case (.less, true, true), (.atMost, false, false): .above
      case (.atMost, true, false), (.less, false, true): .atMost
      case (.atMost, true, true), (.less, false, false): .atLeast
      }
    reasons.append(.compared(term.description, value: shown.description, relation, limit: limitText))
  }

  private mutating func noteFacts(in term: Term) {
    switch term {
    case .fact(let path):
      if case .known(let value)? = interpreter.state(path) { facts[path] = value.description }
    case .lookup(_, let term), .weekday(let term): noteFacts(in: term)
    case .arithmetic(let left, _, let right):
      noteFacts(in: left)
      noteFacts(in: right)
    case .measure(_, .fact(let path)): noteFacts(in: .fact(path))
    default: break
    }
  }

  private mutating func noteText(_ subject: TextSubject, _ check: TextCheck, _ holds: Bool) {
    if case .fact(let path) = subject { noteFact(path) } else if isRule { isInText = true }
    switch check {
    case .containsFact(let path), .isOneOf(let path): noteFacts(in: .fact(path))
    default: break
    }
    guard holds else {
      if case .item = subject { return }
      reasons.append(.missing(subject.description, check.clause(naming: names)))
      return
    }
    var found: [FoundText] = []
    if case .places(let places) = interpreter.found(subject, check) { found = places }
    add(found)
    if case .fact = subject { return }
    reasons.append(.found(subject.description, check.clause(naming: names), check.isQuoted ? found : []))
  }

  private mutating func noteItems(_ list: ItemList, _ condition: Condition, _ holds: Bool) {
    if isRule { isInText = true }
    guard holds else {
      reasons.append(.clause(absence(of: list, condition)))
      return
    }
    let outer = interpreter
    defer { interpreter = outer }
    for item in outer.situation.draft.items(list) {
      let inner = outer.inside(item)
      guard inner.truth(condition).isYes == true else { continue }
      interpreter = inner
      let before = places.count
      walkSettled(condition, true)
      if places.count == before, let place = item.place { add([place]) }
    }
  }

  /// Why no item fulfils a condition, as far as that can be said in short.
  private func absence(of list: ItemList, _ condition: Condition) -> String {
    if interpreter.situation.draft.items(list).isEmpty { return "there are no \(list)" }
    return if case .atom(.text(.item, let check)) = condition {
      "no \(list.kind) \(check.clause(naming: names))"
    } else {
      "no \(list.kind) fulfils the condition"
    }
  }

  private mutating func add(_ found: [FoundText]) {
    if isRule { demanded += found } else { applying += found }
  }
}

extension Condition {
  /// Whether a test of the text stands in it.
  fileprivate var asksText: Bool {
    var found = false
    forEachAtom { atom in
      switch atom {
      case .text, .anyItem: found = true
      default: break
      }
    }
    return found
  }
}
