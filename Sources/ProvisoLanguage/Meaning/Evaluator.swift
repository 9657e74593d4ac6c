/// Decides rules in one situation and says why: the reference that every faster engine must agree with.
public struct Evaluator {
  private let situation: Situation

  /// An evaluator for one draft, one audience and one day.
  public init(_ situation: Situation) {
    self.situation = situation
  }

  /// What a rule comes to, exactly.
  public func decide(_ table: DecisionTable) -> RuleDecision {
    CaseSplit.decide(table, in: situation)
  }

  /// Whether a condition holds; nil while that depends on unknown facts, or cannot be computed.
  public func holds(_ condition: Condition) -> Bool? {
    switch Interpreter(situation).truth(condition) {
    case .yes: true
    case .no: false
    case .open, .failed: nil
    }
  }

  /// The value of a term as it is shown to people; nil when it is absent, unknown or cannot be computed.
  public func value(_ term: Term) -> String? {
    if case .known(let operand) = Interpreter(situation).value(term) { operand.description } else { nil }
  }

  /// Why a rule came to `result`: what decided, what was read, where in the text.
  public func explain(_ table: DecisionTable, _ result: DecisionTable.Result) -> Explanation {
    var evidence = Evidence(situation)
    for row in table.rows {
      if row.result == result, holds(row.condition) != false {
        evidence.collect(row.condition, expected: true, isRule: row.result != .notApplicable)
        return evidence.explanation
      }
      evidence.collect(row.condition, expected: false, isRule: row.result != .notApplicable)
    }
    return evidence.explanation
  }
}
