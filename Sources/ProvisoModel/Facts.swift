/// What somebody declared about one fact. A fact that nobody declared is *unknown*.
public enum FactState: Hashable, Sendable {
  /// It has this value.
  case known(Value)
  /// There is none: no record, no such date.
  case absent
}

/// What is declared about a draft and its circumstances.
public struct Facts: Hashable, Sendable {
  /// Facts that hold for some of the recipients only.
  public struct Audience: Hashable, Sendable {
    /// The places these facts are for.
    public var places: [String]
    /// What holds there, in front of what holds everywhere.
    public var facts: [String: FactState]

    /// Facts for the recipients in `places`.
    public init(places: [String], facts: [String: FactState]) {
      self.places = places
      self.facts = facts
    }
  }

  /// What holds for all recipients, by path. A path that is not here is unknown.
  public var states: [String: FactState]
  /// What holds for some of them; for one place the first audience that names it counts.
  public var audiences: [Audience]

  /// Facts by path, nothing where none are given.
  public init(_ states: [String: FactState] = [:], audiences: [Audience] = []) {
    self.states = states
    self.audiences = audiences
  }

  /// The state of one fact; nil while nobody declared it.
  public subscript(path: String) -> FactState? {
    get { states[path] }
    set { states[path] = newValue }
  }

  /// These facts with `later` written over them: a fact that both declare has `later`'s value.
  public func overridden(by later: Facts) -> Facts {
    Facts(
      states.merging(later.states) { _, new in new },
      audiences: later.audiences.isEmpty ? audiences : later.audiences)
  }
}
