import ProvisoSource

/// How carefully the value of a fact must be handled.
public enum DataClass: String, Hashable, Sendable, CaseIterable {
  /// Known to everybody, such as the channel.
  case `public`
  /// Internal to the sender.
  case business
  /// About a person.
  case personal
  /// A special category of personal data (GDPR art. 9): health, religion …
  case special
}

/// What a fact is about, and so how often somebody must declare it.
public enum FactScope: String, Hashable, Sendable, CaseIterable {
  /// One draft and its recipients.
  case draft
  /// The sender as an organisation: the same for all drafts.
  case organisation
}

/// What is known about one fact before anybody declares it.
public struct FactDefinition: Hashable, Sendable {
  /// The dotted name, such as `consent.status`.
  public let path: String
  /// What it can be.
  public let type: ValueType
  /// Whether a person may answer "there is none" (a date of something that never happened).
  public let canBeAbsent: Bool
  /// How carefully the value must be handled.
  public let dataClass: DataClass
  /// What it is about.
  public let scope: FactScope
  /// The question a person is asked, with its question mark.
  public let question: String
  /// One or two sentences that help to answer it.
  public let help: String
  /// The set-valued fact that this one runs through, one audience at a time (`recipient.region`).
  public let each: String?

  /// A definition; `each` only for the one place that rules speak of.
  public init(
    path: String, type: ValueType, canBeAbsent: Bool, dataClass: DataClass, question: String, help: String,
    each: String? = nil, scope: FactScope = .draft
  ) {
    self.path = path
    self.type = type
    self.canBeAbsent = canBeAbsent
    self.dataClass = dataClass
    self.question = question
    self.help = help
    self.each = each
    self.scope = scope
  }
}

/// The closed list of facts that rules may read and people may declare.
public struct FactSchema: Sendable {
  /// The definitions by path.
  public let definitions: [String: FactDefinition]
  /// The fields of the draft's list items, by `item.field`: `button.type`, `variable.example`.
  public let fields: [String: ValueType]
  /// The places that place-valued facts may name.
  public let places: PlaceTable

  /// A number for each path, in alphabetical order.
  let numbers: [String: Int32]
  /// Tells the paths and types of this schema from those of another.
  public let fingerprint: UInt64

  /// A schema of the given definitions.
  public init(_ definitions: [FactDefinition], fields: [String: ValueType] = [:], places: PlaceTable) {
    self.fields = fields
    self.definitions = Dictionary(definitions.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.places = places
    let paths = self.definitions.keys.sorted()
    numbers = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, Int32($0)) })
    var writer = ByteWriter()
    for path in paths { writer.write(path, self.definitions[path]?.type) }
    fingerprint = Checksum.of(writer.bytes)
  }

  /// The number of a fact in `CodedFacts`; nil for a path that the schema does not have.
  public func number(of path: String) -> Int32? { numbers[path] }

  /// The definition of a path, if the schema has it.
  public subscript(path: String) -> FactDefinition? { definitions[path] }

  /// All paths in alphabetical order.
  public var paths: [String] { definitions.keys.sorted() }
}
