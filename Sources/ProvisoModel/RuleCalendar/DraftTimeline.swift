/// What the rules say of one draft as time goes by.
public struct DraftTimeline: Hashable, Sendable {
  /// A rule that says something else than the day before.
  public struct Change: Hashable, Sendable {
    /// What it said the day before, the worst first; empty where it was kept, did not apply or was not in force.
    public var before: [RuleResult]
    /// What it says from this day on.
    public var after: [RuleResult]

    /// A change of one rule; at least one of the two lists has results, all of that rule.
    public init(before: [RuleResult], after: [RuleResult]) {
      self.before = before
      self.after = after
    }

    /// What there is to say of the rule: the worst of it.
    public var result: RuleResult? { after.first ?? before.first }
    /// Whether the rule is broken from this day on, at least in one more place, and was not before.
    public var isNewlyBroken: Bool {
      let earlier = before.filter { $0.outcome == .fail }
      return after.contains { result in
        result.outcome == .fail
          && !earlier.contains {
            $0.regions.isEmpty || !result.regions.isEmpty && Set(result.regions).isSubset(of: $0.regions)
          }
      }
    }
  }

  /// A day on which something changes.
  public struct Step: Hashable, Sendable {
    /// The first day on which it is so.
    public var date: CalendarDate
    /// The verdict from then on.
    public var verdict: Verdict
    /// The rules that say something else than before, in the order of the packs; never empty.
    public var changes: [Change]

    /// A day.
    public init(date: CalendarDate, verdict: Verdict, changes: [Change]) {
      self.date = date
      self.verdict = verdict
      self.changes = changes
    }
  }

  /// The file the draft was read from, and its name.
  public var path: String, id: String?
  /// The day it is planned for; nil where none is declared. A planned draft is judged for that day, so nothing changes.
  public var planned: CalendarDate?
  /// The verdict at first.
  public var verdict: Verdict
  /// What changes, in the order of time.
  public var steps: [Step]

  /// What is said of a draft as time goes by.
  public init(path: String, id: String?, planned: CalendarDate?, verdict: Verdict, steps: [Step]) {
    self.path = path
    self.id = id
    self.planned = planned
    self.verdict = verdict
    self.steps = steps
  }

  /// Whether a rule at or above `level` is kept at first and broken later.
  public func breaks(at level: Level) -> Bool {
    steps.contains { step in
      step.changes.contains { $0.isNewlyBroken && $0.after.contains { $0.outcome == .fail && $0.level >= level } }
    }
  }
}
