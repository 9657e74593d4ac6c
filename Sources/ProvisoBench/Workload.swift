import Proviso
import ProvisoDocuments

/// Which of a neutral workload's files are read.
public enum WorkloadProfile: String, CaseIterable, Sendable {
  /// Text rules of which about one in sixty fires on a message.
  case dense
  /// Text rules of which about one in five hundred fires.
  case sparse
  /// Rules over declared facts alone.
  case facts
}

/// A neutral workload, written as any user of Proviso would write it: a pack, drafts with facts, and the rules that
/// each draft must break.
struct Workload {
  /// The facts that the workload's rules read.
  let schema: SourceFile
  let pack: SourceFile
  /// One JSON draft each.
  let drafts: [SourceFile]
  /// For each draft the names of the rules that it breaks, in order.
  let expected: [[String]]

  /// Finds a file of the workload by its name.
  typealias Open = (String) throws -> SourceFile

  init(_ profile: WorkloadProfile, rules count: Int, open: Open) throws {
    let name = profile == .facts ? "fact_rules.json" : "text_rules_\(profile).json"
    let expected = profile == .facts ? "expected_facts_\(count).jsonl" : "expected_text_\(profile)_\(count).jsonl"
    let inputs = profile == .facts ? "fact_inputs.jsonl" : "messages.jsonl"
    let tree = try Workload.tree(try open(name))
    let rules = (tree["rules"]?.items ?? []).prefix(count)
    guard rules.count == count else { throw BenchFailure("\(name) has only \(rules.count) rules") }
    let writer: any WorkloadWriter = profile == .facts ? FactWorkload(tree) : TextWorkload(tree)
    schema = SourceFile(name: "workload-facts.yaml", text: writer.schema)
    pack = SourceFile(name: "workload.yaml", text: try writer.pack(Array(rules)))
    drafts = try Workload.lines(try open(inputs)).map { SourceFile(name: "draft.json", text: try writer.draft($0)) }
    self.expected = try Workload.lines(try open(expected)).map { ($0["rules"]?.items ?? []).compactMap(\.text) }
    guard drafts.count == self.expected.count else { throw BenchFailure("\(expected) does not fit \(inputs)") }
  }

  private static func lines(_ source: SourceFile) throws -> [DocumentNode] {
    try JSONLines.lines(of: source).map {
      try tree(SourceFile(name: source.name, bytes: Array(source.bytes[$0.lower..<$0.upper])))
    }
  }

  private static func tree(_ source: SourceFile) throws -> DocumentNode {
    do {
      return try JSONReader.read(source)
    } catch {
      throw BenchFailure("\(source.name) cannot be read")
    }
  }
}

/// Why nothing can be measured.
public struct BenchFailure: Error, Hashable, Sendable {
  /// One sentence, lower case, without a full stop.
  public let message: String

  init(_ message: String) { self.message = message }
}

/// Writes rules and inputs of a neutral workload as a schema, a pack and drafts.
protocol WorkloadWriter {
  var schema: String { get }
  func pack(_ rules: [DocumentNode]) throws -> String
  func draft(_ input: DocumentNode) throws -> String
}

extension WorkloadWriter {
  /// A pack file around rules that are already written.
  func pack(vocabularies: [String] = [], rules: [String]) -> String {
    """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata:
      id: workload
      title: A neutral workload
      version: 1.0.0
      languages: [en]
      verified: 2026-11-22
      review: 12 months
    sources:
      none: { title: No law, url: "https://example.com" }
    \(vocabularies.isEmpty ? "" : "vocabularies:\n" + vocabularies.joined(separator: "\n"))
    rules:
    \(rules.joined(separator: "\n"))

    """
  }

  /// A rule with the two tests that every rule needs. What they want plays no part in a measurement.
  func rule(_ name: String, when: String? = nil, forbid: String) -> String {
    """
      - id: workload.\(name)
        title: \(name)
        level: warn
    \(when.map { "    when: \($0)\n" } ?? "")    forbid: \(forbid)
        message: \(name)
        cite: [none]
        tests:
          - { name: broken, draft: { channel: whatsapp, body: a }, want: fail }
          - { name: kept, draft: { channel: whatsapp, body: a }, want: pass }
    """
  }

  /// A schema file of facts that are already written.
  func schema(_ facts: [String]) -> String {
    "apiVersion: proviso/v1\nkind: FactSchema\nfacts:\n" + facts.joined(separator: "\n") + "\n"
  }

  func symbolFact(_ name: String, _ values: [String]) -> String {
    "  \(name): { type: symbol, values: [\(values.joined(separator: ", "))], class: public, ask: Which? }"
  }
}
