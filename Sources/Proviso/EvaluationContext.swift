public import ProvisoModel
import ProvisoPlan

/// Judges one draft after the other with the memory of those before. Each thread needs its own.
public final class EvaluationContext {
  private let plan: Plan
  private var memory: EvaluationMemory?

  /// A context for evaluations with `engine`.
  public init(_ engine: Engine) { plan = engine.plan }

  /// Judges a draft; see `Engine.evaluate`.
  public func evaluate(
    _ draft: Draft, facts: Facts = Facts(), asOf day: CalendarDate, includingAll: Bool = false
  ) -> DraftReport {
    do throws(ScanFailure) {
      let memory = if let memory { memory } else { try EvaluationMemory(plan) }
      self.memory = memory
      return try memory.report(on: draft, facts: facts, asOf: day, includingAll: includingAll)
    } catch {
      return DraftReport(unread: draft, error.message)
    }
  }
}

extension DraftReport {
  /// A report for a draft whose text could not be scanned for want of memory: it passes nothing.
  init(unread draft: Draft, _ message: String) {
    var counts = OutcomeCounts()
    counts.add(.undetermined)
    let result = RuleResult(
      ruleID: "proviso.not-scanned", packID: "proviso", title: "The text could not be scanned", outcome: .undetermined,
      level: .block, message: message, reason: message, regions: [], citations: [], confidence: .general, locations: [],
      factsUsed: [:],
      missingFacts: [], missingSets: [], fixes: [], fingerprint: "")
    self.init(
      path: draft.source.name, id: draft.id, channel: nil, verdict: .needsFacts, results: [result], questions: [],
      counts: counts)
  }
}
