import Dispatch
import Proviso
import Synchronization

/// Inputs in, report out: batches are read one after the other, checked side by side, and written in their order.
final class CheckPipeline: Sendable {
  private let reader: Mutex<BatchReader>
  private let checker: BatchChecker
  private let writer: Mutex<ReportWriter>

  init(_ reader: sending BatchReader, _ checker: BatchChecker, _ writer: sending ReportWriter) {
    self.reader = Mutex(reader)
    self.checker = checker
    self.writer = Mutex(writer)
  }

  /// Checks everything.
  ///
  /// - Parameter jobs: how many batches may be checked at the same time.
  /// - Returns: what the run ends with.
  func run(jobs: Int) -> ExitStatus {
    // What fits into one batch is done here before a thread could start.
    let context = EvaluationContext(checker.engine)
    if checkNext(context) != nil {
      if jobs > 1 { runSideBySide(jobs) } else { while checkNext(context) != nil {} }
    }
    return writer.withLock { $0.finish() }
  }

  private func runSideBySide(_ jobs: Int) {
    // Batches that wait for their turn are held in memory, so there must not be many.
    let room = DispatchSemaphore(value: jobs * 4)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      let context = EvaluationContext(checker.engine)
      room.wait()
      while let written = checkNext(context) {
        for _ in 0..<written { room.signal() }
        room.wait()
      }
      room.signal()
    }
  }

  /// Checks one more batch.
  ///
  /// - Returns: how many batches were written, now that this one is there; nil when nothing was left.
  private func checkNext(_ context: EvaluationContext) -> Int? {
    guard let batch = reader.withLock({ $0.next() }) else { return nil }
    let checked = checker.check(batch, context)
    return writer.withLock { $0.add(checked) }
  }
}
