/// What a reader wants to see of a report.
public struct RenderOptions: Hashable, Sendable {
  /// How rules that cannot be decided yet are shown to people; programs always get both.
  public enum UndeterminedRules: String, CaseIterable, Sendable {
    /// Only as the few questions whose answers decide most of them.
    case questions
    /// Each rule with the facts it lacks, then the questions.
    case rules
  }

  /// Whether the pretty format uses colours.
  public var colour: Bool
  /// Whether coloured output links citations instead of printing their addresses.
  public var hyperlinks: Bool
  /// The columns of the terminal; text is wrapped and long lines are cut to it. Less than 40 is taken as 40.
  public var width: Int
  /// Whether rules that are kept or do not apply are listed too.
  public var showAll: Bool
  /// How rules that cannot be decided yet are shown.
  public var undetermined: UndeterminedRules

  /// Options; the defaults suit a file or a pipe.
  public init(
    colour: Bool = false, hyperlinks: Bool = false, width: Int = 80, showAll: Bool = false,
    undetermined: UndeterminedRules = .questions
  ) {
    self.colour = colour
    self.hyperlinks = hyperlinks
    self.width = width
    self.showAll = showAll
    self.undetermined = undetermined
  }
}
