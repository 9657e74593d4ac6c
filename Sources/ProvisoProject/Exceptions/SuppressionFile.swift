import ProvisoDocuments
import ProvisoModel
public import ProvisoSource

/// Suppressions in a file of their own, for formats without comments.
public enum SuppressionFile {
  /// The name a file of suppressions usually has.
  public static let fileName = ".proviso-suppressions.yaml"

  /// Reads a file of suppressions: one rule each, with reason, owner and the last day.
  public static func read(_ source: SourceFile) -> (marks: [SuppressionMark], diagnostics: [Diagnostic]) {
    let (marks, diagnostics) = ProjectFile.read(source, kind: "Suppressions") { reader in
      reader.items("suppressions").compactMap { mark($0, in: source, reader.problems) }
    }
    return (marks ?? [], diagnostics)
  }

  private static func mark(
    _ node: DocumentNode, in source: SourceFile, _ problems: DocumentProblems
  ) -> SuppressionMark? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let rule = reader.requiredNode("rule")
    let draft = reader.requiredWords("draft")
    let (id, fingerprint) = (reader.text("id"), reader.text("fingerprint"))
    let (reason, owner) = (reader.requiredWords("reason"), reader.requiredWords("owner"))
    let expires = reader.requiredNode("expires").flatMap { SuppressionFile.day($0, problems) }
    _ = reader.text("ticket")
    reader.finish()
    guard let rule, let name = problems.text(rule), let draft, let reason, let owner, let expires else { return nil }
    guard isOneRule(name) else {
      problems.report("suppression.rule", "expected one rule, found `\(name)`", at: rule.span)
      return nil
    }
    return SuppressionMark(
      rule: name, scope: .paths(draft, id: id), fingerprint: fingerprint, reason: reason, owner: owner,
      expires: expires, file: source.name, span: node.span)
  }

  /// Whether a text is the id of one rule: no pattern, and no pack.
  static func isOneRule(_ text: String) -> Bool {
    text.contains(".") && !Glob.isPattern(text) && !text.contains { $0.isWhitespace || $0 == "," }
  }

  private static func day(_ node: DocumentNode, _ problems: DocumentProblems) -> CalendarDate? {
    guard let text = problems.scalar(node)?.scalarText else { return nil }
    if let date = CalendarDate(text) { return date }
    problems.report("value.date", CalendarDate.problem(of: text), at: node.span, help: "it is the last day it holds")
    return nil
  }
}
