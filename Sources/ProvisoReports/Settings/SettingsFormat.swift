/// How the values in force are shown.
public enum SettingsFormat: String, Sendable, CaseIterable {
  /// A table for people.
  case plain
  /// For programs.
  case json
}
