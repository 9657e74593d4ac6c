/// What the rules say of one draft, place by place: where it may go, and where it needs what.
public struct Matrix: Hashable, Sendable {
  /// A rule that is broken in some place.
  public struct BrokenRule: Hashable, Sendable {
    /// The rule.
    public var id: String
    /// How much it matters there.
    public var level: Level
  }

  /// Places of which the rules say the same.
  public struct Row: Hashable, Sendable {
    /// The codes of all of them, in alphabetical order.
    public var places: [String]
    /// The fewest codes that name them: groups and countries first, then single places.
    public var summary: [PlaceTable.Named]
    /// The worst of all outcomes there.
    public var verdict: Verdict
    /// The broken rules of level `warn` and above, the gravest first.
    public var broken: [BrokenRule]
    /// The facts that rules of level `warn` and above still depend on, most deciding first.
    public var missing: [String]
  }

  /// The draft with everything that is said of it, whatever the place.
  public var report: DraftReport
  /// The day it was judged for.
  public var date: CalendarDate
  /// The rows, the worst verdict first, then by place. Together they hold every place once.
  public var rows: [Row]
  /// What the rows have in common, where there are several; without places.
  public var everywhere: Row
  /// What people call the places, by code.
  public var names: [String: String]

  /// Reads a report on many places place by place.
  ///
  /// - Parameters:
  ///   - report: what was said of a draft for all `places` at once.
  ///   - date: the day it was judged for.
  ///   - places: leaves of `table`, each once.
  ///   - grouped: whether places of which the rules say the same share a row.
  public init(_ report: DraftReport, date: CalendarDate, places: [String], in table: PlaceTable, grouped: Bool) {
    self.report = report
    self.date = date
    let reading = PlaceReading(report)
    var rows: [Row] = []
    var known: [Row: Int] = [:]
    for place in places.sorted() {
      let said = reading.row(place)
      if grouped, let number = known[said] {
        rows[number].places.append(place)
      } else {
        known[said] = rows.count
        rows.append(said)
        rows[rows.count - 1].places = [place]
      }
    }
    for number in rows.indices { rows[number].summary = table.summary(of: rows[number].places) }
    everywhere = Row.shared(by: rows)
    self.rows = rows.sorted { ($1.verdict, $0.places[0]) < ($0.verdict, $1.places[0]) }
    let codes = Set(places).union(rows.flatMap(\.summary).flatMap { [$0.code] + $0.except })
    names = Dictionary(uniqueKeysWithValues: codes.map { ($0, table.name(of: $0)) })
  }

  /// The number of places.
  public var placeCount: Int { rows.reduce(0) { $0 + $1.places.count } }
}

extension Matrix.Row {
  /// Nothing said of nowhere.
  fileprivate static let empty = Matrix.Row(places: [], summary: [], verdict: .pass, broken: [], missing: [])

  /// What all of several rows have in common.
  fileprivate static func shared(by rows: [Matrix.Row]) -> Matrix.Row {
    guard rows.count > 1, var shared = rows.first else { return empty }
    (shared.places, shared.summary, shared.verdict) = ([], [], .pass)
    for row in rows { shared = shared.filtered(by: row, isShared: true) }
    return shared
  }

  /// The row without what `everywhere` says already.
  public func beyond(_ everywhere: Matrix.Row) -> Matrix.Row { filtered(by: everywhere, isShared: false) }

  private func filtered(by other: Matrix.Row, isShared: Bool) -> Matrix.Row {
    var row = self
    let (broken, missing) = (Set(other.broken), Set(other.missing))
    row.broken = self.broken.filter { broken.contains($0) == isShared }
    row.missing = self.missing.filter { missing.contains($0) == isShared }
    return row
  }
}

/// A report as it reads for single places.
private struct PlaceReading {
  /// A result that matters for a verdict, with its places; nil for all.
  private let results: [(result: RuleResult, places: Set<String>?)]
  /// The facts that are asked for, in the order of the questions.
  private let order: [String: Int]

  init(_ report: DraftReport) {
    results = report.results.filter { $0.counts && $0.level >= .warn }
      .map { ($0, $0.regions.isEmpty ? nil : Set($0.regions)) }
    order = Dictionary(report.questions.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is said of a place, without its name.
  func row(_ place: String) -> Matrix.Row {
    var row = Matrix.Row.empty
    var missing: Set<String> = []
    let here = results.filter { $0.places?.contains(place) ?? true }.map(\.result)
    for result in here {
      switch result.outcome {
      case .fail: row.broken.append(.init(id: result.ruleID, level: result.level))
      case .undetermined: missing.formUnion(result.missingFacts)
      case .pass, .notApplicable: break
      }
    }
    row.verdict = Verdict(on: here)
    row.broken.sort { ($1.level, $0.id) < ($0.level, $1.id) }
    row.missing = missing.sorted { (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1) }
    return row
  }
}
