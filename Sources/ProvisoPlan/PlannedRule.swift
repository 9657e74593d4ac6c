import ProvisoLanguage
public import ProvisoModel
import ProvisoPacks
public import ProvisoSource

/// What a plan keeps of a pack: enough to name it in a report.
public struct PlannedPack: Hashable, Sendable, Storable {
  /// The short name.
  public let id: String
  /// Its version, as written.
  public let version: String
  /// The SHA-256 of its files.
  public let digest: String
  /// The first day on which its sources must have been read again.
  public let reviewDue: CalendarDate
  /// Whether it has rules, and not only vocabularies and definitions for others.
  public let hasRules: Bool

  init(_ pack: Pack) {
    id = pack.id
    version = pack.version
    digest = pack.digest
    reviewDue = pack.reviewDue
    hasRules = !pack.rules.isEmpty
  }

  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(id, version, digest, reviewDue, hasRules) }

  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    id = try reader.read()
    version = try reader.read()
    digest = try reader.read()
    reviewDue = try reader.read()
    hasRules = try reader.read()
  }
}

/// What a plan keeps of a rule: how it is decided and what it says. Its tests and its clauses stay in the pack.
public struct PlannedRule: Sendable, Storable {
  /// The id, `pack.name`.
  public let id: String
  /// The duty in a few words.
  public let title: String
  /// The number of its pack in the plan.
  public let pack: Int
  /// The first day it is in force; nil for always.
  let from: CalendarDate?
  /// The last day it is in force; nil for an open end.
  let until: CalendarDate?
  let table: DecisionTable
  private(set) var cases: [Rule.Case]
  let citations: [Citation]
  let confidence: Confidence
  /// Whether it can come out differently in different places.
  let asksPlace: Bool
  /// How it is taken in place of what its pack says; nil for no other way. Belongs to a caller, and is never stored.
  public private(set) var override: LevelOverride?

  init(_ rule: Rule, pack: Int, asksPlace: Bool) {
    id = rule.id
    title = rule.title
    self.pack = pack
    from = rule.from
    until = rule.until
    table = rule.table
    cases = rule.cases
    citations = rule.citations
    confidence = rule.confidence
    self.asksPlace = asksPlace
  }

  /// The worst of its levels.
  var level: Level { cases.map(\.level).max() ?? .advice }

  /// Whether somebody does not want it evaluated.
  public var isOff: Bool { override == .off }

  /// The same rule taken as somebody wants it.
  func taken(as override: LevelOverride) -> PlannedRule {
    var rule = self
    rule.override = override
    if case .level(let level) = override { rule.cases = cases.map { $0.taken(as: level) } }
    return rule
  }

  /// Whether it is evaluated on a day.
  func isInForce(on date: CalendarDate) -> Bool {
    !isOff && (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }

  /// The mildest way in which an undetermined rule is broken whatever the facts turn out to be; nil if it may be kept.
  func certainFailure(in open: Undetermined) -> Int? {
    let fails = open.possible.compactMap(\.failure)
    guard fails.count == open.possible.count else { return nil }
    return fails.min { cases[$0].level < cases[$1].level }
  }

  /// How grave an undetermined rule may still become.
  func worstLevel(of open: Undetermined) -> Level {
    open.possible.compactMap(\.failure).map { cases[$0].level }.max() ?? cases[0].level
  }

  /// All properties in order.
  public func store(in writer: inout ByteWriter) {
    writer.write(id, title, pack, from, until, table, cases, citations, confidence, asksPlace)
  }

  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    id = try reader.read()
    title = try reader.read()
    pack = try reader.read()
    from = try reader.read()
    until = try reader.read()
    table = try reader.read()
    cases = try reader.read()
    citations = try reader.read()
    confidence = try reader.read()
    asksPlace = try reader.read()
  }
}
