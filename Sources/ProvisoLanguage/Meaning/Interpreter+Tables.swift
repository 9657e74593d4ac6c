import ProvisoModel

extension Interpreter {
  /// What a table comes to as far as is known.
  enum Ending {
    case decided(DecisionTable.Result)
    case open
    case failed(EvaluationError)
  }

  /// Walks the rows from the top. A row that is open does not matter when everything behind it comes to the same.
  func ending(of table: DecisionTable) -> Ending {
    Interpreter.ending(of: table, table.rows.lazy.map { truth($0.condition) })
  }

  /// The same, from what is known of the condition of each row.
  static func ending(of table: DecisionTable, _ truths: some Sequence<Truth>) -> Ending {
    var pending: Set<DecisionTable.Result> = []
    for (row, truth) in zip(table.rows, truths) {
      switch truth {
      case .no: continue
      case .yes: return pending.isSubset(of: [row.result]) ? .decided(row.result) : .open
      case .open: pending.insert(row.result)
      case .failed(let error): return pending.isEmpty ? .failed(error) : .open
      }
    }
    return pending.isSubset(of: [table.otherwise]) ? .decided(table.otherwise) : .open
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
