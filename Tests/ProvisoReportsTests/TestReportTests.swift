import ProvisoModel
import ProvisoReports
import ProvisoTestSupport
import Testing

@Suite struct TestReportTests {
  private static let place = TestCoverage.Place(file: "shop/sale.yaml", line: 12)

  private static func coverage(complete: Bool) -> TestCoverage {
    TestCoverage(
      conditions: [
        .init(
          owner: .rule("shop.sale"), place: place, text: "text mentions @sale", isSeenTrue: true, isSeenFalse: true),
        .init(
          owner: .definition(pack: "shop", name: "loud"), place: place, text: "share(body, uppercase) > 50%",
          isSeenTrue: complete, isSeenFalse: true),
        .init(
          owner: .rule("shop.odd"), place: place, text: "text contains \"\u{1B}[31m\nx\"", isSeenTrue: complete,
          isSeenFalse: complete),
      ],
      cases: [.init(ruleID: "shop.sale", place: place, text: "length(body) > 9", isReached: complete)],
      languages: [.init(owner: .rule("shop.sale"), place: place, language: "de", isSpoken: complete)],
      vocabularies: [.init(id: "shop/sale", place: place, phrases: 3, used: 2)])
  }

  private static let report = TestReport(
    results: [
      TestResult(ruleID: "shop.sale", name: "a sale", failure: nil, file: "shop/sale.yaml", line: 20),
      TestResult(
        ruleID: "shop.sale", name: "no sale", failure: "wanted pass, got fail", file: "shop/sale.yaml", line: 24),
    ], languages: ["de", "en"], coverage: coverage(complete: false))

  @Test(arguments: TestReportFormat.allCases) func `a report names failures and what is not covered`(
    _ format: TestReportFormat
  ) throws {
    let text = format.render(Self.report, listingPassed: true, listingUncovered: true)
    try GoldenFile.expect(text, matches: "tests.\(format.rawValue)\(format == .json ? "" : ".txt")")
  }

  @Test func `a complete coverage has nothing to list`() {
    var report = Self.report
    report.coverage = Self.coverage(complete: true)
    let text = TestReportFormat.plain.render(report)
    #expect(text.contains("conditions seen to hold and not to hold: 6 of 6 (100.0 %)\n"))
    #expect(!text.contains("--uncovered"))
  }

  @Test func `a fraction is never rounded up to all`() {
    var report = Self.report
    let seen = TestCoverage.Case(ruleID: "shop.sale", place: Self.place, text: "x", isReached: true)
    let unseen = TestCoverage.Case(ruleID: "shop.sale", place: Self.place, text: "y", isReached: false)
    report.coverage?.cases = Array(repeating: seen, count: 2_999) + [unseen]
    #expect(TestReportFormat.plain.render(report).contains("cases that decide a test: 2999 of 3000 (99.9 %)\n"))
  }

  @Test func `where there is nothing to count nothing is claimed`() {
    var report = Self.report
    report.coverage?.cases = []
    #expect(TestReportFormat.plain.render(report).contains("cases that decide a test: none\n"))
  }
}
