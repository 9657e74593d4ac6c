import Foundation
import Proviso
import Testing

/// Texts of other people: some rewritten to evade, some as they were sent. Needs `PROVISO_NIGHTLY=1` and the shared data.
@Suite(.enabled(if: EvasionCorpus.isThere)) struct EvasionCorpusTests {
  @Test func `what is found in a plain text is found in its rewritten form`() throws {
    var found = 0
    var all = 0
    for entry in try EvasionCorpus.entries("evasion/transformed.jsonl") {
      let plain = try EvasionCorpus.findings(in: entry.plain ?? "").map(\.ruleID)
      guard !plain.isEmpty else { continue }
      let rewritten = Set(try EvasionCorpus.findings(in: entry.text).map(\.ruleID))
      all += plain.count
      found += plain.count(where: rewritten.contains)
    }
    print("\(found) of \(all) findings survive rewriting")
    #expect(found * 100 >= all * 95)
  }

  @Test(arguments: ["texts/sms-spam-en.jsonl", "texts/political-ads.jsonl"])
  func `ordinary texts are not read as anything else`(_ name: String) throws {
    let entries = try EvasionCorpus.entries(name).filter { ["ham", "not_political"].contains($0.label) }
    var hidden: [String] = []
    for entry in entries.prefix(300) {
      for finding in try EvasionCorpus.findings(in: entry.text) where finding.locations.allSatisfy({ $0.readAs != nil })
      {
        hidden.append("\(finding.ruleID) \(finding.locations[0].matched): \(entry.text)")
      }
    }
    #expect(hidden.count <= 1, "\(hidden.joined(separator: "\n"))")
  }
}

/// The shared corpus beside the repository, or in the folder that `PROVISO_SHARED` names.
enum EvasionCorpus {
  struct Entry {
    let text: String, plain: String?, label: String
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let folder =
    environment["PROVISO_SHARED"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).appending(path: "../../../../../shared").standardized

  static let isThere =
    environment["PROVISO_NIGHTLY"] == "1"
    && FileManager.default.fileExists(atPath: folder.appending(path: "corpus").path())

  static func entries(_ name: String) throws -> [Entry] {
    let lines = try String(contentsOf: folder.appending(path: "corpus/\(name)"), encoding: .utf8).split(separator: "\n")
    return try lines.map { line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let meta = object["meta"] as? [String: Any]
      return Entry(
        text: try #require(object["text"] as? String), plain: meta?["plain"] as? String,
        label: object["label"] as? String ?? "")
    }
  }

  /// The broken rules that point to something in a text sent as advertising to people who did not agree to it.
  static func findings(in text: String) throws -> [RuleResult] {
    let engine = try Shared.builtIn()
    let facts = engine.readFacts(
      SourceFile(
        name: "facts.yaml",
        text: "recipient.regions: [US-CA, DE, BR]\nconsent.status: none\ndraft.category: marketing\n"
          + "draft.channel: whatsapp\n")
    ).facts
    let drafts = engine.read(SourceFile(name: "draft.txt", text: text)).drafts
    return drafts.flatMap { engine.evaluate($0, facts: facts, asOf: Shared.day).results }
      .filter { $0.outcome == .fail && !$0.locations.isEmpty }
  }
}
