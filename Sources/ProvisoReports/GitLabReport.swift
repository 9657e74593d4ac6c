import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// The report for GitLab's code quality: a list of issues in the form that Code Climate defined.
///
/// What does not count is left out. GitLab compares the lists of two branches by fingerprint, so each is there once.
struct GitLabReport {
  private var issues: [JSONValue] = []
  private var fingerprints: [String: Int] = [:]

  static func render(_ report: Report) -> String {
    var list = GitLabReport()
    for error in report.errors {
      list.add(
        error.message, error.code, "blocker", error.path, line: error.line,
        key: [error.code, error.path, error.message])
    }
    for draft in report.drafts {
      for result in draft.results(.fail) { list.add(result, result.level.severity, of: draft) }
      for result in draft.results(.undetermined) { list.add(result, "info", of: draft) }
    }
    return JSONValue.array(list.issues).text + "\n"
  }

  private mutating func add(_ result: RuleResult, _ severity: String, of draft: DraftReport) {
    var text = Wording.headline(result)
    if let places = Wording.places(result) { text += " (in \(places))" }
    let cases = Wording.openCases(result)
    if !cases.isEmpty { text += ": " + cases.joined(separator: "; ") }
    add(
      text, result.ruleID, severity, draft.path, line: result.locationsInOrder.first?.line,
      key: [result.fingerprint, result.outcome.rawValue] + result.regions)
  }

  private mutating func add(
    _ description: String, _ check: String, _ severity: String, _ path: String, line: Int?, key: [String]
  ) {
    let hash = SHA256.hexDigest(of: Array(key.joined(separator: "\u{0}").utf8)).prefix(32)
    let count = fingerprints[String(hash), default: 0] + 1
    fingerprints[String(hash)] = count
    issues.append(
      .object([
        ("description", .string(Wording.shortened(description.onOneLine, to: Shown.prose))),
        ("check_name", .string(check)), ("fingerprint", .string(count == 1 ? String(hash) : "\(hash)-\(count)")),
        ("severity", .string(severity)),
        (
          "location",
          .object([
            ("path", .string(GitLabReport.path(path))), ("lines", .object([("begin", .number(max(1, line ?? 1)))])),
          ])
        ),
      ]))
  }

  /// The path within the repository, which GitLab wants without `./`.
  private static func path(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }
}

extension Level {
  /// The level in GitLab's words.
  fileprivate var severity: String {
    switch self {
    case .block: "blocker"
    case .warn: "major"
    case .advice: "minor"
    }
  }
}
