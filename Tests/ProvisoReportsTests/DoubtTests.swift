import ProvisoModel
import Testing

@testable import ProvisoReports

/// What is said of rules that are not decided: the doubt, and never that something is wrong.
@Suite struct DoubtTests {
  static let open = Sample.result(
    "lgpd.children", "It goes to children, and no parent agreed.", .undetermined, missing: [["recipient.age"]],
    title: "Nothing is sold to children")

  @Test(arguments: ReportFormat.allCases, [true, false])
  func `no format says of an undetermined rule that it is broken`(_ format: ReportFormat, _ counts: Bool) {
    var result = Self.open
    result.isSuspected = true
    result.baselineState = counts ? nil : .unchanged
    let report = Sample.report([Sample.draft("a.yaml", .needsFacts, [result])])
    let text = format.render(report, options: RenderOptions(width: 200, showAll: true))
    #expect(!text.contains("no parent agreed"))
    // These leave out what is undetermined, or does not count.
    let leavesOut = format == .github || format == .gitlab && !counts
    #expect(leavesOut || text.contains("Nothing is sold to children; needs recipient.age"))
  }

  @Test func `a rule that cannot be computed says why`() {
    var result = Sample.result("a.b", "It is broken.", .undetermined, reason: "this rule divides by zero")
    result.title = "The share is small"
    #expect(Wording.headline(result) == "Not decided: The share is small; this rule divides by zero.")
  }

  @Test func `the counts tell rules from advice, and a rule counts once`() {
    let results = [
      Sample.result("a.a", "", .fail, .block, regions: ["DE"]),
      Sample.result("a.a", "", .fail, .advice, regions: ["FR"]),
      Sample.result("a.b", "", .fail, .advice), Sample.result("a.c", "", .fail, .advice),
      Sample.result("a.a", "", .undetermined), Sample.result("a.d", "", .undetermined),
      Sample.result("a.d", "", .undetermined, .warn, regions: ["FR"]),
    ]
    let draft = Sample.draft("a.yaml", .block, results, kept: 1, notApplicable: 0)
    #expect(Wording.counts(draft) == "1 rule broken, 2 pieces of advice, 2 rules undetermined, 1 kept")
    #expect(Wording.undecided(draft) == "2 rules cannot be decided yet")
  }

  @Test func `undetermined rules that were left out are counted, and nothing else`() {
    var draft = Sample.draft("a.yaml", .pass, [Self.open], kept: 3, notApplicable: 0)
    draft.results = []
    let text = ReportFormat.pretty.render(Sample.report([draft]))
    #expect(text.contains("1 rule undetermined, 3 kept"))
    #expect(!text.contains("cannot be decided"))
  }
}
