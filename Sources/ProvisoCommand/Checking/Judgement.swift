import Proviso

/// What a user wants to count against a draft, and what a run ends with.
struct Judgement: Sendable {
  /// The lowest level that ends with exit code 1.
  let failLevel: Level
  let unknown: Check.UnknownPolicy

  /// Changes what was found in a draft as the user wants it, before anything is counted or written.
  func apply(to report: inout DraftReport) {
    if unknown == .pass { report.removeUndetermined() }
  }

  /// How a run with this draft alone would end.
  func status(of report: DraftReport) -> ExitStatus {
    var statuses: [ExitStatus] = []
    for result in report.results where result.level >= failLevel {
      if result.outcome == .fail { statuses.append(.findings) }
      if result.outcome == .undetermined, unknown == .fail { statuses.append(.undetermined) }
    }
    return .worst(statuses)
  }
}

extension DraftReport {
  /// Leaves undetermined rules out of the results; a draft that only needed facts passes.
  fileprivate mutating func removeUndetermined() {
    results.removeAll { $0.outcome == .undetermined }
    questions = []
    if verdict == .needsFacts {
      verdict = results.contains { $0.outcome == .fail && $0.level == .warn } ? .warn : .pass
    }
  }
}
