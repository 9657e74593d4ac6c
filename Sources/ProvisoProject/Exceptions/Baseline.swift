import ProvisoDocuments
public import ProvisoModel
public import ProvisoSource

/// The findings that were there when somebody began to look: they are marked and do not count, so that only new ones do.
///
/// A finding is known again by its rule, its draft and the text found, so moving a line changes nothing. A rule that
/// cannot be decided is no finding: what it asks for is asked for as long as nobody answers.
public struct Baseline: Sendable {
  /// What stands for a finding.
  struct Key: Hashable, Sendable, Comparable {
    let draft: String
    let id: String?
    let rule: String
    let fingerprint: String

    static func < (left: Key, right: Key) -> Bool {
      func order(_ key: Key) -> (String, String, String, String) {
        (key.draft, key.id ?? "", key.rule, key.fingerprint)
      }
      return order(left) < order(right)
    }
  }

  /// How often each finding was there.
  private(set) var counts: [Key: Int] = [:]

  /// An empty baseline.
  public init() {}

  /// Adds the broken rules of a draft that count; `path` is that of the draft from the project's folder.
  public mutating func add(_ draft: DraftReport, at path: String) {
    for result in draft.results where result.suppression == nil {
      if let key = Baseline.key(result, of: draft, at: path) { counts[key, default: 0] += 1 }
    }
  }

  static func key(_ result: RuleResult, of draft: DraftReport, at path: String) -> Key? {
    guard result.outcome == .fail else { return nil }
    return Key(draft: path, id: draft.id, rule: result.ruleID, fingerprint: result.fingerprint)
  }

  // MARK: The file

  /// Reads what `text` wrote, with all problems.
  public static func read(_ source: SourceFile) -> (baseline: Baseline, diagnostics: [Diagnostic]) {
    let (baseline, diagnostics) = ProjectFile.read(source, kind: "Baseline") { reader in
      var baseline = Baseline()
      for item in reader.items("entries") { baseline.add(item, reader.problems) }
      return baseline
    }
    return (baseline ?? Baseline(), diagnostics)
  }

  private mutating func add(_ node: DocumentNode, _ problems: DocumentProblems) {
    guard var reader = MappingReader(node, problems) else { return }
    let (draft, rule) = (reader.requiredText("draft"), reader.requiredText("rule"))
    let id = reader.node("id")?.text
    let fingerprint = reader.requiredText("fingerprint")
    let written = reader.scalar("count")
    let count = written.map { $0.scalarText.flatMap { Int($0) } ?? 0 } ?? 1
    if count < 1, let written { problems.report("value.count", "expected a number from 1 on", at: written.span) }
    reader.finish()
    guard let draft, let rule, let fingerprint, count > 0 else { return }
    let key = Key(draft: draft, id: id, rule: rule, fingerprint: fingerprint)
    counts[key, default: 0] += count
  }

  /// The baseline as a file: one entry a line, in order, so that a change reads well.
  public var text: String {
    let entries = counts.sorted { $0.key < $1.key }.map { key, count in
      "    "
        + JSONValue.object([
          ("draft", .string(key.draft)), ("id", .optional(key.id)), ("rule", .string(key.rule)),
          ("fingerprint", .string(key.fingerprint)), ("count", .number(count)),
        ]).line
    }
    let list = entries.isEmpty ? "[]" : "[\n\(entries.joined(separator: ",\n"))\n  ]"
    return "{\n  \"apiVersion\": \"\(ProjectFile.apiVersion)\",\n  \"kind\": \"Baseline\",\n  \"entries\": \(list)\n}\n"
  }
}
