import Foundation
import Proviso
import Testing

/// Real templates and messages, mended by the built-in packs.
@Suite struct CorpusMendingTests {
  /// The collected payloads; none where the collection is not there.
  static let payloads: [SourceFile] = {
    let shared =
      ProcessInfo.processInfo.environment["PROVISO_SHARED"].map { URL(filePath: $0) }
      ?? PoliciesFolder.repository.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "corpus/templates")
    let paths = FileManager.default.subpaths(atPath: folder.path())?.filter { $0.hasSuffix(".json") }.sorted() ?? []
    return paths.compactMap { path in
      (try? Data(contentsOf: folder.appending(path: path))).map { SourceFile(name: path, bytes: [UInt8]($0)) }
    }
  }()

  /// Every finding with the places it holds for, and how grave it is.
  private func gravities(_ report: DraftReport) -> [[String]: Int] {
    var gravities: [[String]: Int] = [:]
    for result in report.results where [.fail, .undetermined].contains(result.outcome) {
      for place in result.regions.isEmpty ? [""] : result.regions {
        gravities[[result.ruleID, place]] = result.level.rank * 2 + (result.outcome == .fail ? 1 : 0)
      }
    }
    return gravities
  }

  @Test(.enabled(if: !payloads.isEmpty), arguments: ["DE", "BR"])
  func `no real draft gets worse, and nothing but what is mended changes`(_ region: String) throws {
    let engine = try Shared.builtIn()
    let facts = engine.readFacts(
      SourceFile(name: "facts.yaml", text: "recipient.regions: [\(region)]\nconsent.status: explicit")
    ).facts
    var mended = 0
    for source in Self.payloads {
      let (mending, _) = engine.mend(source, facts: facts, asOf: Shared.day)
      mended += mending.pieces.count
      let again = engine.read(mending.after)
      #expect(again.drafts.count == mending.drafts.count)
      for (draft, change) in zip(again.drafts, mending.drafts) {
        let (before, after) = (
          gravities(change.before), gravities(engine.evaluate(draft, facts: facts, asOf: Shared.day))
        )
        #expect(after.allSatisfy { $0.value <= before[$0.key] ?? -1 }, "\(source.name)")
        #expect(
          change.steps.allSatisfy { step in !after.keys.contains { $0[0] == step.result.ruleID } }, "\(source.name)")
      }
      try expectSameTree(source, mending)
      #expect(engine.mend(mending.after, facts: facts, asOf: Shared.day).mending.pieces.isEmpty, "\(source.name)")
    }
    #expect(mended > 10)
  }

  /// Nothing is taken out of a document, and its keys keep their order; texts change, keys and items come in.
  private func expectSameTree(_ source: SourceFile, _ mending: Mending) throws {
    let before = try JSONSerialization.jsonObject(with: Data(source.bytes), options: .fragmentsAllowed)
    let after = try JSONSerialization.jsonObject(with: Data(mending.after.bytes), options: .fragmentsAllowed)
    #expect(holds(after, before), "\(source.name)")
  }

  private func holds(_ after: Any, _ before: Any) -> Bool {
    switch (before, after) {
    case (let before as [String: Any], let after as [String: Any]):
      return before.allSatisfy { key, value in after[key].map { holds($0, value) } ?? false }
    case (let before as [Any], let after as [Any]):
      var rest = after[...]
      return before.allSatisfy { item in
        guard let place = rest.firstIndex(where: { holds($0, item) }) else { return false }
        rest = rest[(place + 1)...]
        return true
      }
    case (is String, is String): return true
    default: return (before as? NSObject) == (after as? NSObject)
    }
  }
}
