import Proviso
import ProvisoProject
import ProvisoReports

/// Takes what was checked in the order of the inputs, counts it and writes it.
struct ReportWriter {
  private let output: OutputOptions
  private let judgement: Judgement
  private let showAll: Bool
  /// What is said of the whole run, and everything in it where the format needs it all at once.
  private var report: Report
  private var summary = ReportSummary()
  private var status = ExitStatus.clean
  /// Batches that came before their turn.
  private var waiting: [Int: CheckedBatch] = [:]
  private var next = 0
  private var progress: RunProgress
  private let baseline: BaselineOptions
  private let paths: ProjectPaths
  private var use = FindingPolicy.Use()
  /// What is to be written as a baseline.
  private var found = Baseline()

  /// - Parameter report: what is said of the whole run, without drafts.
  init(
    _ report: Report, _ output: OutputOptions, _ judgement: Judgement, _ baseline: BaselineOptions,
    _ paths: ProjectPaths, _ progress: RunProgress, showAll: Bool
  ) {
    (self.baseline, self.paths) = (baseline, paths)
    (self.report, self.output, self.judgement, self.showAll) = (report, output, judgement, showAll)
    self.progress = progress
  }

  /// Takes a batch, in any order.
  ///
  /// - Returns: how many batches had their turn.
  mutating func add(_ batch: CheckedBatch) -> Int {
    waiting[batch.number] = batch
    let first = next
    while let batch = waiting.removeValue(forKey: next) {
      write(batch)
      progress.advance(by: batch.files)
      next += 1
    }
    return next - first
  }

  private mutating func write(_ batch: CheckedBatch) {
    use.add(batch.use)
    for warning in batch.warnings { Output.error(warning) }
    for draft in batch.drafts {
      if baseline.writeBaseline != nil { found.add(draft, at: paths.relative(draft.path)) }
      summary.add(draft)
      status = .worst([status, judgement.status(of: draft)])
    }
    for _ in batch.errors {
      summary.addError()
      status = .couldNotRun
    }
    if output.streamsLines { Output.print(batch.lines) }
    if output.needsReport {
      report.drafts += batch.drafts
      report.errors += batch.errors
    }
  }

  /// Writes what can only be said at the end.
  ///
  /// - Returns: what the run ends with.
  mutating func finish() -> ExitStatus {
    progress.end()
    addLeftovers()
    do throws(Problem) {
      if output.streamsLines { Output.print(JSONLinesReport.end(report, summary)) }
      try output.write(report, showAll: showAll)
      if let path = baseline.writeBaseline { try FileSystem.write(found.text, to: path) }
      return status
    } catch {
      Output.error(error.message)
      return .couldNotRun
    }
  }

  /// Says which suppressions and which entries of the baseline are of no use any more.
  private mutating func addLeftovers() {
    let leftovers = Dictionary(grouping: judgement.policy.leftovers(use, on: judgement.day), by: \.mark.file)
    for (file, entries) in leftovers.sorted(by: { $0.key < $1.key }) {
      var draft = DraftReport(
        path: file, id: nil, channel: nil, verdict: .pass, results: entries.map(\.result), questions: [],
        counts: OutcomeCounts())
      for result in draft.results { draft.counts.add(result.outcome) }
      draft.verdict = Verdict(on: draft.results)
      var batch = CheckedBatch(saying: draft)
      if output.streamsLines { batch.lines = JSONLinesReport.line(draft, RenderOptions(showAll: showAll)) }
      write(batch)
    }
    let stale = judgement.policy.staleEntries(use)
    guard !stale.isEmpty else { return }
    Output.error(
      "The baseline holds \(stale.count == 1 ? "a finding that is" : "\(stale.count) findings that are") gone:\n"
        + stale.map { "  \($0)" }.joined(separator: "\n"))
    if baseline.strictBaseline { status = .worst([status, .findings]) }
  }
}
