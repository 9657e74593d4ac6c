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

  /// A table.
  public init(rows: [Row], otherwise: Result) {
    self.rows = rows
    self.otherwise = otherwise
  }

  /// Every way it can end, in the order of the rows.
  public var results: [Result] {
    var seen = Set<Result>()
    return (rows.map(\.result) + [otherwise]).filter { seen.insert($0).inserted }
  }
}
