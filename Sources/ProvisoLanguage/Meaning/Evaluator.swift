import ProvisoModel

/// Decides rules in one situation and says why: the reference that every faster engine must agree with.
public struct Evaluator {
  let situation: Situation

  /// An evaluator for one draft, one audience and one day.
  public init(_ situation: Situation) {
    self.situation = situation
  }

  /// What a rule comes to, exactly.
  public func decide(_ table: DecisionTable) -> RuleDecision {
    CaseSplit.decide(table, in: situation)
  }

  /// What is known of one atom.
  public enum Answer: Sendable {
    case yes, no
    /// It depends on these facts.
    case open([String])
    /// It depends on facts in more than one way, as a condition inside a list does.
    case entangled
    case failed
  }

  /// The answer of an atom by itself.
  public func answer(_ atom: Atom) -> Answer {
    switch Interpreter(situation).truth(atom) {
    case .yes: .yes
    case .no: .no
    case .open(let variable): atom.isSimple ? .open(variable.facts) : .entangled
    case .failed: .failed
    }
  }

  /// Whether a fact is declared, be it as absent, and not in part only, as a place that has parts.
  public func isKnown(_ path: String) -> Bool { !Interpreter(situation).isOpen(path) }

  /// The fact a person declares: `recipient.region` is declared through `recipient.regions`.
  public func declaredFact(_ path: String) -> String { situation.schema[path]?.each ?? path }

  /// Whether a rule certainly does not apply.
  public func isInapplicable(_ table: DecisionTable) -> Bool {
    if case .decided(.notApplicable) = Interpreter(situation).ending(of: table) { true } else { false }
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

  /// Why a rule came to one of `results`: what decided, what was read, where in the text. Of several it is not known to
  /// which; then what is known counts.
  ///
  /// - Parameter names: what patterns are called.
  public func explain(
    _ table: DecisionTable, _ results: [DecisionTable.Result], naming names: [String: String] = [:]
  ) -> Explanation {
    var evidence = Evidence(situation, naming: names)
    for row in table.rows {
      let holds = holds(row.condition)
      let isReason = results.contains(row.result) && holds != false
      evidence.collect(row.condition, expected: isReason, isRule: row.result != .notApplicable)
      if isReason, results.count == 1 || holds == true { break }
    }
    return evidence.explanation
  }

  /// What is known of an undetermined rule that speaks for its being broken.
  ///
  /// - Parameter names: what patterns are called.
  public func suspicion(_ table: DecisionTable, naming names: [String: String] = [:]) -> Explanation {
    var evidence = Evidence(situation, acceptsOpen: true, naming: names)
    for row in table.rows {
      var isBroken = false
      if case .fail = row.result { isBroken = true }
      evidence.collect(row.condition, expected: isBroken, isRule: row.result != .notApplicable)
    }
    var explanation = evidence.explanation
    // What a text has or lacks says nothing while neither text nor facts tell that the rule is about such texts.
    let applies = table.rows.allSatisfy { $0.result != .notApplicable || holds($0.condition) == false }
    if !applies, !evidence.isAppliedByText { explanation.isInText = false }
    return explanation
  }
}
