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

  /// A result.
  public init(ruleID: String, name: String, failure: String?, file: String, line: Int) {
    self.ruleID = ruleID
    self.name = name
    self.failure = failure
    self.file = file
    self.line = line
  }
}

/// What running the tests of packs came to.
public struct TestReport: Hashable, Sendable {
  /// The tests in the order of the packs.
  public var results: [TestResult]
  /// The languages that the drafts of the tests declare, in alphabetical order.
  public var languages: [String]
  /// What the authors of the packs should look at, drawn with its line, in reading order. It changes no result.
  public var warnings: [String]
  /// How far the tests exercise the rules; nil where nobody asked.
  public var coverage: TestCoverage?

  /// A report.
  public init(results: [TestResult], languages: [String], warnings: [String] = [], coverage: TestCoverage? = nil) {
    self.results = results
    self.languages = languages
    self.warnings = warnings
    self.coverage = coverage
  }

  /// The number of rules with tests.
  public var ruleCount: Int { Set(results.map(\.ruleID)).count }
  /// The tests that failed.
  public var failures: [TestResult] { results.filter { $0.failure != nil } }
}
