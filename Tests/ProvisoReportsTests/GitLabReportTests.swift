import Foundation
import ProvisoModel
import Testing

@testable import ProvisoReports

@Suite struct GitLabReportTests {
  /// The form that GitLab documents for a code quality report.
  private struct Issue: Decodable {
    struct Location: Decodable {
      struct Lines: Decodable { let begin: Int }
      let path: String
      let lines: Lines
    }
    enum Severity: String, Decodable { case info, minor, major, critical, blocker }
    let description: String
    let check_name: String
    let fingerprint: String
    let severity: Severity
    let location: Location
  }

  private static func issues(_ report: Report) throws -> [Issue] {
    try JSONDecoder().decode([Issue].self, from: Data(ReportFormat.gitlab.render(report).utf8))
  }

  @Test(arguments: Sample.all) func `every issue has the form that is documented`(_ sample: Sample) throws {
    let issues = try Self.issues(sample.report)
    #expect(Set(issues.map(\.fingerprint)).count == issues.count)
    #expect(issues.allSatisfy { $0.location.lines.begin >= 1 && !$0.description.isEmpty && !$0.check_name.isEmpty })
    let counted = sample.report.drafts.reduce(0) { $0 + $1.results(.fail).count + $1.results(.undetermined).count }
    #expect(issues.count == counted + sample.report.errors.count)
  }

  @Test func `levels and outcomes have their severity`() throws {
    let results = Level.allCases.reversed().map { Sample.result("gdpr.a", "m", .fail, $0) }
    let open = Sample.result("gdpr.b", "m.", .undetermined, missing: [["consent.status"]], title: "The rule")
    let issues = try Self.issues(Sample.report([Sample.draft("./a", .block, results + [open])]))
    #expect(issues.map(\.severity) == [.blocker, .major, .minor, .info])
    #expect(issues.last?.description == "Not decided: The rule; needs consent.status.")
    #expect(issues.allSatisfy { $0.location.path == "a" })
  }

  @Test func `a fingerprint stays when another issue is mended`() throws {
    let first = Sample.result("gdpr.a", "m", regions: ["DE"])
    let second = Sample.result("gdpr.a", "m", regions: ["FR"])
    let both = try Self.issues(Sample.report([Sample.draft("a", .block, [first, second])]))
    let one = try Self.issues(Sample.report([Sample.draft("a", .block, [second])]))
    #expect(both[1].fingerprint == one[0].fingerprint)
  }
}
