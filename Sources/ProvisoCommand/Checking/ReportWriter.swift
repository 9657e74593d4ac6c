import Proviso
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

  /// - Parameter report: what is said of the whole run, without drafts.
  init(_ report: Report, _ output: OutputOptions, _ judgement: Judgement, _ progress: RunProgress, showAll: Bool) {
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
    for draft in batch.drafts {
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
  func finish() -> ExitStatus {
    progress.end()
    if output.streamsLines { Output.print(JSONLinesReport.end(report, summary)) }
    do throws(Problem) {
      try output.write(report, showAll: showAll)
      return status
    } catch {
      Output.error(error.message)
      return .couldNotRun
    }
  }
}
