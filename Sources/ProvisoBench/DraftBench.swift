import Glibc
public import Proviso
import ProvisoPlan
import ProvisoText

/// Measures an engine on drafts, its stages apart, and beside it the matching library alone on the same bytes.
public struct DraftBench {
  /// A figure with its name, as it is printed.
  public struct Figure: Sendable {
    /// The name, with its unit.
    public let name: String
    /// The value.
    public let value: Double
  }

  private let engine: Engine
  private let parts: [(source: DraftSource, assumed: Facts)]
  /// The drafts with what is declared besides.
  private let drafts: [(draft: Draft, facts: Facts)]
  private let day: CalendarDate

  /// A measurement of the drafts in `parts`, with what is declared besides: behind what they state, and in front of it.
  ///
  /// - Throws: `BenchFailure` when there is no draft in them.
  public init(
    _ engine: Engine, _ parts: [(source: DraftSource, assumed: Facts, given: Facts)], asOf day: CalendarDate
  ) throws {
    (self.engine, self.parts, self.day) = (engine, parts.map { ($0.source, $0.assumed) }, day)
    drafts = parts.flatMap { part in engine.read(part.source, assuming: part.assumed).drafts.map { ($0, part.given) } }
    guard !drafts.isEmpty else { throw BenchFailure("there is no draft to measure with") }
  }

  /// All figures: microseconds of processor time for a draft, each the median of seven runs after a warm-up.
  ///
  /// What a stage takes is the difference to the stages before it. Allocations are there where they are counted, which
  /// takes the library `ProvisoAllocations` in front of the program.
  public func run() throws -> [Figure] {
    let memory = try engine.evaluationMemory()
    let folded = drafts.map { draft, _ in draft.segments.map { FoldedText($0.text) } }
    let bytes = folded.joined().reduce(0) { $0 + $1.bytes.count }
    let wanted = engine.lookedFor
    let raw = try RawScan(
      phrases: wanted.phrases, expressions: wanted.expressions, detectors: wanted.detectors)

    let read = perDraft { for part in parts { _ = engine.read(part.source, assuming: part.assumed) } }
    var text = FoldedText()
    let fold = perDraft {
      for (draft, _) in drafts { for segment in draft.segments { text.fold(segment.text) } }
    }
    let scan = perDraft { for (draft, _) in drafts { try? memory.scanTexts(of: draft) } }
    let evaluate = perDraft {
      for (draft, facts) in drafts { _ = try? memory.evaluate(draft, facts: facts, asOf: day) }
    }
    let report = perDraft {
      for (draft, facts) in drafts { _ = try? memory.report(on: draft, facts: facts, asOf: day) }
    }
    var matches = 0
    let rawScan = perDraft { for texts in folded { for text in texts { matches += raw.count(in: text.bytes) } } }
    let each = perDraftTimes { _ = try? memory.evaluate($0, facts: $1, asOf: day) }
    var figures = [
      Figure(name: "drafts", value: Double(drafts.count)),
      Figure(name: "bytes_per_draft", value: Double(bytes) / Double(drafts.count)),
      Figure(name: "read_us_per_draft", value: read), Figure(name: "fold_us_per_draft", value: fold),
      Figure(name: "scan_us_per_draft", value: scan - fold),
      Figure(name: "decide_us_per_draft", value: evaluate - scan),
      Figure(name: "report_us_per_draft", value: report - evaluate),
      Figure(name: "evaluate_us_per_draft", value: evaluate),
      Figure(name: "evaluate_ns_per_byte", value: evaluate * 1e3 * Double(drafts.count) / Double(max(1, bytes))),
      Figure(name: "evaluate_us_p50", value: each[each.count / 2]),
      Figure(name: "evaluate_us_p99", value: each[min(each.count - 1, each.count * 99 / 100)]),
      Figure(name: "raw_scan_us_per_draft", value: rawScan),
      Figure(name: "raw_scan_matches_per_draft", value: Double(matches) / Double(drafts.count * (DraftBench.runs + 1))),
      Figure(name: "ratio_to_raw_scan", value: evaluate / rawScan),
    ]
    if let count = AllocationCounter.current {
      let before = count()
      for (draft, facts) in drafts { _ = try? memory.evaluate(draft, facts: facts, asOf: day) }
      figures.append(Figure(name: "allocations_per_draft", value: Double(count() - before) / Double(drafts.count)))
    }
    return figures
  }

  private static let runs = 7

  /// Microseconds of processor time that `work` takes, divided by the drafts.
  private func perDraft(_ work: () -> Void) -> Double {
    work()
    let times = (0..<DraftBench.runs).map { _ in Clock.measured(work) }
    return times.sorted()[DraftBench.runs / 2] / Double(drafts.count) * 1e6
  }

  /// Microseconds of processor time for each draft, in ascending order.
  private func perDraftTimes(_ work: (Draft, Facts) -> Void) -> [Double] {
    drafts.map { draft, facts in
      (0..<DraftBench.runs).map { _ in Clock.measured { work(draft, facts) } }.sorted()[DraftBench.runs / 2] * 1e6
    }.sorted()
  }
}

/// Asks the library that counts allocations, where it stands in front of the program.
private enum AllocationCounter {
  typealias Count = @convention(c) () -> UInt64

  static var current: Count? {
    dlsym(UnsafeMutableRawPointer(bitPattern: 0), "proviso_allocation_count").map { unsafeBitCast($0, to: Count.self) }
  }
}
