import ProvisoModel

/// Why a rule came out as it did.
public struct Explanation: Hashable, Sendable {
  /// Nothing to say.
  public static let none = Explanation()

  /// What decided, the rule's own demand last.
  public internal(set) var parts: [Reason] = []
  /// The facts that were read, with their values.
  public internal(set) var facts: [String: String] = [:]
  /// Where in the text; what the rule's demand found, else what made it apply.
  public internal(set) var places: [FoundText] = []
  /// Whether the rule's demand was held against the text, and the text speaks for this end.
  public internal(set) var isInText = false

  /// What decided in words, each one clause; texts that were found are not quoted.
  public var reasons: [String] { Reason.clauses(parts) { _ in nil } }
}
