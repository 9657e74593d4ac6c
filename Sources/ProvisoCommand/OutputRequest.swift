import ArgumentParser
import Proviso
import ProvisoReports

/// A format and where it goes: `sarif`, or `sarif:out.sarif`.
struct OutputRequest: Sendable {
  let format: ReportFormat
  /// Nil for standard output.
  var file: String?

  /// Whether it is written bit by bit.
  var isStream: Bool { format == .jsonl && file == nil }

  init(_ format: ReportFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  /// Reads what stands behind `--format`.
  init(_ argument: String) throws {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = ReportFormat(rawValue: parts[0]) else {
      let names = OutputRequest.names
      throw ValidationError(unknownName("format", parts[0], among: names, isListing: true))
    }
    if parts.count == 2, parts[1].isEmpty { throw ValidationError("no file behind `\(argument)`") }
    self.init(format, file: parts.count == 2 ? parts[1] : nil)
  }

  /// The names of all formats.
  static let names = ReportFormat.allCases.map(\.rawValue)
}
