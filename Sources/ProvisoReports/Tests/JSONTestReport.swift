import ProvisoDocuments
import ProvisoModel

/// The results of pack tests for programs; fields are only ever added.
enum JSONTestReport {
  static func render(_ report: TestReport, listingPassed: Bool) -> String {
    let failed = report.failures.count
    var members: [(key: String, value: JSONValue)] = [
      ("schema_version", .string(JSONReport.schemaVersion)),
      (
        "summary",
        .object([
          ("tests", .number(report.results.count)), ("rules", .number(report.ruleCount)),
          ("languages", .strings(report.languages)), ("passed", .number(report.results.count - failed)),
          ("failed", .number(failed)),
        ])
      ),
      ("tests", .array(report.results.filter { listingPassed || $0.failure != nil }.map(test))),
    ]
    if let coverage = report.coverage { members.append(("coverage", self.coverage(coverage))) }
    return JSONValue.object(members).text + "\n"
  }

  private static func test(_ result: TestResult) -> JSONValue {
    .object([
      ("rule_id", .string(result.ruleID)), ("name", .string(result.name)),
      ("outcome", .string(result.failure == nil ? "passed" : "failed")), ("failure", .optional(result.failure)),
      ("path", .string(result.file)), ("line", .number(result.line)),
    ])
  }

  // MARK: Coverage

  private static func coverage(_ coverage: TestCoverage) -> JSONValue {
    .object([
      ("owners", tally(coverage.ownerTally)), ("conditions", tally(coverage.conditionTally)),
      ("cases", tally(coverage.caseTally)), ("languages", tally(coverage.languageTally)),
      ("phrases", tally(coverage.phraseTally)),
      ("uncovered", .array(uncovered(coverage))),
      (
        "vocabularies",
        .array(
          coverage.vocabularies.map { vocabulary in
            .object([
              ("id", .string(vocabulary.id)), ("path", .string(vocabulary.place.file)),
              ("line", .number(vocabulary.place.line)), ("phrases", .number(vocabulary.phrases)),
              ("used", .number(vocabulary.used)),
            ])
          })
      ),
    ])
  }

  private static func tally(_ tally: CoverageTally) -> JSONValue {
    .object([("covered", .number(tally.covered)), ("total", .number(tally.total))])
  }

  private static func uncovered(_ coverage: TestCoverage) -> [JSONValue] {
    let conditions = coverage.conditions.compactMap { condition in
      condition.gap.map { gap($0, "condition", condition.owner.name, condition.place, condition.text) }
    }
    let cases = coverage.cases.filter { !$0.isReached }.map {
      gap("never reached", "case", $0.ruleID, $0.place, $0.text)
    }
    let languages = coverage.languages.filter { !$0.isSpoken }.map {
      gap("never spoken", "language", $0.owner.name, $0.place, $0.language)
    }
    return conditions + cases + languages
  }

  private static func gap(
    _ what: String, _ kind: String, _ owner: String, _ place: TestCoverage.Place, _ text: String
  ) -> JSONValue {
    .object([
      ("kind", .string(kind)), ("gap", .string(what)), ("owner", .string(owner)), ("path", .string(place.file)),
      ("line", .number(place.line)), ("text", .string(text)),
    ])
  }
}
