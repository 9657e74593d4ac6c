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

  static let (packs, plan): ([Pack], Plan) = {
    let (schema, problems) = SchemaReader.read(facts: file("facts.yaml"), places: file("regions.yaml"))
    precondition(problems.isEmpty, "the schema has problems: \(problems)")
    let names = [
      "common", "gdpr", "ccpa", "lgpd", "hipaa", "can-spam", "whatsapp-content", "whatsapp-templates", "data-security",
    ]
    let written = names.compactMap { PackReader.read(file("\($0).yaml")).pack }
    guard let schema else { fatalError("no schema") }
    let (packs, _, diagnostics) = PackChecker.check(written, schema: schema, detectors: Plan.detectors)
    precondition(diagnostics.isEmpty, "\(diagnostics)")
    guard let plan = Plan.compile(packs, running: Set(names), schema: schema).plan else { fatalError("no plan") }
    return (packs, plan)
  }()

  private static func file(_ name: String) -> SourceFile {
    SourceFile(name: name, bytes: (try? Array(Data(contentsOf: folder.appending(path: name)))) ?? [])
  }

  /// The drafts of all tests inside the packs, with their facts.
  static let samples: [(draft: Draft, facts: Facts)] = packs.flatMap { pack in
    pack.rules.flatMap { rule in
      rule.tests.compactMap { test -> (Draft, Facts)? in
        guard let draft = DraftReader.draft(from: test.draft, in: pack.source, schema: plan.schema).drafts.first else {
          return nil
        }
        let facts = test.facts.map { FactsReader.facts(from: $0, in: pack.source, schema: plan.schema).facts }
        return (draft, facts ?? Facts())
      }
    }
  }
}
