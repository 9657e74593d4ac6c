import ProvisoModel

/// The report as JUnit's XML: a suite a draft, and in it a test a result. A draft without results is one test that
/// passes, so that nobody mistakes it for one that was not checked. A rule that is switched off is one that is skipped.
enum JUnitReport {
  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let shown: Set<Outcome> = options.showAll ? Set(Outcome.allCases) : [.fail, .undetermined]
    var suites = report.drafts.map { draft in
      let cases = draft.results.filter { shown.contains($0.outcome) }.map { JUnitCase($0, of: draft) }
      return JUnitSuite(name: draft.label, cases: cases.isEmpty ? [JUnitCase(clean: draft)] : cases)
    }
    if !report.errors.isEmpty {
      suites.append(JUnitSuite(name: "could not be checked", cases: report.errors.map(JUnitCase.init)))
    }
    let off = report.packs.flatMap { pack in pack.switchedOff.map { JUnitCase(switchedOff: $0, of: pack) } }
    if !off.isEmpty { suites.append(JUnitSuite(name: "switched off", cases: off)) }
    let all = JUnitSuite(name: "proviso", cases: suites.flatMap(\.cases))
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(all.attributes)>\n"
    // Readers take tests of the same name for one: drafts in a file may lack names, and an audience may be unknown.
    var counts: [String: Int] = [:]
    for suite in suites {
      text += "  <testsuite\(suite.attributes)>\n"
      for test in suite.cases {
        let count = counts[test.name, default: 0] + 1
        counts[test.name] = count
        text += test.xml(number: count)
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }
}
