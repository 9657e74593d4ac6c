import ProvisoDrafts
import ProvisoModel
import ProvisoSource

/// Mends one draft: plans edits, makes them in a copy, and has the copy read and judged anew.
struct Mender {
  /// A draft that is alone in its file, with what all rules say of it.
  struct Judged {
    let draft: Draft
    let report: DraftReport
  }

  /// An edit that holds up, and what the draft is with it.
  struct Success {
    let plan: PlannedEdits
    let judged: Judged
  }

  let engine: Engine
  /// What stands behind what a draft states, and in front of it.
  let assumed: Facts, facts: Facts
  let day: CalendarDate
  /// Marks what does not count in a report.
  let marking: (inout DraftReport) -> Void

  /// The draft cut out of its file; nil where it cannot be read by itself, or reads otherwise there.
  func alone(_ draft: Draft) -> Judged? {
    guard let extent = draft.extent else { return nil }
    let piece = SourceFile(name: draft.source.name, bytes: Array(draft.source.bytes[extent.lower..<extent.upper]))
    guard let judged = read(piece) else { return nil }
    return judged.draft.segments.map(\.text) == draft.segments.map(\.text) ? judged : nil
  }

  /// The only draft of a file, judged; nil where there is none, or the file has an error.
  private func read(_ source: SourceFile) -> Judged? {
    let reading = engine.read(source, assuming: assumed)
    guard reading.drafts.count == 1, !reading.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let draft = reading.drafts[0]
    // What stands around the draft would not be cut out with it the next time.
    guard draft.extent == Span(0, source.bytes.count) else { return nil }
    var report = engine.evaluate(draft, facts: facts, asOf: day)
    marking(&report)
    return Judged(draft: draft, report: report)
  }

  /// The first way to mend a result that makes nothing worse, or why there is none.
  func attempt(_ result: RuleResult, _ judged: Judged) -> Result<Success, Refusal> {
    guard let remedy = result.remedy, let planner = EditPlanner(judged.draft) else { return .failure(.noPlace) }
    let languages = engine.languages(of: judged.draft, facts: facts)
    var refusal = remedy.refusal(for: languages) ?? .noPlace
    for change in remedy.changes {
      for plan in planner.plans(for: change, found: result.locations, languages: languages) {
        guard let bytes = plan.edits.made(in: judged.draft.source.bytes),
          let after = read(SourceFile(name: judged.draft.source.name, bytes: bytes)),
          plan.areCarriedOut(in: after.draft)
        else { continue }
        if let problem = after.report.problem(instead: judged.report, mending: result) {
          refusal = problem
        } else {
          return .success(Success(plan: plan, judged: after))
        }
      }
    }
    return .failure(refusal)
  }

  /// Mends all that can be mended, the safe first, one edit after the other.
  func mend(_ start: Judged, _ selection: FixSelection) -> (draft: Mending.MendedDraft, bytes: [UInt8]) {
    var judged = start
    var steps: [Mending.Step] = []
    var refusals: [String: String] = [:]
    // Each step mends a rule and breaks none, so there are no more steps than results.
    search: while steps.count < start.report.results.count {
      refusals = [:]
      for result in candidates(judged.report, selection) {
        switch attempt(result, judged) {
        case .failure(let refusal): refusals[result.ruleID] = refusal.text
        case .success(let success):
          steps.append(step(result, from: judged.report, to: success.judged.report))
          judged = success.judged
          continue search
        }
      }
      break
    }
    let draft = Mending.MendedDraft(
      before: start.report, steps: steps, after: judged.report, refusals: refusals)
    return (draft, judged.draft.source.bytes)
  }

  private func candidates(_ report: DraftReport, _ selection: FixSelection) -> [RuleResult] {
    let wanted = report.results.filter(selection.includes)
    let isSafe = { (result: RuleResult) in result.remedy?.applicability == .safe }
    return wanted.filter(isSafe) + wanted.filter { !isSafe($0) }
  }

  private func step(_ result: RuleResult, from before: DraftReport, to after: DraftReport) -> Mending.Step {
    let left = Set(after.results.map(\.ruleID))
    let mended = Set(before.results.filter { $0.outcome == .fail }.map(\.ruleID)).subtracting(left)
    return Mending.Step(
      result: result, applicability: result.remedy?.applicability ?? .suggested,
      alongside: mended.subtracting([result.ruleID]).sorted())
  }
}

extension Engine {
  /// The languages a draft is declared to be in; none where nobody declared any.
  func languages(of draft: Draft, facts: Facts) -> [String] {
    let state = facts[TextInLanguages.languagesFact] ?? draft.facts[TextInLanguages.languagesFact]
    guard case .known(.symbols(let words))? = state else { return [] }
    return Array(words)
  }
}
