public import ProvisoModel
import ProvisoSource

/// Decides which findings count: the only place where suppressions and baselines are laid against results.
///
/// Everything stays in the report. What does not count says why, and the verdict is that of the rest.
public struct FindingPolicy: Sendable {
  private let marks: [SuppressionMark]
  private let baseline: Baseline?
  private let paths: ProjectPaths
  private let allowsInlineMarks: Bool

  /// What was used of a policy: gathered over all drafts, it tells what is left over.
  public struct Use: Sendable {
    /// The numbers of the marks that cover a draft, and of those that a finding needed.
    fileprivate var covering: Set<Int> = [], needed: Set<Int> = []
    /// The drafts that were checked, and how often each entry of the baseline was found.
    fileprivate var drafts: Set<String> = []
    fileprivate var found: [Baseline.Key: Int] = [:]

    /// Nothing was used yet.
    public init() {}

    /// Adds what was used for further drafts.
    public mutating func add(_ other: Use) {
      covering.formUnion(other.covering)
      needed.formUnion(other.needed)
      drafts.formUnion(other.drafts)
      found.merge(other.found, uniquingKeysWith: +)
    }
  }

  /// A policy.
  ///
  /// - Parameters:
  ///   - marks: suppressions of a file of their own.
  ///   - baseline: findings that do not count; nil for none.
  ///   - paths: how drafts are called from the project's folder, in which patterns and baselines are written.
  ///   - allowsInlineMarks: whether suppressions inside drafts count.
  public init(
    marks: [SuppressionMark] = [], baseline: Baseline? = nil, paths: ProjectPaths, allowsInlineMarks: Bool = true
  ) {
    (self.marks, self.baseline, self.paths) = (marks, baseline, paths)
    self.allowsInlineMarks = allowsInlineMarks
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { marks.isEmpty && baseline == nil }

  /// Lays the policy against what was found in a draft.
  ///
  /// - Parameters:
  ///   - inline: the suppressions in the draft's own file.
  ///   - day: the day of the run; a suppression holds up to and with its last day.
  ///   - use: takes what was used.
  public func apply(
    to draft: inout DraftReport, inline: [SuppressionMark] = [], on day: CalendarDate, _ use: inout Use
  ) {
    mark(&draft, inline: inline, on: day, &use)
    if allowsInlineMarks { draft.results += leftovers(inline, draft, day) } else { draft.results += ignored(inline) }
    draft.verdict = Verdict(on: draft.results)
  }

  /// Marks the results of a draft that do not count, and changes nothing else.
  public func mark(_ draft: inout DraftReport, inline: [SuppressionMark] = [], on day: CalendarDate) {
    var use = Use()
    mark(&draft, inline: inline, on: day, &use)
    draft.verdict = Verdict(on: draft.results)
  }

  private func mark(
    _ draft: inout DraftReport, inline: [SuppressionMark], on day: CalendarDate, _ use: inout Use
  ) {
    let path = paths.relative(draft.path)
    var called = draft
    called.path = path
    let covering = marks.indices.filter { marks[$0].covers(called) }
    use.covering.formUnion(covering)
    use.drafts.insert(path)
    for number in draft.results.indices {
      suppress(&draft.results[number], covering, inline, day, &use)
      mark(&draft.results[number], of: draft, at: path, &use)
    }
  }

  private func suppress(
    _ result: inout RuleResult, _ covering: [Int], _ inline: [SuppressionMark], _ day: CalendarDate, _ use: inout Use
  ) {
    guard result.outcome == .fail || result.outcome == .undetermined else { return }
    for number in covering where marks[number].fits(result) {
      use.needed.insert(number)
      if marks[number].expires >= day, result.suppression == nil { result.suppression = marks[number].suppression }
    }
    guard allowsInlineMarks, result.suppression == nil else { return }
    result.suppression = inline.first { $0.fits(result) && $0.expires >= day }?.suppression
  }

  private func mark(_ result: inout RuleResult, of draft: DraftReport, at path: String, _ use: inout Use) {
    guard let baseline, result.suppression == nil, let key = Baseline.key(result, of: draft, at: path) else { return }
    use.found[key, default: 0] += 1
    // More of the same than there were are new.
    let isKnown = (use.found[key] ?? 0) <= baseline.counts[key] ?? 0
    result.baselineState = isKnown ? .unchanged : .new
  }

  // MARK: What is left over

  /// The marks of the suppression file that are past their day, or that no finding needed though their drafts were
  /// checked, as results at their places.
  public func leftovers(_ use: Use, on day: CalendarDate) -> [(mark: SuppressionMark, result: RuleResult)] {
    marks.enumerated().compactMap { number, mark in
      if use.needed.contains(number) {
        return mark.expires < day ? (mark, RuleResult.expired(mark)) : nil
      }
      return use.covering.contains(number) ? (mark, RuleResult.unused(mark)) : nil
    }
  }

  private func leftovers(_ inline: [SuppressionMark], _ draft: DraftReport, _ day: CalendarDate) -> [RuleResult] {
    inline.compactMap { mark in
      let isNeeded = draft.results.contains { mark.fits($0) && ($0.outcome == .fail || $0.outcome == .undetermined) }
      if !isNeeded { return RuleResult.unused(mark) }
      return mark.expires < day ? RuleResult.expired(mark) : nil
    }
  }

  private func ignored(_ inline: [SuppressionMark]) -> [RuleResult] { inline.map(RuleResult.notAllowed) }

  /// The entries of the baseline whose drafts were checked and that were not found any more, in words.
  public func staleEntries(_ use: Use) -> [String] {
    guard let baseline else { return [] }
    return baseline.counts.filter { use.drafts.contains($0.key.draft) && (use.found[$0.key] ?? 0) < $0.value }
      .keys.sorted().map { "\($0.draft): \($0.rule)" }
  }
}
