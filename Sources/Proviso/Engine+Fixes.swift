import ProvisoDrafts
public import ProvisoModel
public import ProvisoSource

extension Engine {
  /// The ways to mend a result, with edits of the draft's file where a machine can make them.
  ///
  /// The edits are made in a copy, which is read and judged by all rules: a fix has edits only if the result is gone with
  /// them, and nothing else is broken, undecided or worse. That takes a few evaluations.
  ///
  /// - Parameters:
  ///   - result: a result of `evaluate` for the same draft, facts and day.
  ///   - assumed: what the draft was read with.
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for.
  /// - Returns: the fixes of the result; those without edits are for people.
  public func fixes(
    for result: RuleResult, of draft: Draft, assuming assumed: Facts = Facts(), facts: Facts = Facts(),
    asOf day: CalendarDate
  ) -> [Fix] {
    let mender = Mender(engine: self, assumed: assumed, facts: facts, day: day) { _ in }
    guard result.outcome == .fail, let remedy = result.remedy, let extent = draft.extent,
      let alone = mender.alone(draft),
      let same = alone.report.results.first(where: { $0.ruleID == result.ruleID && $0.regions == result.regions }),
      case .success(let success) = mender.attempt(same, alone)
    else { return result.fixes }
    let index = LineIndex(draft.source)
    let edits = success.plan.edits.sorted { $0.span < $1.span }.map { edit in
      let span = Span(extent.lower + edit.span.lower, extent.lower + edit.span.upper)
      return Edit(location: TextLocation(span, in: draft.source, index), newText: edit.text)
    }
    return result.fixes.map { Fix(advice: $0.advice, applicability: remedy.applicability, edits: edits) }
  }

  /// Mends the drafts of a file as far as that makes nothing worse: edit by edit, each judged by all rules.
  ///
  /// - Parameters:
  ///   - assumed: what holds of a draft where it states nothing else itself.
  ///   - facts: what is declared besides what the drafts themselves state; where both speak, these count.
  ///   - day: the day the drafts are judged for.
  ///   - selection: which fixes are wanted.
  /// - Returns: the file before and after, and its problems; drafts with an error are left as they are.
  public func mend(
    _ source: SourceFile, assuming assumed: Facts = Facts(), facts: Facts = Facts(), asOf day: CalendarDate,
    _ selection: FixSelection = FixSelection()
  ) -> (mending: Mending, diagnostics: [Diagnostic]) {
    let mender = Mender(engine: self, assumed: assumed, facts: facts, day: day, marking: selection.marking)
    let reading = read(source, assuming: assumed)
    var drafts: [Mending.MendedDraft] = []
    var pieces: [Mending.Piece] = []
    var bytes: [UInt8] = []
    var end = 0
    for draft in reading.drafts {
      guard let extent = draft.extent, let alone = mender.alone(draft) else {
        var report = evaluate(draft, facts: facts, asOf: day)
        selection.marking(&report)
        drafts.append(Mending.MendedDraft(before: report, steps: [], after: report, refusals: [:]))
        continue
      }
      let mended = mender.mend(alone, selection)
      drafts.append(mended.draft)
      guard !mended.draft.steps.isEmpty else { continue }
      bytes += source.bytes[end..<extent.lower]
      pieces.append(.init(before: extent, after: Span(bytes.count, bytes.count + mended.bytes.count)))
      bytes += mended.bytes
      end = extent.upper
    }
    let after = SourceFile(name: source.name, bytes: bytes + source.bytes[end...])
    return (Mending(before: source, after: after, pieces: pieces, drafts: drafts), reading.diagnostics)
  }
}
