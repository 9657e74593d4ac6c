public import ProvisoModel

/// The totals of a report, over all drafts.
public struct ReportSummary: Sendable {
  /// The number of drafts by verdict.
  private(set) var verdicts: [Verdict: Int] = [:]
  /// The number of rules by outcome; a rule counts once for each draft.
  private(set) var counts = OutcomeCounts()
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

  /// How many rules wait for facts. A rule broken in one place may still be open in another, so the results are
  /// asked as well as the counts.
  var undecidedRules: Int { max(counts.undetermined, Set(results(.undetermined).map(\.ruleID)).count) }

  /// Whether there is nothing to say but that the rules are kept.
  var isClean: Bool {
    verdict == .pass && results(.fail).isEmpty && uncounted.isEmpty && undecidedRules == 0 && counts.evaluated > 0
  }

  /// The file and the name in it: `drafts/sale.json summer_sale`.
  var label: String { [path, id].compactMap(\.self).joined(separator: " ") }
}

extension RuleResult {
  /// What is said to a person: the message, or the title where a pack gives none.
  var headline: String { message.isEmpty ? title : message }

  /// The places in the text in the order of the file.
  var locationsInOrder: [TextLocation] {
    locations.sorted { ($0.line, $0.column, $0.endLine, $0.endColumn) < ($1.line, $1.column, $1.endLine, $1.endColumn) }
  }
}
