/// Something in the packs that is different from one day on.
public struct PackChange: Hashable, Sendable {
  /// What changes.
  public enum Kind: Hashable, Sendable {
    /// A rule comes into force.
    case begins
    /// A rule is in force no longer.
    case ends
    /// A parameter has another value; `before` is nil where it had none.
    case parameter(name: String, before: String?, after: String)
    /// A day that rules hold the day of sending against: one of a table or a parameter, or written in a rule. It takes
    /// effect earlier or later where the rules speak of some time before or after it.
    case day(name: String?, CalendarDate)
    /// The sources of a pack must have been read again.
    case review(version: String)
  }

  /// A rule that changes with it.
  public struct Rule: Hashable, Sendable {
    /// The rule.
    public var id: String, title: String
    /// The worst of its levels.
    public var level: Level
    /// The law behind it.
    public var citations: [Citation]

    /// A rule.
    public init(id: String, title: String, level: Level, citations: [Citation]) {
      self.id = id
      self.title = title
      self.level = level
      self.citations = citations
    }
  }

  /// The first day on which it is so.
  public var date: CalendarDate
  /// What changes.
  public var kind: Kind
  /// The pack it stands in.
  public var packID: String
  /// The rules that change with it, in the order of the packs; none where a whole pack is meant.
  public var rules: [Rule]

  /// A change.
  public init(date: CalendarDate, kind: Kind, packID: String, rules: [Rule]) {
    self.date = date
    self.kind = kind
    self.packID = packID
    self.rules = rules
  }
}
