import ProvisoModel

/// Everything that the decision of one rule rests on: where it is the same, so is the decision.
public struct Footing: Hashable, Sendable {
  /// The states of the facts that the rule reads, in the order of their names.
  fileprivate let states: [FactState?]
  /// The answers of its tests of the draft, in their order.
  fileprivate let answers: [Bool]
  fileprivate let date: CalendarDate
}

extension Evaluator {
  /// What the decision of a rule rests on; nil where a test of the draft itself hangs on unknown facts, so that it
  /// cannot be said in short.
  ///
  /// - Parameter facts: the facts that the rule reads, in a fixed order.
  public func footing(of table: DecisionTable, reading facts: [String]) -> Footing? {
    var answers: [Bool] = []
    var isComplete = true
    for row in table.rows {
      row.condition.forEachAtom { atom in
        guard isComplete, atom.asksDraft else { return }
        switch answer(atom) {
        case .yes: answers.append(true)
        case .no: answers.append(false)
        case .open, .entangled, .failed: isComplete = false
        }
      }
    }
    guard isComplete else { return nil }
    return Footing(states: facts.map { situation.state(of: $0) }, answers: answers, date: situation.date)
  }
}

extension Atom {
  /// Whether it asks more than declared facts.
  fileprivate var asksDraft: Bool {
    switch self {
    case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present: false
    case .compared(let left, _, let right): left.asksDraft || right.asksDraft
    case .wordAmong(let term, _), .exists(let term): term.asksDraft
    case .field, .fieldAmong, .text, .anyItem: true
    }
  }
}

extension Term {
  /// Whether it asks more than declared facts.
  fileprivate var asksDraft: Bool {
    switch self {
    case .constant, .fact, .parameter: false
    case .lookup(_, let key): key.asksDraft
    case .weekday(let date): date.asksDraft
    case .arithmetic(let left, _, let right): left.asksDraft || right.asksDraft
    case .field, .text, .measure, .mentions, .count, .runs: true
    }
  }
}
