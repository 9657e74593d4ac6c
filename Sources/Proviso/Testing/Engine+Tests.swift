import ProvisoModel
import ProvisoPacks
import ProvisoPlan
import ProvisoSource

extension Engine {
  /// Runs the tests inside the rules of packs.
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
            let reading = TestDraft.read(test, of: pack, in: file, schema: schema)
            var failure: String?
            switch reading {
            case .failure(let problem): failure = problem.message
            case .success(let draft):
              failure = self.failure(of: test, rule, draft)
              languages.formUnion(draft.languages)
              counter?.count(rule, of: pack, draft)
            }
            results.append(
              TestResult(
                ruleID: rule.id, name: test.name, failure: failure, file: file.name,
                line: lines.position(of: test.span.lower).line))
          }
        }
      }
    }
    return TestReport(results: results, languages: languages.sorted(), coverage: counter?.coverage)
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
