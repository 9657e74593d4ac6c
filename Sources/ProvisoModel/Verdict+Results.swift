extension Verdict: Comparable {
  /// What one outcome of a rule comes to by itself; the verdict of a draft is the worst of these.
  ///
  /// A broken rule comes to its level, where advice is a `pass`. An undetermined rule comes to `needsFacts` if it may
  /// still block, and to `pass` if not. A kept rule and one that does not apply come to `pass`.
  ///
  /// - Parameter level: how much a broken rule matters; for an undetermined one the worst it may still become.
  public init(of outcome: Outcome, _ level: Level) {
    switch (outcome, level) {
    case (.fail, .block): self = .block
    case (.undetermined, .block): self = .needsFacts
    case (.fail, .warn): self = .warn
    default: self = .pass
    }
  }

  /// The verdict on a draft: the worst that its results come to, without those that do not count.
  public init(on results: some Sequence<RuleResult>) {
    self = results.lazy.filter(\.counts).map { Verdict(of: $0.outcome, $0.level) }.max() ?? .pass
  }

  /// Orders from the best to the worst.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.gravity < right.gravity }

  private var gravity: Int {
    switch self {
    case .pass: 0
    case .warn: 1
    case .needsFacts: 2
    case .block: 3
    }
  }
}
