public import ProvisoModel

/// A form in which a report is written.
///
/// Every format is a pure function of the report and the options: the same input gives the same bytes.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For a person at a terminal.
  case pretty
  /// For screen readers and logs: one labelled line per item, no colours, no signs.
  case plain
  /// For programs; described by `Grammar/report.schema.json`.
  case json
  /// For programs that read along: one line of JSON a draft.
  case jsonl
  /// For code-scanning sites and editors: SARIF 2.1.0 (OASIS).
  case sarif
  /// For the test reports of CI systems: JUnit's XML.
  case junit
  /// For GitHub Actions: annotations, as workflow commands.
  case github
  /// For GitLab: a code quality report.
  case gitlab
  /// For a comment on a pull request: counts and a table, what was found folded in, at most 65 536 characters.
  case markdown

  /// The report as text that ends with a line feed.
  ///
  /// No control character of a draft or a pack survives: people get visible escapes such as `\u{1B}`,
  /// programs get JSON escapes.
  public func render(_ report: Report, options: RenderOptions = RenderOptions()) -> String {
    switch self {
    case .pretty: PrettyReport.render(report, options)
    case .plain: PlainReport.render(report, options)
    case .json: JSONReport.render(report, options)
    case .jsonl: JSONLinesReport.render(report, options)
    case .sarif: SARIFReport.render(report, options)
    case .junit: JUnitReport.render(report, options)
    case .github: GitHubReport.render(report)
    case .gitlab: GitLabReport.render(report)
    case .markdown: MarkdownReport.render(report)
    }
  }
}
