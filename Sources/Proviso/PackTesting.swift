import ProvisoDrafts
import ProvisoModel
import ProvisoPacks
import ProvisoPlan
import ProvisoSource

/// How one test inside a rule came out.
public struct TestResult: Hashable, Sendable {
  /// The rule it belongs to.
  public let ruleID: String
  /// What it shows.
  public let name: String
  /// What is wrong; nil when it passed.
  public let failure: String?
  /// The pack's file, and the test's line in it from 1.
  public let file: String, line: Int
}

extension Engine {
  /// Runs the tests inside the rules of packs.
  ///
  /// - Parameter packs: the ids of the packs; all that take part by default.
  public func runTests(packs: [String]? = nil) -> [TestResult] {
    runningPacks.filter { packs?.contains($0.id) ?? true }.flatMap { pack in
      pack.files.flatMap { file in
        let index = LineIndex(file.bytes)
        return pack.rules.filter { $0.file == file.name }.flatMap { rule in
          rule.tests.map { test in
            TestResult(
              ruleID: rule.id, name: test.name, failure: failure(of: test, rule, pack, file), file: file.name,
              line: index.position(of: test.span.lower).line)
          }
        }
      }
    }
  }

  private func failure(of test: RuleTest, _ rule: Rule, _ pack: Pack, _ file: SourceFile) -> String? {
    let reading = DraftReader.draft(from: test.draft, in: file, schema: schema)
    var problems = reading.diagnostics.filter { $0.severity == .error }
    var facts = Facts()
    if let node = test.facts {
      let declared = FactsReader.facts(from: node, in: file, schema: schema)
      facts = declared.facts
      problems += declared.diagnostics.filter { $0.severity == .error }
    }
    if let problem = problems.first { return "the test cannot be read: \(problem.message)" }
    guard let draft = reading.drafts.first else { return "the test has no draft" }
    let report: DraftReport
    do {
      let decision = try plan.evaluate(draft, facts: facts, asOf: test.asOf ?? pack.verified, only: rule.id)
      report = try plan.report(on: draft, decision, includingAll: true)
    } catch {
      return error.message
    }
    return TestJudge(test, report.results).failure
  }
}

/// Compares what a rule said with what its test wants.
private struct TestJudge {
  private let test: RuleTest
  private let results: [RuleResult]

  init(_ test: RuleTest, _ results: [RuleResult]) {
    self.test = test
    self.results = results
  }

  var failure: String? {
    let outcome = outcome
    guard outcome == test.want else {
      return "wanted \(test.want.rawValue), got \(outcome.rawValue)\(because(outcome))"
    }
    let worst = results.filter { $0.outcome == outcome }.map(\.level).max()
    if outcome == .fail, let level = test.level, level != worst {
      return "wanted level \(level.rawValue), got \(worst?.rawValue ?? "none")\(because(outcome))"
    }
    let missing = Set(results.flatMap(\.missingFacts))
    for fact in test.missing where !missing.contains(fact) {
      return "wanted \(fact) among the missing facts, got \(missing.sorted().joined(separator: ", "))"
    }
    return nil
  }

  /// The rule's outcome over all places: one failure is a failure.
  private var outcome: Outcome {
    let outcomes = Set(results.map(\.outcome))
    return [.fail, .undetermined, .pass].first(where: outcomes.contains) ?? .notApplicable
  }

  private func because(_ outcome: Outcome) -> String {
    let reason = results.first { $0.outcome == outcome }?.reason ?? "the rule is not in force on that day"
    return reason.isEmpty ? "" : ": \(reason)"
  }
}
