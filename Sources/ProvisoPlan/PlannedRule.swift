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
///
/// What every draft needs of every rule stands here; what it says, and what the interpreter decides it by, is read when
/// a draft is the first to need it.
public struct PlannedRule: Sendable, Storable {
  /// The id, `pack.name`.
  public let id: String
  /// The number of its pack in the plan.
  public let pack: Int
  /// The first day it is in force; nil for always.
  let from: CalendarDate?
  /// The last day it is in force; nil for an open end.
  let until: CalendarDate?
  /// How grave each of its cases is.
  private(set) var levels: [Level]
  /// Whether it can come out differently in different places.
  let asksPlace: Bool
  private let statement: Deferred<RuleStatement>
  /// How it is taken in place of what its pack says; nil for no other way. Belongs to a caller, and is never stored.
  public private(set) var override: LevelOverride?

  init(_ rule: Rule, pack: Int, asksPlace: Bool) {
    id = rule.id
    self.pack = pack
    from = rule.from
    until = rule.until
    levels = rule.cases.map(\.level)
    self.asksPlace = asksPlace
    statement = Deferred(RuleStatement(rule))
  }

  /// The duty in a few words.
  public var title: String { statement.value.title }
  var table: DecisionTable { statement.value.table }
  var citations: [Citation] { statement.value.citations }
  var confidence: Confidence { statement.value.confidence }

  /// One of the ways to break it, as grave as it is taken.
  func ruleCase(_ number: Int) -> Rule.Case { statement.value.cases[number].taken(as: levels[number]) }

  /// The worst of its levels.
  var level: Level { levels.max() ?? .advice }

  /// Whether somebody does not want it evaluated.
  public var isOff: Bool { override == .off }

  /// The same rule taken as somebody wants it.
  func taken(as override: LevelOverride) -> PlannedRule {
    var rule = self
    rule.override = override
    if case .level(let level) = override { rule.levels = levels.map { _ in level } }
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
    return fails.min { levels[$0] < levels[$1] }
  }

  /// How grave an undetermined rule may still become.
  func worstLevel(of open: Undetermined) -> Level {
    open.possible.compactMap(\.failure).map { levels[$0] }.max() ?? levels[0]
  }

  /// All properties in order.
  public func store(in writer: inout ByteWriter) {
    writer.write(id, pack, from, until, levels, asksPlace, statement)
  }

  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    id = try reader.read()
    pack = try reader.read()
    from = try reader.read()
    until = try reader.read()
    levels = try reader.read()
    asksPlace = try reader.read()
    statement = try reader.read()
  }
}
