public import ProvisoModel
import ProvisoSource

/// Tells people what was mended in their drafts and what is left to do.
public struct MendingReport {
  /// What becomes of the mended files.
  public enum Use: Sendable {
    /// They are only shown.
    case shown
    /// They are written.
    case written
  }

  private let options: RenderOptions
  private let use: Use
  private var terminal: Terminal

  /// The report on some files as text that ends with a line feed.
  ///
  /// - Parameters:
  ///   - showsLines: whether the lines that differ are shown.
  ///   - use: what becomes of the mended files.
  public static func render(
    _ mendings: [Mending], showsLines: Bool, use: Use, options: RenderOptions = RenderOptions()
  ) -> String {
    var report = MendingReport(
      options: options, use: use, terminal: Terminal(colour: options.colour, hyperlinks: false))
    for mending in mendings {
      if showsLines, !mending.pieces.isEmpty { report.add(UnifiedDiff(mending), mending.before.name) }
      for draft in mending.drafts { report.add(draft) }
    }
    report.addEnd(mendings)
    return report.terminal.text
  }

  // MARK: Lines

  private mutating func add(_ diff: UnifiedDiff, _ name: String) {
    terminal.line(StyledText("--- \(name)", .bold))
    terminal.line(StyledText("+++ \(name)", .bold))
    for hunk in diff.hunks {
      let place = "@@ -\(hunk.before),\(hunk.beforeCount) +\(hunk.after),\(hunk.afterCount) @@"
      terminal.line(StyledText(place, .level(.advice)))
      for line in hunk.lines { add(line) }
    }
    terminal.blank()
  }

  private mutating func add(_ line: UnifiedDiff.Line) {
    switch line {
    case .kept(let text): terminal.line(StyledText(" " + shown(text)))
    case .removed(let text): terminal.line(StyledText("-" + shown(text), .error))
    case .added(let text): terminal.line(StyledText("+" + shown(text), .outcome(.pass)))
    }
  }

  /// Tabs as spaces, since they indent, and are no danger.
  private func shown(_ text: String) -> String {
    text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
  }

  // MARK: Drafts

  private mutating func add(_ draft: Mending.MendedDraft) {
    let left = draft.after.results.filter { $0.outcome == .fail }
    guard !draft.steps.isEmpty || !left.isEmpty else { return }
    var line = StyledText(draft.after.path, .bold)
    if let id = draft.after.id { line.add("  \(id)") }
    line.add("  \(draft.before.verdict.rawValue)", .verdict(draft.before.verdict))
    if draft.before.verdict != draft.after.verdict {
      line.add(" → ")
      line.add(draft.after.verdict.rawValue, .verdict(draft.after.verdict))
    }
    terminal.line(line)
    for step in draft.steps { add(step) }
    for result in left { add(result, refusal: draft.refusals[result.ruleID]) }
    let undecided = draft.after.undecidedRules
    if undecided > 0 { terminal.line(StyledText("  ") + StyledText("\(Wording.undecided(undecided)).", .dim)) }
    terminal.blank()
  }

  private mutating func add(_ step: Mending.Step) {
    let others = step.alongside.isEmpty ? "" : ", and with it \(step.alongside.joined(separator: ", "))"
    paragraph(StyledText("  " + step.applicability.rawValue, .outcome(.pass)), step.result.ruleID + others)
  }

  private mutating func add(_ result: RuleResult, refusal: String?) {
    paragraph(StyledText("  \(result.level.rawValue)", .level(result.level)), "\(result.ruleID): \(result.message)")
    for fix in result.fixes { paragraph(StyledText(), fix.advice) }
    if let refusal { paragraph(StyledText(), "No edit is offered: \(refusal).", .dim) }
  }

  private mutating func paragraph(_ label: StyledText, _ text: String, _ style: Style = .plain) {
    let column = 13
    for (index, line) in text.wrapped(to: max(40, options.width) - column).enumerated() {
      var styled = index == 0 ? label : StyledText()
      styled.pad(to: column)
      styled.add(line, style)
      terminal.line(styled)
    }
  }

  // MARK: End

  private mutating func addEnd(_ mendings: [Mending]) {
    let drafts = mendings.flatMap(\.drafts)
    let steps = drafts.flatMap(\.steps)
    let safe = steps.count { $0.applicability == .safe }
    let left = drafts.flatMap(\.after.results).count { $0.outcome == .fail }
    let counts = [
      Wording.count(safe, "safe edit"), Wording.count(steps.count - safe, "suggested edit"),
      Wording.count(left, "finding") + " left",
    ]
    var ending = ""
    if steps.isEmpty {
      ending = " Nothing to write."
    } else if use == .shown {
      ending = safe == steps.count ? " --write writes them." : " --write writes the safe ones, --write --suggested all."
    }
    terminal.line(StyledText("\(Wording.count(drafts.count, "draft")): \(counts.joined(separator: ", ")).\(ending)"))
  }
}
