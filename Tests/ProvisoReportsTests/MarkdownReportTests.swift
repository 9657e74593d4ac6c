import ProvisoModel
import Testing

@testable import ProvisoReports

@Suite struct MarkdownReportTests {
  static let texts: [(text: String, markdown: String)] = [
    ("plain, text. 1-2: 50 a/b?", "plain, text. 1-2: 50 a/b?"),
    (
      "*a* _b_ `c` [d](e) <f> |g| \\h",
      "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#91;d&#93;(e) &#60;f&#62; &#124;g&#124; &#92;h"
    ),
    ("@team #12 !3 50% &amp;", "&#64;&#8203;team &#35;&#8203;12 &#33;&#8203;3 50&#37; &#38;&#8203;amp;"),
    ("gh-1 GH-2 opt-in", "gh&#8203;-1 GH&#8203;-2 opt-in"),
    (
      "https://a.example WWW.b.example m@n.example",
      "https:&#8203;//a.example WWW&#8203;.b.example m&#64;&#8203;n.example"
    ),
    ("a\n# b\r\n\u{1B}", #"a &#35; b &#92;u&#123;1B&#125;"#),
    ("", ""),
  ]
  @Test(arguments: texts) func `nothing in a text is a mark`(_ text: String, _ markdown: String) {
    #expect(text.markdown == markdown)
  }

  @Test func `code is copied as it is, without addresses`() {
    #expect("a-b/c#d.json".markdownCode == "<code>a-b/c&#35;d.json</code>")
    #expect("www.a@b http://c".markdownCode == "<code>www&#8203;.a&#64;&#8203;b http:&#8203;//c</code>")
  }

  @Test(arguments: Sample.all) func `only our own marks are left`(_ sample: Sample) {
    var text = ReportFormat.markdown.render(sample.report)
    text.replace(#/\]\(<https?:[A-Za-z0-9\-._~:/?#@!$&*+,;=%]*>\)/#, with: "")
    #expect(text.matches(of: #/<(?!/?(details|summary|code)>)/#).isEmpty)
    #expect(text.matches(of: #/[@`\\]|&(?!#[0-9]+;)/#).isEmpty)
    #expect(text.matches(of: #/://|(?i)www\.|gh-[0-9]/#).isEmpty)
    #expect(text.ranges(of: "<details>").count == text.ranges(of: "</details>").count)
  }

  @Test func `a large report fits a comment and says what was left out`() throws {
    let prose = String(repeating: "long 限定 ", count: 200)
    let drafts = (0..<2_000).map { number in
      Sample.draft(
        "drafts/\(number).json", number == 1_999 ? .block : .warn, [Sample.result("gdpr.a", prose, .fail, .warn)])
    }
    let errors = (0..<500).map { InputError(code: "c", path: "e/\($0)", message: prose, drawing: "") }
    let text = ReportFormat.markdown.render(Sample.report(drafts, errors: errors))
    #expect(text.count < 65_536 && text.utf8.count < 65_536 && text.utf8.count > 60_000)
    let rows = text.ranges(of: "\n| <code>").count
    let items = text.ranges(of: "\n- **warn**").count
    let problems = text.ranges(of: "\n- <code>e/").count
    #expect(rows > 100 && items > 5 && problems > 3)
    let left = "\(500 - problems) errors, \(2_000 - rows) drafts and \(2_000 - items) findings"
    #expect(text.hasSuffix("\nLeft out to keep this short: \(left). The full report has them.\n"))
    #expect(text.contains("| <code>drafts/1999.json</code> | block |"))
    #expect(text.ranges(of: "<details>").count == text.ranges(of: "</details>").count)
  }

  @Test func `a message of a megabyte is cut`() {
    let long = String(repeating: "@", count: 1_000_000)
    let report = Sample.report([Sample.draft(long, id: long, .block, [Sample.result("gdpr.a", long, reason: long)])])
    let text = ReportFormat.markdown.render(report)
    #expect(text.utf8.count < 65_536)
    #expect(text.contains("gdpr.a"))
  }
}
