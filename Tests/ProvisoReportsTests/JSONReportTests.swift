import ProvisoDocuments
import ProvisoModel
import Testing

@testable import ProvisoReports

@Suite struct JSONReportTests {
  @Test(arguments: Sample.all, [false, true])
  func `every field is described by the schema and every required field is written`(
    _ sample: Sample, _ showAll: Bool
  ) throws {
    let text = ReportFormat.json.render(sample.report, options: RenderOptions(showAll: showAll))
    #expect(try JSONShape().problems(in: text) == [])
  }

  @Test(arguments: Sample.all, [false, true])
  func `every line is described by the schema, and the lines say what the document says`(
    _ sample: Sample, _ showAll: Bool
  ) throws {
    let options = RenderOptions(showAll: showAll)
    let lines = ReportFormat.jsonl.render(sample.report, options: options).split(separator: "\n").map(String.init)
    var types: [String: Int] = [:]
    for line in lines {
      let type = try #require(line.firstMatch(of: /^\{"type":"([a-z]+)"/)).1
      #expect(try JSONShape().problems(in: line, shape: "#/$defs/\(type)_line") == [])
      types[String(type), default: 0] += 1
    }
    let (drafts, errors) = (sample.report.drafts.count, sample.report.errors.count)
    #expect(types == ["draft": drafts, "error": errors, "summary": 1].filter { $0.value > 0 })
    let document = ReportFormat.json.render(sample.report, options: options)
    for key in ["rule_id", "byte_offset", "fingerprint"] {
      #expect(lines.joined().ranges(of: "\"\(key)\":").count == document.ranges(of: "\"\(key)\":").count)
    }
    #expect(lines.last?.hasPrefix(#"{"type":"summary","schema_version":"1""#) == true)
  }

  @Test func `the schema names every outcome, level and verdict`() throws {
    var draft = Sample.draft("a", .pass)
    for outcome in Outcome.allCases {
      draft.results += Level.allCases.map { Sample.result("a.b", "m", outcome, $0) }
    }
    let drafts = Verdict.allCases.map { verdict in
      var draft = draft
      draft.verdict = verdict
      return draft
    }
    let text = ReportFormat.json.render(Sample.report(drafts), options: RenderOptions(showAll: true))
    #expect(try JSONShape().problems(in: text) == [])
  }

  @Test func `rules that are kept or do not apply are listed on request only`() {
    let sample = Sample.all.first { $0.name == "all" }?.report ?? Sample.report([])
    #expect(!ReportFormat.json.render(sample).contains("not-applicable"))
    #expect(ReportFormat.json.render(sample, options: RenderOptions(showAll: true)).contains("not-applicable"))
  }

  static let strings: [(text: String, json: String)] = [
    ("plain", #""plain""#),
    (#"a "b" \ /"#, #""a \"b\" \\ /""#),
    ("\n\r\t\u{0}\u{8}\u{1B}", #""\n\r\t\u0000\u0008\u001b""#),
    ("\r\n", #""\r\n""#),
    ("\u{7F}\u{85}\u{9B}\u{2028}\u{202E}\u{2066}", #""\u007f\u0085\u009b\u2028\u202e\u2066""#),
    ("é 限定 👩‍👩‍👧 e\u{301}", "\"é 限定 👩‍👩‍👧 e\u{301}\""),
  ]
  @Test(arguments: strings) func `a string is escaped where JSON or a terminal needs it`(_ text: String, _ json: String)
  {
    #expect(Array(JSONValue.string(text).text.utf8) == Array(json.utf8))
  }

  @Test func `members keep their order, and what is empty stays on its line`() {
    let value = JSONValue.object([
      ("b", .array([.number(-1), .null])), ("a", .object([("x", .strings([]))])), ("c", .object([])),
    ])
    #expect(
      value.text == """
        {
          "b": [
            -1,
            null
          ],
          "a": {
            "x": []
          },
          "c": {}
        }
        """)
  }
}
