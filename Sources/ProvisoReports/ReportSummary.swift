public import ProvisoModel

/// The totals of a report, over all drafts.
public struct ReportSummary: Sendable {
  /// The number of drafts by verdict.
  private(set) var verdicts: [Verdict: Int] = [:]
  /// The number of rules by outcome; a rule counts once for each draft.
  private(set) var counts = OutcomeCounts()
  /// What counts, as people are told.
  private(set) var tally = RuleTally()
  /// The number of results that do not count because somebody suppressed them.
  private(set) var suppressed = 0
  /// The number of results that do not count because the baseline has them.
  private(set) var baselined = 0
  /// The number of inputs that could not be checked.
  private(set) var errors = 0

  /// All zero.
  public init() {}

  init(_ report: Report) {
    for draft in report.drafts { add(draft) }
    errors = report.errors.count
  }

  /// The number of drafts.
  var drafts: Int { verdicts.values.reduce(0, +) }

  /// Counts one more draft.
  public mutating func add(_ draft: DraftReport) {
    verdicts[draft.verdict, default: 0] += 1
    tally.add(draft.tally)
    counts.fail += draft.counts.fail
    counts.pass += draft.counts.pass
    counts.notApplicable += draft.counts.notApplicable
    counts.undetermined += draft.counts.undetermined
    for result in draft.uncounted {
      if result.suppression != nil { suppressed += 1 } else { baselined += 1 }
    }
  }

  /// Counts one more input that could not be checked.
  public mutating func addError() { errors += 1 }
}

extension Verdict {
  /// The verdicts from the worst to the best, as every format lists them.
  static let worstFirst: [Verdict] = [.block, .needsFacts, .warn, .pass]
}

extension OutcomeCounts {
  /// How many rules were evaluated.
  var evaluated: Int { fail + pass + notApplicable + undetermined }
}

extension DraftReport {
  /// The results with `outcome` that count, in the order of the report.
  func results(_ outcome: Outcome) -> [RuleResult] { results.filter { $0.counts && $0.outcome == outcome } }

  /// The results that do not count, since they are suppressed or in the baseline.
  var uncounted: [RuleResult] { results.filter { !$0.counts } }

  /// What counts, as people are told.
  var tally: RuleTally { RuleTally(self) }

  /// How many rules wait for facts; 0 where undetermined rules were left out.
  var undecidedRules: Int { Set(results(.undetermined).map(\.ruleID)).count }

  /// The undetermined rules that the text itself gives cause for, each once.
  var suspected: [RuleResult] {
    var seen: Set<String> = []
    return results(.undetermined).filter { $0.isSuspected && seen.insert($0.ruleID).inserted }
  }

  /// Whether there is nothing to say but that the rules are kept.
  var isClean: Bool {
    verdict == .pass && results(.fail).isEmpty && uncounted.isEmpty && undecidedRules == 0 && counts.evaluated > 0
  }

  /// What people call the draft: its own name, or that of its file without folders and ending.
  var name: String {
    if let id { return id }
    let file = path.split(separator: "/").last ?? path[...]
    return String(file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : file[..<$0] } ?? file)
  }

  /// The file and the name in it: `drafts/sale.json summer_sale`.
  var label: String { [path, id].compactMap(\.self).joined(separator: " ") }
}

extension RuleResult {
  /// The places in the text in the order of the file.
  var locationsInOrder: [TextLocation] {
    locations.sorted { ($0.line, $0.column, $0.endLine, $0.endColumn) < ($1.line, $1.column, $1.endLine, $1.endColumn) }
  }
}
