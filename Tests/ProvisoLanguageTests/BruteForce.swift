import ProvisoLanguage
import ProvisoModel

/// Decides a rule the slow way: gives the unknown facts every combination of values, and looks at all results.
struct BruteForce {
  /// A value for each unknown fact, by the number of the value.
  private typealias Choice = [Int]

  let table: DecisionTable
  /// The unknown facts with everything they can turn out to be.
  private let unknown: [(path: String, values: [FactState])]
  private var results: [Choice: DecisionTable.Result] = [:]

  /// Tries a rule where `facts` are declared; `domains` has for each fact it reads all values worth telling apart.
  init(_ table: DecisionTable, _ facts: [String: FactState], _ domains: [String: [FactState]]) throws {
    self.table = table
    unknown = domains.filter { facts[$0.key] == nil }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for choice in BruteForce.choices(unknown.map(\.values.count)) {
      var all = facts
      for (fact, number) in zip(unknown, choice) { all[fact.path] = fact.values[number] }
      if case .decided(let result) = try Sample.evaluator(all).decide(table) { results[choice] = result }
    }
  }

  private static func choices(_ counts: [Int]) -> [Choice] {
    counts.reduce([[]]) { choices, count in choices.flatMap { choice in (0..<count).map { choice + [$0] } } }
  }

  /// Every combination has a result: no rule of these tests can fail to be computed.
  var isComplete: Bool { results.count == unknown.map(\.values.count).reduce(1, *) }

  /// Everything the rule can come to.
  var possible: Set<DecisionTable.Result> { Set(results.values) }

  /// What is certain; nil when it depends on the unknown facts.
  var settled: DecisionTable.Result? { BruteForce.settled(possible, table.gravities) }

  /// What is certain when all of `results` are possible: kept and inapplicable count as the same, and so do failures of
  /// one gravity.
  static func settled(_ results: Set<DecisionTable.Result>, _ gravities: [Int]) -> DecisionTable.Result? {
    guard Set(results.map { end(of: $0, gravities) }).count == 1 else { return nil }
    let fails = results.compactMap { if case .fail(let number) = $0 { number } else { nil } }
    return fails.min().map(DecisionTable.Result.fail) ?? (results == [.notApplicable] ? .notApplicable : .pass)
  }

  /// -1 for all that is no failure, else the gravity.
  private static func end(of result: DecisionTable.Result, _ gravities: [Int]) -> Int {
    if case .fail(let number) = result { gravities[number] } else { -1 }
  }

  /// The facts of which a different value alone can make a difference.
  var missing: Set<String> {
    var missing: Set<String> = []
    for (choice, result) in results {
      for (position, fact) in unknown.enumerated() where !missing.contains(fact.path) {
        for number in fact.values.indices {
          var other = choice
          other[position] = number
          if let changed = results[other], end(changed) != end(result) { missing.insert(fact.path) }
        }
      }
    }
    return missing
  }

  /// The smallest sets of facts of which some values leave one end, whatever the others turn out to be.
  var deciding: Set<Set<String>> {
    var found: [Set<Int>] = []
    for size in 0...unknown.count {
      for set in BruteForce.sets(of: size, below: unknown.count) where !found.contains(where: { $0.isSubset(of: set) })
      {
        if decides(set) { found.append(set) }
      }
    }
    return Set(found.map { set in Set(set.map { unknown[$0].path }) })
  }

  private func decides(_ set: Set<Int>) -> Bool {
    var ends: [Choice: Set<Int>] = [:]
    for (choice, result) in results {
      ends[choice.indices.filter(set.contains).map { choice[$0] }, default: []].insert(end(result))
    }
    return ends.values.contains { $0.count == 1 }
  }

  /// The end of a result: those of one end make no difference to anybody.
  func end(_ result: DecisionTable.Result) -> Int { BruteForce.end(of: result, table.gravities) }

  private static func sets(of size: Int, below count: Int) -> [Set<Int>] {
    (0..<(1 << count)).map { bits in Set((0..<count).filter { bits >> $0 & 1 == 1 }) }.filter { $0.count == size }
  }
}
