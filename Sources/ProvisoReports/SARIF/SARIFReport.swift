import ProvisoDocuments
import ProvisoModel

/// The report in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code-scanning sites and editors.
///
/// Packs are extensions of the tool with the rules that have results, laws are taxonomies with their articles, and a
/// rule that is not decided is a result of kind `open`, with the facts it waits for among the notifications.
struct SARIFReport {
  static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  let catalogue: SARIFCatalogue
  /// Whether any result is suppressed; then SARIF wants the property on each.
  let hasSuppressions: Bool
  /// How often the same rule was found in the same line of the same file.
  var lineCounts: [String: Int] = [:]

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let shown: Set<Outcome> = options.showAll ? Set(Outcome.allCases) : [.fail, .undetermined]
    let drafts = report.drafts.map { draft in
      var draft = draft
      draft.results.removeAll { !shown.contains($0.outcome) }
      return draft
    }
    let results = drafts.flatMap(\.results)
    var page = SARIFReport(
      catalogue: SARIFCatalogue(report, results), hasSuppressions: results.contains { $0.suppression != nil })
    let notices = SARIFNotices(report)
    let run = JSONValue.object([
      ("tool", page.tool(report, notices)),
      ("invocations", .array([notices.invocation])),
      ("automationDetails", .object([("id", .string(runID(report)))])),
      ("originalUriBaseIds", .object([(base, .object([("description", message("Where the program was started."))]))])),
      ("columnKind", .string("unicodeCodePoints")),
      ("taxonomies", .array(page.catalogue.laws.map(taxonomy))),
      ("results", .array(drafts.flatMap { draft in draft.results.map { page.result($0, of: draft) } })),
      ("properties", .object([("asOf", .string(report.asOf.description))])),
    ])
    let document = JSONValue.object([
      ("$schema", .string(schema)), ("version", .string("2.1.0")), ("runs", .array([run])),
    ])
    return document.text + "\n"
  }

  /// Runs with other packs answer other questions, so they are kept apart.
  private static func runID(_ report: Report) -> String {
    report.packs.count == 1 ? "proviso/\(report.packs[0].id)/" : "proviso/"
  }

  /// A message; SARIF writes a brace twice, since one begins a placeholder.
  static func message(_ text: String) -> JSONValue { .object([("text", .string(escaped(text)))]) }

  static func escaped(_ text: String) -> String {
    text.replacing("{", with: "{{").replacing("}", with: "}}")
  }

  // MARK: Places

  private static let base = "%SRCROOT%"

  /// A file as a URI, relative to where the program was started; nil where there is no name.
  static func artifact(_ path: String) -> JSONValue? {
    let reference = path.pathReference
    if reference.isEmpty { return nil }
    if path.hasPrefix("/") { return .object([("uri", .string("file:///" + reference))]) }
    return .object([("uri", .string(reference)), ("uriBaseId", .string(base))])
  }

  /// A part of the file. Lines and columns begin with 1, and a place never ends before it begins.
  static func region(_ place: TextLocation) -> JSONValue {
    let line = max(1, place.line)
    let column = max(1, place.column)
    let endLine = max(line, place.endLine)
    return .members([
      ("startLine", .number(line)), ("startColumn", .number(column)), ("endLine", .number(endLine)),
      ("endColumn", .number(max(endLine == line ? column : 1, place.endColumn))),
      ("charOffset", .number(max(0, place.charOffset))), ("charLength", .number(max(0, place.charLength))),
      ("byteOffset", .number(max(0, place.byteOffset))), ("byteLength", .number(max(0, place.byteLength))),
      ("snippet", place.matched.isEmpty ? nil : .object([("text", .string(place.matched))])),
    ])
  }

  /// The first line, for what has no place of its own.
  static func region(line: Int = 1, column: Int = 1) -> JSONValue {
    let (line, column) = (max(1, line), max(1, column))
    return .object([
      ("startLine", .number(line)), ("startColumn", .number(column)), ("endLine", .number(line)),
      ("endColumn", .number(column)),
    ])
  }

  /// A part of a file.
  static func physicalLocation(_ path: String, _ region: JSONValue) -> JSONValue? {
    artifact(path).map { .object([("artifactLocation", $0), ("region", region)]) }
  }
}
