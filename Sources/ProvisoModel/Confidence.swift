/// How sure it is that the law says what a rule demands.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
  /// Read in the source itself.
  case verified
  /// Read in what others say of the source.
  case secondary
  /// Generally known, not looked up.
  case general
  /// Not confirmed, or contradicted; such a rule never blocks.
  case unverified
}
