import ProvisoDrafts
import ProvisoModel
import ProvisoPacks
import ProvisoSource

/// The draft of a test with everything it is judged by.
struct TestDraft {
  /// Why a test cannot be run.
  struct Problem: Error {
    let message: String
  }

  let draft: Draft
  /// What is declared beside the draft.
  let facts: Facts
  /// The day it is judged for.
  let day: CalendarDate

  static func read(
    _ test: RuleTest, of pack: Pack, in file: SourceFile, schema: FactSchema
  ) -> Result<TestDraft, Problem> {
    let reading = DraftReader.draft(from: test.draft, in: file, schema: schema)
    var problems = reading.diagnostics.filter { $0.severity == .error }
    var facts = Facts()
    if let node = test.facts {
      let declared = FactsReader.facts(from: node, in: file, schema: schema)
      facts = declared.facts
      problems += declared.diagnostics.filter { $0.severity == .error }
    }
    if let problem = problems.first { return .failure(Problem(message: "the test cannot be read: \(problem.message)")) }
    guard let draft = reading.drafts.first else { return .failure(Problem(message: "the test has no draft")) }
    return .success(TestDraft(draft: draft, facts: facts, day: test.asOf ?? pack.verified))
  }

  /// The languages that the draft or a fact beside it declares.
  var languages: [String] {
    guard case .known(.symbols(let codes))? = facts["draft.languages"] ?? draft.facts["draft.languages"] else {
      return []
    }
    return codes
  }
}
