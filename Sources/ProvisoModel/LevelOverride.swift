/// How a rule is taken in place of what its pack says.
public enum LevelOverride: Hashable, Sendable {
  /// Whatever way it is broken, it matters this much.
  case level(Level)
  /// It is not evaluated at all.
  case off

  /// The override of a name: that of a level, or `off`; nil for any other word.
  public init?(_ word: String) {
    if word == LevelOverride.off.word {
      self = .off
    } else if let level = Level(rawValue: word) {
      self = .level(level)
    } else {
      return nil
    }
  }

  /// Its name.
  public var word: String {
    switch self {
    case .level(let level): level.rawValue
    case .off: "off"
    }
  }
}
