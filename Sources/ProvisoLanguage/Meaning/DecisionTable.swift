/// What a rule comes to: rows tried from the top, the first whose condition holds decides.
///
/// Every form of rule is one of these. `when` and `unless` are rows that end in `notApplicable`, `require` is a row
/// that ends in `pass` with a fail behind it, `forbid` the other way round.
public struct DecisionTable: Hashable, Sendable {
  /// How a rule can end.
  public enum Result: Hashable, Sendable {
    case notApplicable
    case pass
    /// Broken, by the case of this number; 0 in a rule without cases.
    case fail(Int)

    /// The case by which it is broken; nil where it is not.
    public var failure: Int? { if case .fail(let number) = self { number } else { nil } }
  }

  /// A condition with what follows from it.
  public struct Row: Hashable, Sendable {
    /// When the row decides.
    public let condition: Condition
    /// What it decides.
    public let result: Result

    /// A row.
    public init(_ condition: Condition, _ result: Result) {
      self.condition = condition
      self.result = result
    }
  }

  /// The rows from the top.
  public let rows: [Row]
  /// What follows when no row's condition holds.
  public let otherwise: Result
  /// How grave each way to fail is, by its number; a missing one counts as 0.
  public let gravities: [Int]

  /// A table.
  public init(rows: [Row], otherwise: Result, gravities: [Int] = []) {
    self.rows = rows
    self.otherwise = otherwise
    self.gravities = gravities
  }

  /// What is certain when all of `results` are possible; nil when that is nothing.
  ///
  /// Whether a rule is kept or does not apply makes no difference to anybody, so the two together are a pass. A rule
  /// that is broken one way or another of the same gravity is broken.
  public func settled(_ results: Set<Result>) -> RuleDecision? {
    if results.count == 1 { return results.first.map(RuleDecision.decided) }
    let fails = results.compactMap(\.failure)
    if fails.isEmpty { return results.isEmpty ? nil : .decided(.pass) }
    guard fails.count == results.count, Set(fails.map(gravity)).count == 1 else { return nil }
    return .broken(fails.sorted())
  }

  /// How grave a way to fail is.
  public func gravity(_ number: Int) -> Int { gravities.indices.contains(number) ? gravities[number] : 0 }

  /// The question whether the rule applies: a table that ends in a failure where it does.
  public var applicability: DecisionTable {
    DecisionTable(rows: Array(rows.prefix { $0.result == .notApplicable }), otherwise: .fail(0))
  }

  /// Every way it can end, in the order of the rows.
  public var results: [Result] {
    var seen = Set<Result>()
    return (rows.map(\.result) + [otherwise]).filter { seen.insert($0).inserted }
  }
}
