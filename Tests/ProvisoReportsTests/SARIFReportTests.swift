import Foundation
import ProvisoModel
import Testing

@testable import ProvisoReports

@Suite struct SARIFReportTests {
  private static func log(_ report: Report, showAll: Bool = false) throws -> SARIFLog {
    try SARIFLog(ReportFormat.sarif.render(report, options: RenderOptions(showAll: showAll)))
  }

  @Test(arguments: Sample.all, [false, true])
  func `every reference leads to what it names, and every place is one`(_ sample: Sample, _ showAll: Bool) throws {
    #expect(try Self.log(sample.report, showAll: showAll).problems == [])
  }

  @Test(arguments: Sample.all, [false, true])
  func `the official schema is satisfied where it is at hand`(_ sample: Sample, _ showAll: Bool) throws {
    let text = ReportFormat.sarif.render(sample.report, options: RenderOptions(showAll: showAll))
    guard let schema = try SARIFSchema() else {
      #expect(text.contains(SARIFReport.schema))
      return
    }
    #expect(try schema.problems(in: text) == [])
  }

  @Test func `the schema's reader finds what is wrong`() throws {
    guard let schema = try SARIFSchema() else { return #expect(SARIFSchema.file.hasSuffix(".json")) }
    let text = ReportFormat.sarif.render(Sample.report([Sample.blocked]))
    for (good, bad) in [
      ("\"startLine\": 5", "\"startLine\": 0"), ("\"kind\": \"fail\"", "\"kind\": \"failed\""),
      ("\"ruleId\"", "\"ruleID\""), ("\"version\": \"2.1.0\"", "\"version\": 2"), ("\"driver\"", "\"drive\""),
    ] {
      #expect(text.contains(good))
      #expect(try schema.problems(in: text.replacing(good, with: bad)) != [])
    }
  }

  static let kinds: [(outcome: Outcome, level: Level, kind: String, sarif: String)] = [
    (.fail, .block, "fail", "error"), (.fail, .warn, "fail", "warning"), (.fail, .advice, "fail", "note"),
    (.undetermined, .block, "open", "none"), (.pass, .block, "pass", "none"),
    (.notApplicable, .warn, "notApplicable", "none"),
  ]
  @Test(arguments: kinds) func `an outcome has its kind and level`(
    _ outcome: Outcome, _ level: Level, _ kind: String, _ sarif: String
  ) throws {
    let report = Sample.report([Sample.draft("a", .pass, [Sample.result("gdpr.a", "m", outcome, level)])])
    let result = try #require(try Self.log(report, showAll: true).results.first)
    #expect(result["kind"] as? String == kind)
    #expect(result["level"] as? String == sarif)
    let isListed = try Self.log(report).results.count == 1
    #expect(isListed == (outcome == .fail || outcome == .undetermined))
  }

  @Test func `a result without a place stands at line 1 and says so`() throws {
    let report = Sample.report([Sample.draft("a", .block, [Sample.result("gdpr.a", "It is wrong.")])])
    let result = try #require(try Self.log(report).results.first)
    let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
    #expect(message.hasSuffix("\nNo place in the file decides this, so it is shown at line 1."))
    #expect(SARIFLog.regions(of: result) == [["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1]])
  }

  static let paths: [(path: String, uri: String, isRelative: Bool)] = [
    ("drafts/a.json", "drafts/a.json", true), ("./a//./b.json", "a/b.json", true), ("../a.json", "../a.json", true),
    ("a b/ü%:#?.json", "a%20b/%C3%BC%25%3A%23%3F.json", true), ("<stdin>", "%3Cstdin%3E", true),
    ("/tmp/a b.json", "file:///tmp/a%20b.json", false),
  ]
  @Test(arguments: paths) func `a file is named by a URI`(_ path: String, _ uri: String, _ isRelative: Bool) throws {
    let report = Sample.report([Sample.draft(path, .block, [Sample.result("gdpr.a", "m")])])
    let text = ReportFormat.sarif.render(report)
    #expect(text.contains("\"uri\": \"\(uri)\""))
    #expect(text.contains("\"uriBaseId\": \"%SRCROOT%\"") == isRelative)
  }

  @Test func `a fix is offered only if it can be applied`() throws {
    let results = try Self.log(Sample.report([Sample.mending])).results
    let counts = results.map { ($0["fixes"] as? [[String: Any]])?.count ?? 0 }
    #expect(counts == [1, 1, 0])
    let changes = (results[1]["fixes"] as? [[String: Any]])?.first?["artifactChanges"] as? [[String: Any]]
    let replacements = changes?.first?["replacements"] as? [[String: Any]] ?? []
    let texts = replacements.map { ($0["insertedContent"] as? [String: String])?["text"] }
    #expect(texts == ["Reply STOP to unsubscribe", "preheader: \"Hi\"\n"])
  }

  @Test func `what does not count is marked, not left out`() throws {
    let results = try Self.log(Sample.report([Sample.notCounted])).results
    let suppressions = results.map { ($0["suppressions"] as? [[String: Any]])?.first?["kind"] as? String }
    #expect(suppressions == ["external", "inSource", nil, nil, nil])
    #expect(results.allSatisfy { $0["suppressions"] != nil })
    #expect(results.map { $0["baselineState"] as? String } == [nil, nil, "unchanged", "new", "unchanged"])
  }

  @Test func `missing facts are notices with their question`() throws {
    let notices = try Self.log(Sample.report([Sample.undetermined])).notices
    let messages = notices.compactMap { ($0["message"] as? [String: String])?["text"] }
    #expect(messages.first?.hasPrefix("consent.status is not known; needed by 1 rule. How did the recipients") == true)
    #expect(messages.count == 4)
  }

  @Test func `the same rule in like lines of a file is told apart by a number`() throws {
    let places = Sample.locations(of: "a", in: "a b\na b")
    let results = places.map { Sample.result("gdpr.a", "m", at: [$0]) }
    let log = try Self.log(Sample.report([Sample.draft("x", .block, results), Sample.draft("y", .block, results)]))
    let hashes = log.results.compactMap { ($0["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"] }
    #expect(hashes.map { String($0.suffix(2)) } == [":1", ":2", ":1", ":2"])
    #expect(Set(hashes.map { $0.prefix(16) }).count == 1)
  }
}
