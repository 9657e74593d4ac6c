/// What one situation shows of a rule: which of its tests had a say, and how.
public struct Trial: Sendable {
  /// A test that came out one way.
  public struct Observation: Hashable, Sendable {
    /// The test.
    public let place: WrittenCondition.Place
    /// Whether it held.
    public let held: Bool

    /// A test that came out so.
    public init(place: WrittenCondition.Place, held: Bool) {
      self.place = place
      self.held = held
    }
  }

  /// Every test that decided: had it come out the other way, the rule would have ended otherwise. Of a test inside a
  /// list, all items that came out this way are turned together; of one inside a definition, all its uses.
  public let decisive: Set<Observation>
  /// The number of the row that decided the rule; nil where none did.
  public let row: Int?
}

extension Evaluator {
  /// Tries what each test of a rule changes.
  public func trial(of table: WrittenTable) -> Trial {
    let answered = AnsweredTable(table, Interpreter(situation))
    let ending = answered.ending(turning: nil)
    let possible = answered.observations
    let decisive = possible.filter { answered.ending(turning: $0).result != ending.result }
    return Trial(decisive: decisive, row: ending.row)
  }
}

/// A written rule with the answers of one situation put in.
private struct AnsweredTable {
  private let rows: [(condition: AnsweredCondition, isNegated: Bool, result: DecisionTable.Result)]
  private let otherwise: DecisionTable.Result

  init(_ table: WrittenTable, _ interpreter: Interpreter) {
    rows = table.rows.map { row in
      (AnsweredCondition(row.condition.root, table.definitions, interpreter), row.isNegated, row.result)
    }
    otherwise = table.otherwise
  }

  /// Everything that can be turned.
  var observations: Set<Trial.Observation> {
    rows.reduce(into: []) { $0.formUnion($1.condition.observations) }
  }

  /// What the rule comes to, and the row that says so; without a result while it is open.
  func ending(turning turned: Trial.Observation?) -> (result: DecisionTable.Result?, row: Int?) {
    var pending: Set<DecisionTable.Result> = []
    for (number, row) in rows.enumerated() {
      switch row.condition.truth(turning: turned) {
      case nil: pending.insert(row.result)
      case row.isNegated: continue
      default: return pending.isSubset(of: [row.result]) ? (row.result, pending.isEmpty ? number : nil) : (nil, nil)
      }
    }
    return pending.isSubset(of: [otherwise]) ? (otherwise, nil) : (nil, nil)
  }
}

/// A written condition with the answers of one situation put in; nil for what is open or cannot be computed.
private indirect enum AnsweredCondition {
  case all([AnsweredCondition])
  case any([AnsweredCondition])
  case not(AnsweredCondition)
  case answer(WrittenCondition.Place, Bool?)
  case definition(WrittenCondition.Place, AnsweredCondition)

  init(_ part: WrittenCondition.Part, _ definitions: [String: WrittenCondition], _ interpreter: Interpreter) {
    switch part {
    case .all(let parts): self = .all(parts.map { .init($0, definitions, interpreter) })
    case .any(let parts): self = .any(parts.map { .init($0, definitions, interpreter) })
    case .not(let inner): self = .not(.init(inner, definitions, interpreter))
    case .anyItem(let list, let inner):
      let items = interpreter.situation.draft.items(list)
      self = .any(items.map { .init(inner, definitions, interpreter.inside($0)) })
    case .leaf(let leaf):
      switch leaf.meaning {
      case .test(let condition): self = .answer(leaf.place, interpreter.truth(condition).isYes)
      case .definition(let name):
        let inner = definitions[name].map { AnsweredCondition($0.root, definitions, interpreter) }
        self = .definition(leaf.place, inner ?? .any([]))
      }
    }
  }

  func truth(turning turned: Trial.Observation?) -> Bool? {
    switch self {
    case .all(let parts): return joined(parts, ending: false, turned)
    case .any(let parts): return joined(parts, ending: true, turned)
    case .not(let inner): return inner.truth(turning: turned).map { !$0 }
    case .answer(let place, let answer): return Self.turn(answer, place, turned)
    case .definition(let place, let inner): return Self.turn(inner.truth(turning: turned), place, turned)
    }
  }

  private func joined(_ parts: [AnsweredCondition], ending: Bool, _ turned: Trial.Observation?) -> Bool? {
    var isOpen = false
    for part in parts {
      switch part.truth(turning: turned) {
      case ending: return ending
      case nil: isOpen = true
      default: continue
      }
    }
    return isOpen ? nil : !ending
  }

  private static func turn(_ answer: Bool?, _ place: WrittenCondition.Place, _ turned: Trial.Observation?) -> Bool? {
    guard let turned, turned.held == answer, turned.place == place else { return answer }
    return !turned.held
  }

  var observations: Set<Trial.Observation> {
    switch self {
    case .all(let parts), .any(let parts): return parts.reduce(into: []) { $0.formUnion($1.observations) }
    case .not(let inner): return inner.observations
    case .answer(let place, let answer): return Self.observation(place, answer)
    case .definition(let place, let inner):
      return inner.observations.union(Self.observation(place, inner.truth(turning: nil)))
    }
  }

  private static func observation(_ place: WrittenCondition.Place, _ answer: Bool?) -> Set<Trial.Observation> {
    answer.map { [Trial.Observation(place: place, held: $0)] } ?? []
  }
}
