public import ProvisoSource

/// What mending the drafts of one file came to.
public struct Mending: Hashable, Sendable {
  /// One rule that a draft broke, and that it keeps after an edit.
  public struct Step: Hashable, Sendable {
    /// What was wrong.
    public var result: RuleResult
    /// How far the edit can be trusted: `safe` or `suggested`.
    public var applicability: Fix.Applicability
    /// The other rules that the same edit mended, in alphabetical order.
    public var alongside: [String]

    /// A rule that was mended.
    public init(result: RuleResult, applicability: Fix.Applicability, alongside: [String]) {
      self.result = result
      self.applicability = applicability
      self.alongside = alongside
    }
  }

  /// What became of one draft.
  public struct MendedDraft: Hashable, Sendable {
    /// What all rules said before.
    public var before: DraftReport
    /// What was mended, in the order in which the edits were made.
    public var steps: [Step]
    /// What all rules say afterwards; the same as before where nothing was mended.
    public var after: DraftReport
    /// Why no edit is offered for a rule that has some, by the rule's id.
    public var refusals: [String: String]

    /// A draft with what was mended in it.
    public init(before: DraftReport, steps: [Step], after: DraftReport, refusals: [String: String]) {
      self.before = before
      self.steps = steps
      self.after = after
      self.refusals = refusals
    }
  }

  /// A stretch of the file that was written anew.
  public struct Piece: Hashable, Sendable {
    /// Its bytes in the file as it was.
    public var before: Span
    /// Its bytes in the mended file.
    public var after: Span

    /// A stretch that was written anew.
    public init(before: Span, after: Span) {
      self.before = before
      self.after = after
    }
  }

  /// The file as it was.
  public var before: SourceFile
  /// The file with everything mended.
  public var after: SourceFile
  /// Where the two differ, in order: all bytes outside are the same.
  public var pieces: [Piece]
  /// Its drafts, in the order of the file.
  public var drafts: [MendedDraft]

  /// A file with what was mended in it.
  public init(before: SourceFile, after: SourceFile, pieces: [Piece], drafts: [MendedDraft]) {
    self.before = before
    self.after = after
    self.pieces = pieces
    self.drafts = drafts
  }
}

/// Which fixes are wanted.
public struct FixSelection: Sendable {
  /// Whether those are left out that somebody should read.
  public var onlySafe: Bool
  /// The ids of the rules to mend; nil for all.
  public var rules: Set<String>?
  /// Marks what does not count in a report on the draft. What is suppressed is left as it is.
  public var marking: @Sendable (inout DraftReport) -> Void = { _ in }

  /// Fixes of some rules, all by default.
  public init(onlySafe: Bool = false, rules: Set<String>? = nil) {
    self.onlySafe = onlySafe
    self.rules = rules
  }

  /// Whether a result may be mended, and how.
  public func includes(_ result: RuleResult) -> Bool {
    guard let remedy = result.remedy, result.outcome == .fail, result.suppression == nil else { return false }
    return (!onlySafe || remedy.applicability == .safe) && rules?.contains(result.ruleID) ?? true
  }
}
