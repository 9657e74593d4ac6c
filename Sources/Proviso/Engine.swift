public import ProvisoDrafts
import ProvisoPacks
public import ProvisoModel
public import ProvisoSource
import ProvisoPlan

/// Judges message drafts by policy packs.
///
///     let engine = try Engine()
///     let reading = engine.read(SourceFile(name: "promo.txt", text: "Flash sale! 20% off today"))
///     for draft in reading.drafts {
///       let report = engine.evaluate(draft, asOf: CalendarDate("2026-11-22")!)
///       print(report.verdict)
///     }
///
/// An engine is made once and never changes, so any number of threads may use it at the same time. Evaluation reads no
/// file, no clock and no environment: the same draft, facts and day give the same report.
public struct Engine: Sendable {
  private(set) var plan: Plan
  /// What the plan was compiled from.
  let library: PackLibrary

  /// The version of this library and its programs.
  public static let version = "0.1.0"

  /// An engine for packs of this build, of files, or of both.
  ///
  /// - Parameters:
  ///   - packs: the ids of built-in packs that take part; all of them by default.
  ///   - files: further packs, each with all of its files. They may import built-in ones, and replace one by carrying
  ///     its id.
  ///   - facts: further facts that these packs read (`kind: FactSchema`), besides those of this build.
  ///   - cache: keeps what takes long to compile; without one, making an engine takes some hundred milliseconds more.
  /// - Throws: `EngineError` when a pack has errors, or no built-in pack has one of the names.
  public init(
    packs: [String]? = nil, files: [SourceFile] = [], facts: [SourceFile] = [], cache: (any EngineCache)? = nil
  ) throws(EngineError) {
    let library = PackLibrary(given: files, facts: facts, selected: packs)
    self.library = library
    let key = cache.map { library.key(namingBuiltIn: !$0.tellsBuildsApart) }
    let cache = cache.map(SealedCache.init)
    if let cache, let key, let bytes = cache.load(key), let kept = try? Plan(stored: bytes, patterns: cache.load) {
      plan = kept
      return
    }
    let schema = try Engine.schema(with: facts)
    let checked = library.check(schema)
    if let refusal = checked.refusal { throw refusal }
    let (plan, compilation) = Plan.compile(
      checked.packs, running: checked.running, schema: schema, saved: { cache?.load($0) })
    let diagnostics = checked.diagnostics + compilation + Plan.textProblems(of: checked.broken)
    guard let plan, !diagnostics.contains(where: { $0.severity == .error }) else {
      throw EngineError(
        .invalidPack, "a pack has errors", diagnostics: diagnostics.inReadingOrder(), sources: files + BuiltIn.files)
    }
    if let cache, let key {
      if let (key, bytes) = plan.unsavedPatterns { cache.save(bytes, as: key) }
      cache.save(plan.stored, as: key)
    }
    self.plan = plan
  }

  /// The same engine with some rules taken otherwise than their packs say: graver, milder, or not evaluated at all.
  ///
  /// - Parameter overrides: by the id of a rule or of a pack; that of a rule goes first.
  public func taking(_ overrides: [String: LevelOverride]) -> Engine {
    var engine = self
    engine.plan = plan.taking(overrides)
    return engine
  }

  /// The facts schema of this build with the facts of `files`, without any pack.
  public static func schema(with files: [SourceFile] = []) throws(EngineError) -> FactSchema {
    let (schema, diagnostics) = SchemaReader.read(facts: BuiltIn.facts, more: files, places: BuiltIn.regions)
    guard let schema else {
      throw EngineError(
        .invalidPack, "the facts schema has errors", diagnostics: diagnostics, sources: files + BuiltIn.files)
    }
    return schema
  }

  // MARK: Asking

  /// The facts that drafts may declare.
  public var schema: FactSchema { plan.schema }

  /// The drafts in a file, whatever its format.
  ///
  /// - Parameter assumed: what holds of a draft where it states nothing else itself, and counts as if it did.
  public func read(_ source: SourceFile, assuming assumed: Facts = Facts()) -> DraftReading {
    read(.file(source), assuming: assumed)
  }

  /// The drafts in a part of the input that `DraftStream` gave.
  ///
  /// - Parameter assumed: what holds of a draft where it states nothing else itself, and counts as if it did.
  public func read(_ part: DraftSource, assuming assumed: Facts = Facts()) -> DraftReading {
    var reading = DraftReader.read(part, schema: schema)
    for number in reading.drafts.indices {
      let own = reading.drafts[number].facts
      reading.drafts[number].facts = (assumed.isEmpty ? own : assumed.overridden(by: own)).coded(by: schema)
    }
    return reading
  }

  /// The facts in a YAML or JSON file.
  public func readFacts(_ source: SourceFile) -> (facts: Facts, diagnostics: [Diagnostic]) {
    let (facts, diagnostics) = FactsReader.read(source, schema: schema)
    return (facts.coded(by: schema), diagnostics)
  }

  /// The fact in a text of the form `consent.status=none`.
  public func readFact(_ assignment: SourceFile) -> (facts: Facts, diagnostics: [Diagnostic]) {
    FactsReader.assignment(assignment, schema: schema)
  }

  /// Judges a draft. `EvaluationContext` does the same faster for many.
  ///
  /// - Parameters:
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for, unless a planned sending day is declared.
  ///   - includingAll: whether the report lists kept and inapplicable rules too.
  public func evaluate(
    _ draft: Draft, facts: Facts = Facts(), asOf day: CalendarDate, includingAll: Bool = false
  ) -> DraftReport {
    EvaluationContext(self).evaluate(draft, facts: facts, asOf: day, includingAll: includingAll)
  }

  /// The report on a draft, with the day it was judged for.
  func judge(_ draft: Draft, facts: Facts, asOf day: CalendarDate) -> (report: DraftReport, date: CalendarDate) {
    do {
      let decision = try plan.evaluate(draft, facts: facts, asOf: day)
      return (try plan.report(on: draft, decision), decision.date)
    } catch {
      return (DraftReport(unread: draft, error.message), day)
    }
  }

  /// The packs that take part, which of their rules are switched off, and whether one is past its review on `day`.
  public func packSummaries(on day: CalendarDate) -> [PackSummary] {
    let off = Dictionary(grouping: plan.rules.filter(\.isOff), by: \.pack)
    return plan.packs.enumerated().filter(\.element.hasRules).map { number, pack in
      PackSummary(
        id: pack.id, version: pack.version, digest: pack.digest,
        overdueSince: pack.reviewDue <= day ? pack.reviewDue : nil, switchedOff: off[number]?.map(\.id) ?? [])
    }
  }
}
