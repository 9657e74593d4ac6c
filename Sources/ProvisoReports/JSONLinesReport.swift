import ProvisoDocuments
public import ProvisoModel

/// The report for programs that read along: one JSON object a line, each as soon as it is known, the totals last.
///
/// The lines are the `$defs` `draft_line`, `error_line` and `summary_line` of `Grammar/report.schema.json`.
public enum JSONLinesReport {
  static func render(_ report: Report, _ options: RenderOptions) -> String {
    report.drafts.map { line($0, options) }.joined() + report.errors.map(line).joined()
      + end(report, ReportSummary(report))
  }

  /// The line of a draft.
  public static func line(_ draft: DraftReport, _ options: RenderOptions = RenderOptions()) -> String {
    line(
      "draft",
      JSONReport.draft(draft) + [
        ("results", .array(JSONReport.results(of: draft, options))),
        ("questions", .array(JSONReport.questions(of: draft))),
      ])
  }

  /// The line of an input that could not be checked.
  public static func line(_ error: InputError) -> String { line("error", JSONReport.error(error)) }

  /// The last line.
  ///
  /// - Parameters:
  ///   - report: what is said of the whole run; its drafts and errors are not looked at.
  ///   - summary: the totals.
  public static func end(_ report: Report, _ summary: ReportSummary) -> String {
    line("summary", JSONReport.head(report, summary))
  }

  private static func line(_ type: String, _ members: [(key: String, value: JSONValue)]) -> String {
    JSONValue.object([("type", .string(type))] + members).line + "\n"
  }
}
