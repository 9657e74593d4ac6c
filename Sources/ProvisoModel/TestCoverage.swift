/// How far the tests of packs exercise their rules.
public struct TestCoverage: Hashable, Sendable {
  /// Who a condition or language belongs to.
  public enum Owner: Hashable, Sendable {
    /// A rule, by its id. Only its own tests count.
    case rule(String)
    /// A definition of a pack. The tests of all rules that use it count.
    case definition(pack: String, name: String)
  }

  /// A place in a pack's file.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The file, and the line in it from 1.
    public let file: String, line: Int
    /// `gdpr/opt-out.yaml:12`.
    public var description: String { "\(file):\(line)" }

    /// A place.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// A test in a clause of a rule or in a definition.
  public struct Condition: Hashable, Sendable {
    /// What it stands in.
    public let owner: Owner
    /// Where it stands.
    public let place: Place
    /// It as it is written.
    public let text: String
    /// Whether it was seen to hold, and seen not to hold, in a test that would have come out otherwise had it not.
    public let isSeenTrue: Bool, isSeenFalse: Bool

    /// A condition.
    public init(owner: Owner, place: Place, text: String, isSeenTrue: Bool, isSeenFalse: Bool) {
      self.owner = owner
      self.place = place
      self.text = text
      self.isSeenTrue = isSeenTrue
      self.isSeenFalse = isSeenFalse
    }
  }

  /// A case of a rule's decision table.
  public struct Case: Hashable, Sendable {
    /// The rule.
    public let ruleID: String
    /// Where its condition stands.
    public let place: Place
    /// Its condition.
    public let text: String
    /// Whether it decided a test.
    public let isReached: Bool

    /// A case.
    public init(ruleID: String, place: Place, text: String, isReached: Bool) {
      self.ruleID = ruleID
      self.place = place
      self.text = text
      self.isReached = isReached
    }
  }

  /// A language in which the vocabularies that a rule or definition looks for have phrases.
  public struct Language: Hashable, Sendable {
    /// What looks for them.
    public let owner: Owner
    /// Where it stands.
    public let place: Place
    /// A two-letter code.
    public let language: String
    /// Whether a test draft in this language holds one of the phrases.
    public let isSpoken: Bool

    /// A language.
    public init(owner: Owner, place: Place, language: String, isSpoken: Bool) {
      self.owner = owner
      self.place = place
      self.language = language
      self.isSpoken = isSpoken
    }
  }

  /// The phrases of a vocabulary.
  public struct Vocabulary: Hashable, Sendable {
    /// Its name everywhere, `pack/name`.
    public let id: String
    /// Where its first phrase stands.
    public let place: Place
    /// How many phrases it has, its exceptions included.
    public let phrases: Int
    /// How many of them stand in a test.
    public let used: Int

    /// A vocabulary.
    public init(id: String, place: Place, phrases: Int, used: Int) {
      self.id = id
      self.place = place
      self.phrases = phrases
      self.used = used
    }
  }

  /// Everything counted, in the order of the packs.
  public var conditions: [Condition], cases: [Case], languages: [Language], vocabularies: [Vocabulary]

  /// A coverage.
  public init(conditions: [Condition], cases: [Case], languages: [Language], vocabularies: [Vocabulary]) {
    self.conditions = conditions
    self.cases = cases
    self.languages = languages
    self.vocabularies = vocabularies
  }

  /// Whether everything but single phrases was exercised.
  public var isComplete: Bool {
    conditions.allSatisfy { $0.isSeenTrue && $0.isSeenFalse } && cases.allSatisfy(\.isReached)
      && languages.allSatisfy(\.isSpoken)
  }
}
