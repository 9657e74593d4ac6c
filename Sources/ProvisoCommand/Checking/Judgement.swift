import Proviso
import ProvisoProject

/// What a user wants to count against a draft, and what a run ends with.
struct Judgement: Sendable {
  /// The lowest level that ends with exit code 1.
  let failLevel: Level
  let unknown: UnknownPolicy
  /// Which findings count.
  let policy: FindingPolicy
  /// The day of the run.
  let day: CalendarDate

  /// Changes what was found in a draft as the user wants it, before anything is counted or written.
  ///
  /// - Parameters:
  ///   - inline: the suppressions in the draft's file.
  ///   - use: takes what was used of the policy.
  func apply(to report: inout DraftReport, inline: [SuppressionMark], _ use: inout FindingPolicy.Use) {
    if unknown == .pass { report.removeUndetermined() }
    if !policy.isEmpty || !inline.isEmpty { policy.apply(to: &report, inline: inline, on: day, &use) }
  }

  /// The same for a draft that was judged for many places at once.
  func applied(
    to matrix: Matrix, inline: [SuppressionMark], in table: PlaceTable, grouped: Bool
  ) -> Matrix {
    var report = matrix.report
    var use = FindingPolicy.Use()
    apply(to: &report, inline: inline, &use)
    guard report != matrix.report else { return matrix }
    return Matrix(report, date: matrix.date, places: matrix.rows.flatMap(\.places), in: table, grouped: grouped)
  }

  /// How a run with this draft alone would end.
  func status(of report: DraftReport) -> ExitStatus {
    var statuses: [ExitStatus] = []
    for result in report.results where result.level >= failLevel && result.counts {
      if result.outcome == .fail { statuses.append(.findings) }
      if result.outcome == .undetermined, unknown == .fail { statuses.append(.undetermined) }
    }
    return .worst(statuses)
  }
}

extension DraftReport {
  /// Leaves undetermined rules out of the results, and the questions with them.
  fileprivate mutating func removeUndetermined() {
    results.removeAll { $0.outcome == .undetermined }
    questions = []
    verdict = Verdict(on: results)
  }
}
