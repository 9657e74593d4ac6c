import ProvisoLanguage
import ProvisoModel
import ProvisoSource

extension RuleTree {
  /// For each question and each of its branches whether it can be taken in a situation.
  func branchesTaken(in situation: Situation) -> [[Bool]] {
    let evaluator = Evaluator(situation)
    return questions.map { question in
      let words = question.variables.map { possible($0, situation, evaluator) }
      // Of several words asked as one, `yes` needs one that may be there (or all), `no` one that may be missing.
      let canHold = question.isAny ? words.contains { $0 & 0b10 != 0 } : words.allSatisfy { $0 & 0b10 != 0 }
      let canFail = question.isAny ? words.allSatisfy { $0 & 0b01 != 0 } : words.contains { $0 & 0b01 != 0 }
      let open = words.count == 1 ? words[0] : (canHold ? 0b10 : 0) | (canFail ? 0b01 : 0)
      return question.branches.map { $0.values & open != 0 }
    }
  }

  /// The values that a variable can have.
  private func possible(_ variable: Int, _ situation: Situation, _ evaluator: Evaluator) -> UInt64 {
    func state(_ path: String) -> FactState? {
      path == Fact.sendingDate ? .known(.date(situation.date)) : situation.state(of: path)
    }
    switch table.variables[variable] {
    case .fact(let path, let part): return state(path).flatMap { table.classes[path]?[part].possible($0) } ?? .max
    case .member(let path, let word):
      guard let state = state(path) else { return 0b11 }
      if case .known(.symbols(let words)) = state, words.contains(word) { return 0b10 }
      return 0b01
    case .answer(let atom):
      switch evaluator.answer(atom.value) {
      case .yes: return 0b10
      case .no: return 0b01
      case .open, .entangled, .failed: return 0b11
      }
    }
  }
}
