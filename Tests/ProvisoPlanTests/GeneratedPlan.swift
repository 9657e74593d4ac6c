import Foundation
import ProvisoDrafts
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource

@testable import ProvisoPlan

/// The compiled pack of a generated case.
struct GeneratedPlan {
  let plan: Plan
  private let vocabularies: [String: Vocabulary]

  /// The facts of Policies/, without its packs.
  static let schema: FactSchema? = {
    func file(_ name: String) -> SourceFile {
      SourceFile(name: name, bytes: (try? Array(Data(contentsOf: BuiltInPlan.folder.appending(path: name)))) ?? [])
    }
    return SchemaReader.read(facts: file("facts.yaml"), places: file("regions.yaml")).schema
  }()

  /// Nil when the pack has errors, which `problems` names then.
  init(_ made: GeneratedCase) throws(BadPack) {
    guard let schema = Self.schema else { throw BadPack(problems: ["no schema"]) }
    let written = PackAssembly.join([PackReader.read(SourceFile(name: "made.yaml", text: made.pack))])
    let (packs, _, _, problems) = PackChecker.check(written.packs, schema: schema, detectors: Plan.detectors)
    let errors = (written.diagnostics + problems).filter { $0.severity == .error }
    guard errors.isEmpty, let plan = Plan.compile(packs, running: ["made"], schema: schema).plan else {
      throw BadPack(problems: errors.map(\.message))
    }
    self.plan = plan
    vocabularies = Dictionary(
      packs.flatMap(\.vocabularies).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  struct BadPack: Error { let problems: [String] }

  private func draft(_ made: GeneratedCase) -> Draft? {
    let source = SourceFile(name: "draft.yaml", text: "channel: sms\nbody: '\(made.body)'\n")
    return DraftReader.read(source, schema: plan.schema).drafts.first
  }

  /// Where a memory that has seen other drafts differs on a case from one that has seen none.
  func problems(_ made: GeneratedCase, after memory: EvaluationMemory) throws -> [String] {
    guard let draft = draft(made) else { return ["no draft"] }
    let facts = Facts(made.facts)
    let decisions = try [
      memory.evaluate(draft, facts: facts, asOf: made.day), plan.evaluate(draft, facts: facts, asOf: made.day),
    ]
    let said = decisions.map { decision in
      decision.findings.map { "\(plan.rules[$0.rule].id) \($0.places): \($0.decision)" }
    }
    return said[0] == said[1] ? [] : ["\(said[0]), not \(said[1])"]
  }

  /// Where plan and interpreter differ on the draft and the facts of a case.
  func problems(_ made: GeneratedCase) throws -> [String] {
    guard let draft = draft(made) else { return ["no draft"] }
    return try PlanAgreement.problems(
      of: plan, on: draft, facts: made.facts, asOf: made.day,
      reference: ReferenceText(draft: draft, vocabularies: vocabularies))
  }

  /// All facts that a rule can read, each with all its values and unknown; nil where they are too many.
  func assignments(of rule: Int, most: Int) -> [[String: FactState]]? {
    let facts = plan.rules[rule].table.rows.reduce(into: Set<String>()) { $0.formUnion($1.condition.factsRead) }
    var all: [[String: FactState]] = [[:]]
    for (path, values) in LanguageAgreementTests.values where facts.contains(path) {
      all += all.flatMap { known in values.map { known.merging([path: $0]) { $1 } } }
      if all.count > most { return nil }
    }
    return all
  }
}
