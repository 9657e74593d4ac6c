import ProvisoReports
import ProvisoTestSupport
import Testing

@Suite struct GoldenReportTests {
  @Test(arguments: Sample.all, ReportFormat.allCases)
  func `a report is rendered as its golden file says`(_ sample: Sample, _ format: ReportFormat) throws {
    let isForPeople = format == .pretty || format == .plain
    let name = "\(sample.name).\(format.rawValue)\(isForPeople ? ".txt" : "")"
    try GoldenFile.expect(format.render(sample.report, options: sample.options), matches: name)
  }

  @Test func `colours and links are control sequences around the same text`() throws {
    let sample = Sample.report([Sample.blocked, Sample.undetermined, Sample.advice], errors: Sample.errors)
    let text = ReportFormat.pretty.render(sample, options: RenderOptions(colour: true, hyperlinks: true))
    try GoldenFile.expect(text.replacing("\u{1B}", with: "␛"), matches: "colour.pretty.txt")
  }
}
