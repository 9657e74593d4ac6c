import ProvisoDrafts
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoPlan
import ProvisoSource

@testable import Proviso

/// A test inside a rule of a built-in pack, read and ready to be judged again with other words.
struct RuleExample {
  let engine: Engine
  let rule: String
  let name: String
  let draft: Draft
  private let facts: Facts
  private let day: CalendarDate

  /// All tests of all built-in rules that look for something in a text.
  static func all(_ engine: Engine) -> [RuleExample] {
    engine.runningPacks.flatMap { pack in
      pack.rules.filter(\.readsText).flatMap { rule in
        rule.tests.compactMap { test -> RuleExample? in
          guard let file = pack.file(named: rule.file) else { return nil }
          let reading = DraftReader.draft(from: test.draft, in: file, schema: engine.schema)
          return reading.drafts.first.map { draft in
            let facts = test.facts.map { FactsReader.facts(from: $0, in: file, schema: engine.schema).facts }
            return RuleExample(
              engine: engine, rule: rule.id, name: test.name, draft: draft, facts: facts ?? Facts(),
              day: test.asOf ?? pack.verified)
          }
        }
      }
    }
  }

  /// What the rule finds in a draft's text when it is broken; empty when it is kept, or facts alone break it.
  func findings(in draft: Draft) throws -> [TextLocation] {
    let decision = try engine.plan.evaluate(draft, facts: facts, asOf: day, only: rule)
    return try engine.plan.report(on: draft, decision).results.filter { $0.outcome == .fail }.flatMap(\.locations)
  }
}

extension Rule {
  /// Whether it looks for phrases, patterns or detectors; a rule of lengths and numbers reads no words.
  fileprivate var readsText: Bool {
    var found = false
    for row in table.rows {
      row.condition.forEachAtom { atom in
        switch atom {
        case .text(_, .mentions), .text(_, .matches), .text(_, .detector), .text(_, .contains): found = true
        case .compared(.mentions, _, _), .compared(_, _, .mentions): found = true
        default: break
        }
      }
    }
    return found
  }
}
