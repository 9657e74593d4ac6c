public import ProvisoModel

/// What is said of rules that nobody evaluates, where a report has no place for it.
public enum SwitchedOffRules {
  /// One sentence for each pack of which rules are switched off.
  public static func notices(_ packs: [PackSummary]) -> [String] { packs.compactMap(Wording.switchedOff) }
}
