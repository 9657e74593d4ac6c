import ProvisoModel
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite struct MatrixReportTests {
  @Test(arguments: Sample.allMatrices.map(\.name), MatrixFormat.allCases)
  func `a matrix is rendered as its golden file says`(_ name: String, _ format: MatrixFormat) throws {
    let ending = ["pretty": "pretty.txt", "html": "html", "json": "json"][format.rawValue] ?? ""
    try GoldenFile.expect(format.render(report(name)), matches: "\(name).\(ending)")
  }

  private func report(_ name: String) throws -> MatrixReport {
    try #require(Sample.allMatrices.first { $0.name == name }).report
  }

  @Test(arguments: Sample.allMatrices.map(\.name)) func `no line of the table is wider than the terminal`(
    _ name: String
  ) throws {
    for width in [Int.min, 40, 63, 500] {
      let text = MatrixFormat.pretty.render(try report(name), options: RenderOptions(width: width))
      for line in text.split(separator: "\n") where line.hasPrefix("    ") {
        #expect(String(line).displayWidth <= min(120, max(40, width)))
      }
    }
  }

  @Test func `colour only repeats what words say`() throws {
    let plain = MatrixFormat.pretty.render(try report("matrix"))
    let coloured = MatrixFormat.pretty.render(try report("matrix"), options: RenderOptions(colour: true))
    #expect(coloured.contains("\u{1B}["))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]+m/#, with: "") == plain)
  }

  @Test func `nothing in a draft or a pack becomes markup or control`() throws {
    var draft = Sample.worldwide
    draft.id = "<script>alert('1')</script>"
    draft.results[0].message = "<img src=x onerror=\"alert(1)\"> & \u{1B}[2J"
    draft.results[0].ruleID = "\"><b>"
    draft.results[0].citations = [Citation(id: "l", title: "L<aw", locator: "", url: "javascript:alert(1)")]
    draft.questions[0].text = "</td><h1>"
    let page = MatrixFormat.html.render(Sample.matrices([Sample.matrix(draft)]))
    for mark in ["<script", "<img", "<b>", "javascript:", "</td><h1>", "\u{1B}"] {
      #expect(!page.contains(mark), "\(mark)")
    }
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test(arguments: Sample.allMatrices.map(\.name)) func `a page closes what it opens and loads nothing`(
    _ name: String
  ) throws {
    let page = MatrixFormat.html.render(try report(name))
    var open: [String] = []
    for tag in page.matches(of: #/<(/?)([a-z0-9]+)[^>]*>/#) {
      let element = String(tag.2)
      if ["meta", "br"].contains(element) { continue }
      if tag.1.isEmpty { open.append(element) } else { #expect(open.popLast() == element) }
    }
    #expect(open.isEmpty)
    #expect(!page.contains(#/(src|url\()|<link|@import/#))
  }

  @Test(arguments: Sample.allMatrices.map(\.name)) func `every link within the page leads somewhere, and once`(
    _ name: String
  ) throws {
    let page = MatrixFormat.html.render(try report(name))
    let anchors = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(anchors).count == anchors.count)
    for link in page.matches(of: #/href="#([^"]+)"/#) { #expect(anchors.contains(String(link.1))) }
  }
}
