import Glibc
public import Proviso
import ProvisoDocuments
import ProvisoPlan

/// Runs a neutral workload and says how long an item takes.
public struct WorkloadBench {
  /// What was measured.
  public struct Result: Sendable {
    /// Milliseconds of processor time from the pack as text to the engine, without a cache.
    public let loadMilliseconds: Double
    /// Microseconds of processor time for one draft: the median of seven runs.
    public let microsecondsPerItem: Double
    /// The number of drafts, and of rules broken over all of them.
    public let items: Int, hits: Int
  }

  /// Measures a workload.
  ///
  /// - Parameters:
  ///   - rules: how many of the workload's rules take part.
  ///   - open: finds a file of the workload by its name.
  /// - Throws: `BenchFailure` when the files do not fit, or a draft breaks other rules than it should.
  public static func run(
    _ profile: WorkloadProfile, rules: Int, open: (String) throws -> SourceFile
  ) throws -> Result {
    let workload = try Workload(profile, rules: rules, open: open)
    let start = Clock.processorTime
    let engine = try Engine(packs: [], files: [workload.pack], facts: [workload.schema])
    let load = Clock.processorTime - start
    let drafts = try workload.drafts.map { source in
      guard let draft = engine.read(source).drafts.first else { throw BenchFailure("a draft cannot be read") }
      return draft
    }
    let day = CalendarDate(day: 20_000)
    var hits = 0
    for (number, draft) in drafts.enumerated() {
      let broken = engine.brokenRules(draft, asOf: day).map { String($0.dropFirst("workload.".count)) }
      guard broken == workload.expected[number] else {
        throw BenchFailure("draft \(number + 1) breaks \(broken), not \(workload.expected[number])")
      }
      hits += broken.count
    }
    let memory = try engine.evaluationMemory()
    let nothing = Facts()
    let times = (0..<7).map { _ in
      Clock.measured { for draft in drafts { _ = try? memory.evaluate(draft, facts: nothing, asOf: day) } }
    }
    return Result(
      loadMilliseconds: load * 1e3, microsecondsPerItem: times.sorted()[3] / Double(drafts.count) * 1e6,
      items: drafts.count, hits: hits)
  }
}

/// The processor time that this process has used.
enum Clock {
  static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  static func measured(_ work: () -> Void) -> Double {
    let start = processorTime
    work()
    return processorTime - start
  }
}
