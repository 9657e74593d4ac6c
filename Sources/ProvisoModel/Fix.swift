/// A way to mend what a rule finds wrong.
public struct Fix: Hashable, Sendable {
  /// How far the edits of a fix can be trusted.
  public enum Applicability: String, Hashable, Sendable, CaseIterable {
    /// The message says the same as before, or carries what the law or platform demands beside it.
    case safe
    /// Someone should read the result before it is sent.
    case suggested
    /// Only a person can do it; there are no edits.
    case manual
  }

  /// What to do, for a person.
  public var advice: String
  /// How far the edits can be trusted; `manual` if and only if there are none.
  public var applicability: Applicability
  /// What to write where, in the order of the file; they do not overlap.
  public var edits: [Edit]

  /// A fix that only a person can carry out.
  public init(advice: String) {
    self.advice = advice
    applicability = .manual
    edits = []
  }

  /// A fix with edits; without any it is `manual`.
  public init(advice: String, applicability: Applicability, edits: [Edit]) {
    self.advice = advice
    self.applicability = edits.isEmpty ? .manual : applicability
    self.edits = edits
  }
}

/// A change of a draft's file.
public struct Edit: Hashable, Sendable {
  /// The place that is replaced; of length 0 where something is put in.
  public var location: TextLocation
  /// The bytes that come into the file, escaped as its format demands.
  public var newText: String

  /// A change of a draft's file.
  public init(location: TextLocation, newText: String) {
    self.location = location
    self.newText = newText
  }
}
