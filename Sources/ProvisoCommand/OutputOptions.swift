import ArgumentParser
import Glibc
import Proviso
import ProvisoReports

/// How results look and where they go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("format")],
    help: ArgumentHelp(
      """
      How results are shown: \(OutputRequest.names.joined(separator: ", ")). FORMAT:FILE writes a file, and may be \
      repeated; one format without a file goes to standard output. With files only, a terminal still gets pretty. \
      (default: pretty)
      """, valueName: "format"),
    transform: { try OutputRequest($0) })
  var formats: [OutputRequest] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file for the results, instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "No colour, also on a terminal.")
  var noColor = false

  func validate() throws {
    let open = formats.filter { $0.file == nil }
    if open.count > 1 {
      let names = open.map(\.format.rawValue).joined(separator: " and ")
      throw ValidationError(
        "\(names) cannot both go to one place; give files, as in \(names.prefix { $0 != " " }):FILE")
    }
    if let output, open.isEmpty, !formats.isEmpty {
      throw ValidationError("every format has a file of its own, so nothing is left for \(output)")
    }
    var files: Set<String> = []
    for file in requests.compactMap(\.file) where !files.insert(file).inserted {
      throw ValidationError("two formats cannot go to the same file \(file)")
    }
  }

  /// What is to be written, and where.
  private var requests: [OutputRequest] {
    if formats.isEmpty { return [OutputRequest(.pretty, file: output)] }
    let requests = formats.map { OutputRequest($0.format, file: $0.file ?? output) }
    // Who looks at a terminal wants to see how it went.
    let isSilent = formats.allSatisfy { $0.file != nil } && Output.isTerminal
    return isSilent ? requests + [OutputRequest(.pretty)] : requests
  }

  /// The files that results go to.
  var files: [String] { requests.compactMap(\.file) }

  /// Whether standard output gets a line of JSON for each draft as soon as it is checked.
  var streamsLines: Bool { requests.contains(where: \.isStream) }

  /// Whether anything needs the report as a whole.
  var needsReport: Bool { !requests.allSatisfy(\.isStream) }

  /// Writes the report in every format that needs it as a whole; a file that cannot be written does not keep the others.
  func write(_ report: Report, showAll: Bool) throws(Problem) {
    var problems: [String] = []
    for request in requests where !request.isStream {
      do throws(Problem) {
        if let file = request.file {
          try FileSystem.write(request.format.render(report, options: RenderOptions(showAll: showAll)), to: file)
        } else {
          let options = RenderOptions(
            colour: !noColor && OutputOptions.wantsColour, width: Output.width, showAll: showAll)
          Output.print(request.format.render(report, options: options))
        }
      } catch {
        problems.append(error.message)
      }
    }
    if !problems.isEmpty { throw Problem(problems.joined(separator: "\n")) }
  }

  /// NO_COLOR and CLICOLOR_FORCE as on https://no-color.org and https://bixense.com/clicolors.
  static var wantsColour: Bool {
    func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let no = value("NO_COLOR"), !no.isEmpty { return false }
    if let force = value("CLICOLOR_FORCE"), force != "0" { return true }
    return Output.isTerminal && value("TERM") != "dumb"
  }
}
