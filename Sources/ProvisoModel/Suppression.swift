/// Somebody's decision that a finding shall not count, with the reason.
public struct Suppression: Hashable, Sendable {
  /// Where it was written.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// In the draft's own file.
    case inSource = "in-source"
    /// In a file of suppressions.
    case external
  }

  /// Where it was written.
  public var kind: Kind
  /// Why the finding does not count.
  public var reason: String
  /// Who answers for it; nil where the mark does not say.
  public var owner: String?
  /// The last day on which it holds.
  public var expires: CalendarDate

  /// A suppression.
  public init(kind: Kind, reason: String, owner: String?, expires: CalendarDate) {
    self.kind = kind
    self.reason = reason
    self.owner = owner
    self.expires = expires
  }
}

/// How a finding stands to a baseline.
public enum BaselineState: String, Hashable, Sendable, CaseIterable {
  /// The baseline does not have it.
  case new
  /// The baseline has it, so it does not count.
  case unchanged
}
