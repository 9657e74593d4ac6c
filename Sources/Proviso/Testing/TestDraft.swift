import ProvisoDrafts
import ProvisoModel
import ProvisoPacks
import ProvisoSource

/// The draft of a test with everything it is judged by.
struct TestDraft {
  let draft: Draft
  /// What is declared beside the draft.
  let facts: Facts
  /// The day it is judged for.
  let day: CalendarDate

  /// Reads the draft and the facts of a test.
  ///
  /// - Parameter usual: the day of a test that says none.
  /// - Returns: what the test is run with, nil after an error; and all problems.
  static func read(
    _ test: RuleTest, in file: SourceFile, schema: FactSchema, usual: CalendarDate
  ) -> (draft: TestDraft?, problems: [Diagnostic]) {
    let reading = DraftReader.draft(from: test.draft, in: file, schema: schema)
    let declared = test.facts.map { FactsReader.facts(from: $0, in: file, schema: schema) }
    let problems = reading.diagnostics + (declared?.diagnostics ?? []) + unknownFacts(test, file, schema)
    guard let draft = reading.drafts.first, !problems.contains(where: { $0.severity == .error }) else {
      return (nil, problems)
    }
    return (TestDraft(draft: draft, facts: declared?.facts ?? Facts(), day: test.asOf ?? usual), problems)
  }

  private static func unknownFacts(_ test: RuleTest, _ file: SourceFile, _ schema: FactSchema) -> [Diagnostic] {
    test.missing.filter { schema[$0.fact] == nil }.map { missing in
      Diagnostic(
        "fact.unknown", "unknown fact `\(missing.fact)`", in: file.name, at: missing.span,
        help: suggestion(for: missing.fact, in: schema.paths))
    }
  }

  /// The languages that the draft or a fact beside it declares.
  var languages: [String] {
    guard case .known(.symbols(let codes))? = facts["draft.languages"] ?? draft.facts["draft.languages"] else {
      return []
    }
    return codes
  }
}
