/// A rule as its author wrote it: the rows of its `DecisionTable` with every test in its place.
public struct WrittenTable: Sendable {
  /// One clause of the rule.
  public struct Row: Sendable {
    /// The condition.
    public let condition: WrittenCondition
    /// Whether the row decides when the condition does not hold, as `when` does.
    public let isNegated: Bool
    /// What it decides.
    public let result: DecisionTable.Result

    /// A row.
    public init(_ condition: WrittenCondition, isNegated: Bool, _ result: DecisionTable.Result) {
      self.condition = condition
      self.isNegated = isNegated
      self.result = result
    }
  }

  /// The rows from the top.
  public let rows: [Row]
  /// What follows when no row decides.
  public let otherwise: DecisionTable.Result
  /// The definitions that the rows name, and those that these name.
  public let definitions: [String: WrittenCondition]

  /// A table.
  public init(rows: [Row], otherwise: DecisionTable.Result, definitions: [String: WrittenCondition]) {
    self.rows = rows
    self.otherwise = otherwise
    self.definitions = definitions
  }
}
