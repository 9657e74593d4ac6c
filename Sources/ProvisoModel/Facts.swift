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
    /// The places these facts are for, with everything that lies in them.
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
  public var states: [String: FactState] {
    didSet { coded = nil }
  }
  /// What holds for some of them; for one place the first audience that names it counts.
  public var audiences: [Audience]

  /// The same in numbers, where a schema has given them; what changes the facts takes them away.
  public private(set) var coded: CodedFacts?

  /// Facts by path, nothing where none are given.
  public init(_ states: [String: FactState] = [:], audiences: [Audience] = []) {
    self.states = states
    self.audiences = audiences
  }

  /// Whether nothing is declared.
  public var isEmpty: Bool { states.isEmpty && audiences.isEmpty }

  /// These facts with the numbers of `schema`, which make evaluation faster and change no result.
  public func coded(by schema: FactSchema) -> Facts {
    var facts = self
    facts.coded = schema.coded(states)
    return facts
  }

  /// Equal when the same is declared.
  public static func == (left: Facts, right: Facts) -> Bool {
    left.states == right.states && left.audiences == right.audiences
  }

  /// Hashes what is declared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(states)
    hasher.combine(audiences)
  }

  /// The state of one fact; nil while nobody declared it.
  public subscript(path: String) -> FactState? {
    get { states[path] }
    set { states[path] = newValue }
  }

  /// These facts with `later` written over them: a fact that both declare has `later`'s value, also where these have
  /// one for some of the recipients.
  public func overridden(by later: Facts) -> Facts {
    let own = audiences.map { audience in
      Audience(places: audience.places, facts: audience.facts.filter { later.states[$0.key] == nil })
    }
    return Facts(
      states.merging(later.states) { _, new in new }, audiences: later.audiences.isEmpty ? own : later.audiences)
  }
}
