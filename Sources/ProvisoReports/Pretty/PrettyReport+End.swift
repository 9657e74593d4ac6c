import ProvisoModel

extension PrettyReport {
  /// An input that could not be checked, with its drawing.
  mutating func add(_ error: InputError) {
    var line = StyledText("✗ error", .error)
    line.add("  ")
    line.add(error.path, .bold)
    line.add("  could not be checked")
    terminal.line(line)
    for drawn in error.drawing.split(whereSeparator: \.isNewline) {
      terminal.line(StyledText("  ") + StyledText(String(drawn)))
    }
  }

  /// What is overdue, and the sum of everything.
  mutating func addEnd(_ report: Report) {
    for notice in report.packs.flatMap(Wording.notices) {
      paragraph(StyledText("! ", .caution), notice, .caution, at: 2)
    }
    let summary = ReportSummary(report)
    var line = verdicts(report, summary)
    line.add(" \(Wording.count(summary.counts.evaluated, "rule")) evaluated, ", .dim)
    if let exemptions = Wording.exemptions(summary) { line.add("\(exemptions), ", .dim) }
    line.add(Wording.count(report.errors.count, "error"), report.errors.isEmpty ? .dim : .error)
    line.add(".", .dim)
    terminal.line(line)
  }

  /// `3 drafts: 1 block, 2 pass.`
  private func verdicts(_ report: Report, _ summary: ReportSummary) -> StyledText {
    guard !report.drafts.isEmpty else { return StyledText("No draft was checked.", .caution) }
    var line = StyledText("\(Wording.count(report.drafts.count, "draft")):", .bold)
    var separator = " "
    for verdict in Verdict.worstFirst {
      guard let count = summary.verdicts[verdict] else { continue }
      line.add(separator)
      line.add("\(count) \(verdict.rawValue)", .verdict(verdict))
      separator = ", "
    }
    line.add(".")
    return line
  }
}
