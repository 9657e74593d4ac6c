import Foundation
import ProvisoDrafts
import ProvisoModel
import ProvisoPacks
import ProvisoSource

@testable import ProvisoPlan

/// The packs of Policies/, compiled once.
enum BuiltInPlan {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Policies")

  private static let data = ["facts.yaml", "regions.yaml", "coverage.yaml"]

  static let (packs, plan): ([Pack], Plan) = {
    let (schema, problems) = SchemaReader.read(facts: file(data[0]), places: file(data[1]))
    precondition(problems.isEmpty, "the schema has problems: \(problems)")
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
    let written = PackAssembly.join(
      files.filter { $0.hasSuffix(".yaml") && !data.contains($0) }
        .filter { !$0.hasPrefix("drafts/") && !$0.hasPrefix("starter/") }.sorted()
        .map { PackReader.read(file($0)) })
    precondition(written.diagnostics.isEmpty, "\(written.diagnostics)")
    guard let schema else { fatalError("no schema") }
    let (packs, _, _, diagnostics) = PackChecker.check(written.packs, schema: schema, detectors: Plan.detectors)
    precondition(diagnostics.isEmpty, "\(diagnostics)")
    guard let plan = Plan.compile(packs, running: Set(packs.map(\.id)), schema: schema).plan else {
      fatalError("no plan")
    }
    return (packs, plan)
  }()

  private static func file(_ name: String) -> SourceFile {
    SourceFile(name: name, bytes: (try? Array(Data(contentsOf: folder.appending(path: name)))) ?? [])
  }

  /// The drafts of all tests inside the packs, with their facts.
  static let samples: [(draft: Draft, facts: Facts)] = packs.flatMap { pack in
    pack.rules.flatMap { rule in
      rule.tests.compactMap { test -> (Draft, Facts)? in
        guard let file = pack.file(named: rule.file),
          let draft = DraftReader.draft(from: test.draft, in: file, schema: plan.schema).drafts.first
        else { return nil }
        let facts = test.facts.map { FactsReader.facts(from: $0, in: file, schema: plan.schema).facts }
        return (draft, facts ?? Facts())
      }
    }
  }
}
