/// What a reader wants to see of a report.
public struct RenderOptions: Hashable, Sendable {
  /// Whether the pretty format uses colours.
  public var colour: Bool
  /// Whether coloured output links citations instead of printing their addresses.
  public var hyperlinks: Bool
  /// The columns of the terminal; text is wrapped and long lines are cut to it. Less than 40 is taken as 40.
  public var width: Int
  /// Whether people are listed every rule: those that are undetermined, kept or do not apply too.
  public var showAll: Bool

  /// Options; the defaults suit a file or a pipe.
  public init(
    colour: Bool = false, hyperlinks: Bool = false, width: Int = 80, showAll: Bool = false
  ) {
    self.colour = colour
    self.hyperlinks = hyperlinks
    self.width = width
    self.showAll = showAll
  }
}
