import ProvisoModel

extension DecisionTable {
  /// What a table comes to as far as is known.
  enum Ending<Failure> {
    case decided(Result)
    case open
    case failed(Failure)
  }

  /// Walks the rows from the top. A row that is open does not matter when everything behind it comes to the same.
  ///
  /// - Parameter truth: what is known of the condition of the row of this number; not asked for rows behind the end.
  func ending<Open, Failure>(_ truth: (Int) -> Answered<Open, Failure>) -> Ending<Failure> {
    var pending: Result?
    var isOpen = false
    for number in rows.indices {
      let result = rows[number].result
      switch truth(number) {
      case .no: continue
      case .yes: return isOpen || (pending ?? result) != result ? .open : .decided(result)
      case .open:
        isOpen = isOpen || (pending ?? result) != result
        pending = result
      case .failed(let error): return pending == nil ? .failed(error) : .open
      }
    }
    return isOpen || (pending ?? otherwise) != otherwise ? .open : .decided(otherwise)
  }
}

extension Interpreter {
  /// What a table comes to as far as is known.
  func ending(of table: DecisionTable) -> DecisionTable.Ending<EvaluationError> {
    table.ending { truth(table.rows[$0].condition) }
  }

  /// Names everything open in a condition, in the order it is written, also where one answer would settle the whole.
  func forEachOpenVariable(in condition: Condition, _ body: (Variable) -> Void) {
    switch condition {
    case .constant: break
    case .not(let inner): forEachOpenVariable(in: inner, body)
    case .all(let parts), .any(let parts): for part in parts { forEachOpenVariable(in: part, body) }
    case .atom(.anyItem(let list, let inner)):
      for item in situation.draft.items(list) { inside(item).forEachOpenVariable(in: inner, body) }
    case .atom: if case .open(let variable) = truth(condition) { body(variable) }
    }
  }
}
