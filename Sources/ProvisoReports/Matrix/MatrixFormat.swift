public import ProvisoModel

/// A form in which matrices are written.
///
/// Every format is a pure function of the report and the options: the same input gives the same bytes.
public enum MatrixFormat: String, CaseIterable, Sendable {
  /// A table for a person at a terminal.
  case pretty
  /// A page that needs nothing beside it, to send and to print.
  case html
  /// For programs.
  case json

  /// The report as text that ends with a line feed; no control character of a draft or a pack survives.
  public func render(_ report: MatrixReport, options: RenderOptions = RenderOptions()) -> String {
    switch self {
    case .pretty: MatrixTable.render(report, options)
    case .html: MatrixPage.render(report)
    case .json: MatrixJSON.render(report)
    }
  }
}
