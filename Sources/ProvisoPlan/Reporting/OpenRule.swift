import ProvisoLogic
import ProvisoModel

/// An undetermined rule as a diagram restricted by what is known: it tells how much an answer would settle of it.
struct OpenRule {
  /// A variable that the rule still depends on.
  struct Variable {
    let number: Int
    let meaning: VariableTable.Variable
    /// The values it can still have.
    let possible: UInt64
    /// The facts a person declares to settle it.
    let facts: [String]
  }

  /// The variables in their order.
  private let variables: [Variable]
  private let table: VariableTable
  private var search: AnswerSearch
  /// For each variable the numbers of its facts.
  private let facts: [[Int]]
  /// How many facts there are.
  private let factCount: Int

  /// All of a rule, as `settled` counts it.
  static let whole = 1_000_000
  /// The most combinations of answers that are looked at for one fact.
  private static let mostAnswers = 64

  /// - Parameter variables: those that `rest` depends on.
  init(_ rest: Restriction, _ variables: [Variable], _ table: VariableTable) {
    (self.variables, self.table) = (variables, table)
    search = AnswerSearch(rest)
    var numbers: [String: Int] = [:]
    for fact in variables.flatMap(\.facts) where numbers[fact] == nil { numbers[fact] = numbers.count }
    facts = variables.map { $0.facts.compactMap { numbers[$0] } }
    factCount = numbers.count
  }

  /// How much of the rule the answer to a fact settles on average, in millionths: all of it where no fact is left to
  /// ask for, and a part where some of its facts play no part any more.
  ///
  /// The words of a closed list and the places are taken for equally likely, a set for one of its words or none of
  /// them, numbers and dates for equally likely in each stretch that rules tell apart.
  mutating func settled(by fact: String, _ schema: FactSchema) -> Int {
    guard factCount > 0 else { return 0 }
    var (weights, left) = (0, 0)
    for answer in answers(of: fact, schema) {
      weights += answer.weight
      left += answer.weight * factsLeft(after: answer)
    }
    guard weights > 0 else { return 0 }
    return OpenRule.whole - OpenRule.whole * left / (weights * factCount)
  }

  /// How many facts the rule still depends on.
  private mutating func factsLeft(after answer: Restriction.Answer) -> Int {
    var values = [Int32](repeating: -1, count: variables.count)
    for (place, variable) in variables.enumerated() {
      if let value = answer.values[variable.number] { values[place] = Int32(value) }
    }
    let facts = facts
    var isLeft = [Bool](repeating: false, count: factCount)
    search.forEachVariable(after: values) { place in for fact in facts[place] { isLeft[fact] = true } }
    return isLeft.count { $0 }
  }

  // MARK: Answers

  /// What a person may answer, as far as the rule can tell it apart.
  private func answers(of fact: String, _ schema: FactSchema) -> [Restriction.Answer] {
    let own = variables.filter { $0.facts == [fact] }
    var answers = members(own, schema[fact])
    for variable in own {
      let values: [Restriction.Answer]
      switch variable.meaning {
      case .member: continue
      case .fact(let path, let part):
        let sizes = table.classes[path]?[part].sizes ?? []
        let open = sizes.indices.filter { variable.possible >> UInt64($0) & 1 == 1 }
        values = open.enumerated().map { Restriction.Answer(weight: sizes[$1], values: [variable.number: $0]) }
      case .answer: values = (0...1).map { Restriction.Answer(weight: 1, values: [variable.number: $0]) }
      }
      guard answers.count * values.count <= OpenRule.mostAnswers else { break }
      answers = answers.flatMap { answer in
        values.map {
          Restriction.Answer(
            weight: answer.weight * $0.weight, values: answer.values.merging($0.values) { first, _ in first })
        }
      }
    }
    return answers
  }

  /// The answers of a set: each of the words asked for alone, and all others as one; a single empty answer for a fact
  /// that is no set.
  private func members(_ variables: [Variable], _ definition: FactDefinition?) -> [Restriction.Answer] {
    let asked = variables.filter { if case .member = $0.meaning { true } else { false } }.map(\.number)
    guard !asked.isEmpty else { return [Restriction.Answer(weight: 1, values: [:])] }
    let none = Dictionary(uniqueKeysWithValues: asked.map { ($0, 0) })
    var words = asked.count + 1
    if case .symbols(let names)? = definition?.type { words = names.count }
    let others = Restriction.Answer(weight: max(1, words - asked.count), values: none)
    return [others]
      + asked.map { Restriction.Answer(weight: 1, values: none.merging([$0: 1]) { _, new in new }) }
  }
}
