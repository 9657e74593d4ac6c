import ProvisoModel
import Testing

@testable import ProvisoReports

@Suite struct HostileReportTests {
  @Test(arguments: Sample.all, ReportFormat.allCases)
  func `no control character reaches a terminal`(_ sample: Sample, _ format: ReportFormat) {
    let text = format.render(sample.report, options: RenderOptions(showAll: true))
    #expect(controls(text).isEmpty)
    #expect(text.last == "\n")
  }

  @Test(arguments: Sample.all) func `with colours only our own sequences do`(_ sample: Sample) {
    let options = RenderOptions(colour: true, hyperlinks: true, showAll: true)
    var text = ReportFormat.pretty.render(sample.report, options: options)
    text.replace(#/\u{1B}\[[0-9;]+m/#, with: "")
    text.replace(#/\u{1B}\]8;;[!-~]*\u{1B}\\/#, with: "")
    #expect(controls(text).isEmpty)
  }

  @Test(arguments: Sample.all) func `no line is wider than the terminal, but for addresses and paths`(_ sample: Sample)
  {
    for width in [Int.min, 40, 63, 120] {
      let text = ReportFormat.pretty.render(sample.report, options: RenderOptions(width: width))
      for line in text.split(separator: "\n") where line.contains("│") || line.contains("…") {
        #expect(String(line).displayWidth <= max(40, width))
      }
    }
  }

  static let numbers = [Int.min, -1, 0, 1, 5, 1_000_000, Int.max]
  @Test(arguments: numbers, numbers) func `columns outside the line do no harm`(_ column: Int, _ endColumn: Int) {
    for (line, endLine) in [(1, 1), (1, Int.max), (Int.max, Int.min), (Int.min, 0)] {
      var location = Sample.locations(of: "b", in: "a b c")[0]
      (location.line, location.column, location.endLine, location.endColumn) = (line, column, endLine, endColumn)
      let report = Sample.report([Sample.draft("a", .block, [Sample.result("a.b", "m", at: [location])])])
      for format in ReportFormat.allCases { #expect(!format.render(report).isEmpty) }
    }
  }

  static let lines = [
    String(repeating: "word ", count: 200_000), String(repeating: "\u{301}", count: 200_000),
    String(repeating: "👩‍👩‍👧", count: 50_000), String(repeating: "\u{1B}", count: 200_000), "",
  ]
  @Test(arguments: lines) func `a line of a megabyte is cut`(_ line: String) {
    let middle = Sample.locations(of: "needle", in: line + "needle" + line)
    let draft = Sample.draft("a", .block, [Sample.result("a.b", "m", at: middle)])
    let text = ReportFormat.pretty.render(Sample.report([draft]))
    #expect(text.utf8.count < 20_000)
    #expect(text.contains("needl"))
  }

  /// The control characters and reordering marks of `text`, but for line feeds.
  private func controls(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control || 0x2028...0x202E ~= scalar.value
          || 0x2066...0x2069 ~= scalar.value)
    }
  }
}
