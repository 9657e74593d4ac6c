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
    }
  }
}
