import ProvisoModel

/// The report as JUnit's XML: a suite a draft, and in it a test a result. A draft without results is one test that
/// passes, so that nobody mistakes it for one that was not checked.
enum JUnitReport {
  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let shown: Set<Outcome> = options.showAll ? Set(Outcome.allCases) : [.fail, .undetermined]
    var counts: [String: Int] = [:]
    var suites = report.drafts.map { draft in
      // Drafts in one file may lack names, and readers take tests of the same name for one.
      let count = counts[draft.label, default: 0] + 1
      counts[draft.label] = count
      let name = count == 1 ? draft.label : "\(draft.label) (\(count))"
      let cases = draft.results.filter { shown.contains($0.outcome) }.map { JUnitCase($0, in: name, draft.path) }
      return JUnitSuite(name: name, cases: cases.isEmpty ? [JUnitCase(clean: name, draft.path)] : cases)
    }
    if !report.errors.isEmpty {
      suites.append(JUnitSuite(name: "could not be checked", cases: report.errors.map(JUnitCase.init)))
    }
    let all = JUnitSuite(name: "proviso", cases: suites.flatMap(\.cases))
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(all.attributes)>\n"
    for suite in suites {
      text += "  <testsuite\(suite.attributes)>\n"
      for test in suite.cases { text += test.xml }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }
}
