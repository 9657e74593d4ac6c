public import ProvisoModel
public import ProvisoSource

/// One decision that findings of one rule shall not count, as somebody wrote it.
public struct SuppressionMark: Hashable, Sendable {
  /// Which drafts it speaks of.
  enum Scope: Hashable, Sendable {
    /// Those of the file it stands in.
    case ownFile
    /// Those at paths, all or those of one name.
    case paths(String, id: String?)
  }

  /// The rule.
  public let rule: String
  let scope: Scope
  /// The finding's fingerprint; nil for every finding of the rule.
  let fingerprint: String?
  /// Why it does not count.
  public let reason: String
  /// Who answers for it.
  public let owner: String
  /// The last day on which it holds.
  public let expires: CalendarDate
  /// The file it stands in, and its place there.
  public let file: String, span: Span

  /// How it is shown beside a result.
  var suppression: Suppression {
    Suppression(
      kind: scope == .ownFile ? .inSource : .external, reason: reason, owner: owner, expires: expires)
  }

  /// Whether it speaks of a draft.
  func covers(_ draft: DraftReport) -> Bool {
    switch scope {
    case .ownFile: draft.path == file
    case .paths(let pattern, let id): (id == nil || id == draft.id) && Glob(pattern).matches(draft.path)
    }
  }

  /// Whether it speaks of a result of a draft that it covers.
  func fits(_ result: RuleResult) -> Bool {
    result.ruleID == rule && (fingerprint == nil || fingerprint == result.fingerprint)
  }
}
