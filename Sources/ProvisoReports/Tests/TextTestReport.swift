import ProvisoModel

/// The results of pack tests for a person, one line an item.
struct TextTestReport {
  static func render(_ report: TestReport, listingPassed: Bool, listingUncovered: Bool) -> String {
    var lines = report.results.compactMap { result in
      let place = "\(result.file):\(result.line)"
      if let failure = result.failure { return "\(place): failed: \(result.ruleID): \(result.name): \(failure)" }
      return listingPassed ? "\(place): passed: \(result.ruleID): \(result.name)" : nil
    }
    if let coverage = report.coverage, listingUncovered { lines += uncovered(coverage) }
    lines.append(counts(report))
    if let coverage = report.coverage { lines += summary(coverage, isListed: listingUncovered) }
    return lines.map { $0.onOneLine.visible + "\n" }.joined()
  }

  private static func counts(_ report: TestReport) -> String {
    let failed = report.failures.count
    let rules = Wording.count(report.ruleCount, "rule")
    let languages = report.languages.isEmpty ? "" : " in \(Wording.count(report.languages.count, "language"))"
    return "\(Wording.count(report.results.count, "test")) of \(rules)\(languages): "
      + "\(report.results.count - failed) passed, \(failed) failed"
  }

  private static func uncovered(_ coverage: TestCoverage) -> [String] {
    let conditions = coverage.conditions.compactMap { condition in
      condition.gap.map { "\(condition.place): \($0): \(condition.owner.name): \(condition.text)" }
    }
    let cases = coverage.cases.filter { !$0.isReached }.map { "\($0.place): never reached: \($0.ruleID): \($0.text)" }
    let languages = coverage.languages.filter { !$0.isSpoken }.map {
      "\($0.place): never spoken: \($0.owner.name): \($0.language)"
    }
    let phrases = coverage.vocabularies.filter { $0.used < $0.phrases }.map {
      "\($0.place): phrases in no test: @\($0.id): \($0.phrases - $0.used) of \($0.phrases)"
    }
    return conditions + cases + languages + phrases
  }

  private static func summary(_ coverage: TestCoverage, isListed: Bool) -> [String] {
    [
      "rules and definitions exercised fully: \(coverage.ownerTally.text)",
      "conditions seen to hold and not to hold: \(coverage.conditionTally.text)",
      "cases that decide a test: \(coverage.caseTally.text)",
      "languages of rules spoken by a test: \(coverage.languageTally.text)",
      "phrases that stand in a test: \(coverage.phraseTally.text)",
    ] + (coverage.isComplete || isListed ? [] : ["--uncovered lists what is missing"])
  }
}
