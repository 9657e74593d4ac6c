public import ProvisoModel

/// A form in which the results of pack tests are written.
public enum TestReportFormat: String, CaseIterable, Sendable {
  /// For a person: one line an item, places as editors read them.
  case plain
  /// For programs.
  case json

  /// The report as text that ends with a line feed.
  ///
  /// - Parameters:
  ///   - listingPassed: whether tests that passed are named too.
  ///   - listingUncovered: whether everything is named that no test exercises; JSON always does.
  public func render(_ report: TestReport, listingPassed: Bool = false, listingUncovered: Bool = false) -> String {
    switch self {
    case .plain: TextTestReport.render(report, listingPassed: listingPassed, listingUncovered: listingUncovered)
    case .json: JSONTestReport.render(report, listingPassed: listingPassed)
    }
  }
}
