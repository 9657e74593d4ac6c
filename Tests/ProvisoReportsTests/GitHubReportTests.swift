import ProvisoModel
import Testing

@testable import ProvisoReports

@Suite struct GitHubReportTests {
  /// One line as the runner reads it.
  private static func lines(_ report: Report) -> [Substring] {
    ReportFormat.github.render(report).split(separator: "\n")
  }

  @Test(arguments: Sample.all) func `every line is one annotation, the last has the counts`(_ sample: Sample) {
    let lines = Self.lines(sample.report)
    for line in lines.dropLast() {
      let known = /::(error|warning|notice) ([a-zA-Z]+=[^,:\r]*(,[a-zA-Z]+=[^,:\r]*)*)::.*/
      #expect(line.wholeMatch(of: known) != nil, "\(line)")
      #expect(line.contains("%") == false || line.wholeMatch(of: /[^%]*(%(25|0A|3A|2C)[^%]*)*/) != nil)
    }
    #expect(lines.last?.hasPrefix("::") == false)
    let questions = sample.report.drafts.contains { $0.undecidedRules > 0 } ? 1 : 0
    let broken = sample.report.drafts.reduce(0) { $0 + $1.results(.fail).count }
    #expect(lines.count == sample.report.errors.count + broken + questions + 1)
  }

  @Test func `commands in a draft stay text`() throws {
    let lines = Self.lines(Sample.report([Sample.injecting]))
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix("::error file=drafts/a%2Cb%3Ac %25|`@x`<i>.json,line=1,col=7,endLine=1,endColumn=19,title="))
    #expect(lines[0].contains(",title=x.a%3Ab%2Cc%25::</details>"))
    #expect(lines[0].contains("%250A %2525"))
  }

  static let levels: [(level: Level, command: String)] = [(.block, "error"), (.warn, "warning"), (.advice, "notice")]
  @Test(arguments: levels) func `a level has its kind of annotation`(_ level: Level, _ command: String) {
    let report = Sample.report([Sample.draft("a", .block, [Sample.result("gdpr.a", "m", .fail, level)])])
    #expect(Self.lines(report)[0] == "::\(command) file=a,line=1,title=gdpr.a::m")
  }

  @Test func `a place over several lines has no columns`() {
    let place = Sample.locations(of: "b\nc", in: "a b\nc")
    let report = Sample.report([Sample.draft("a", .block, [Sample.result("gdpr.a", "m", at: place)])])
    #expect(Self.lines(report)[0] == "::error file=a,line=1,endLine=2,title=gdpr.a::m")
  }

  @Test func `undetermined rules share one notice with the questions`() {
    let lines = Self.lines(Sample.report([Sample.undetermined]))
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix("::notice file=drafts/autumn.json,line=1,title=3 rules cannot be decided yet::Where are"))
  }

  @Test func `a question of many drafts is asked once, and the drafts are named`() {
    let drafts = (1...7).map { number in
      var draft = Sample.undetermined
      draft.path = "d\(number).json"
      return draft
    }
    let lines = Self.lines(Sample.report(drafts))
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(
        "::notice title=Rules of 7 drafts cannot be decided yet::in: d1.json, d2.json, d3.json, d4.json, d5.json and 2 more%0A"
      ))
    #expect(lines[0].matches(of: /Where are/).count == 1 && lines[0].contains("rules in 7 drafts"), "\(lines[0])")
  }

  @Test func `what does not count is no annotation, but is counted`() {
    let lines = Self.lines(Sample.report([Sample.notCounted]))
    #expect(
      lines.map(String.init) == [
        "::warning file=drafts/summer_sale.json,line=1,title=whatsapp.capitals::Most of it is in capitals.",
        "1 draft: 1 warn, 2 suppressed, 2 in the baseline, 0 errors.",
      ])
  }

  @Test func `a message of a megabyte is cut`() {
    let long = String(repeating: "long ", count: 200_000)
    let report = Sample.report([Sample.draft("a", .block, [Sample.result("gdpr.a", long, reason: long)])])
    #expect(ReportFormat.github.render(report).utf8.count < 3_000)
  }
}
