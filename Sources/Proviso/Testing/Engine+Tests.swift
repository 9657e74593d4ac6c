import ProvisoModel
import ProvisoPacks
import ProvisoPlan
import ProvisoSource

extension Engine {
  /// Runs the tests inside the rules of packs, and warns of what the authors of given files should look at.
  ///
  /// - Parameters:
  ///   - packs: the ids of the packs; all that take part by default.
  ///   - measuringCoverage: whether the report tells how far the tests exercise the rules, which takes longer.
  public func runTests(packs: [String]? = nil, measuringCoverage: Bool = false) -> TestReport {
    let checked = checkedPacks
    let tested = checked.running(in: self).filter { packs?.contains($0.id) ?? true }
    var counter = measuringCoverage ? CoverageCounter(of: tested, in: checked, plan) : nil
    var results: [TestResult] = []
    var languages: Set<String> = []
    for pack in tested {
      for file in pack.files {
        let lines = LineIndex(file.bytes)
        for rule in pack.rules where rule.file == file.name {
          for test in rule.tests {
            let (draft, problems) = TestDraft.read(test, in: file, schema: schema, usual: pack.verified)
            var failure: String?
            if let draft {
              failure = self.failure(of: test, rule, draft)
              languages.formUnion(draft.languages)
              counter?.count(rule, of: pack, draft)
            } else {
              failure = "the test cannot be read: \(problems.map(\.message).joined(separator: "; "))"
            }
            results.append(
              TestResult(
                ruleID: rule.id, name: test.name, failure: failure, file: file.name,
                line: lines.position(of: test.span.lower).line))
          }
        }
      }
    }
    // Whoever uses a built-in pack cannot change it.
    let given = Dictionary(library.given.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let own = tested.filter { $0.files.contains { given[$0.name] != nil } }
    let warnings = (checked.diagnostics + Plan.repeatedPhrases(in: own)).inReadingOrder().compactMap { problem in
      given[problem.file].map(problem.drawn)
    }
    return TestReport(
      results: results, languages: languages.sorted(), warnings: warnings, coverage: counter?.coverage)
  }

  private func failure(of test: RuleTest, _ rule: Rule, _ draft: TestDraft) -> String? {
    do {
      let decision = try plan.evaluate(draft.draft, facts: draft.facts, asOf: draft.day, only: rule.id)
      return TestJudge(test, try plan.report(on: draft.draft, decision, includingAll: true).results).failure
    } catch {
      return error.message
    }
  }
}
