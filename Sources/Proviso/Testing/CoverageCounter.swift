import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoPlan
import ProvisoSource

/// Counts what the tests of packs exercise.
struct CoverageCounter {
  private struct CaseKey: Hashable {
    let rule: String
    let row: Int
  }

  private let plan: Plan
  private let packs: [Pack]
  private let vocabularies: [Vocabulary]
  /// Nil when there was no memory for it; then no phrase counts as used.
  private let census: PhraseCensus?
  private let written: WrittenRules
  private var seen: Set<Trial.Observation> = []
  private var reached: Set<CaseKey> = []
  private var used: Set<PhraseCensus.Entry> = []
  private var spoken: [TestCoverage.Owner: Set<String>] = [:]

  init(of packs: [Pack], in checked: PackLibrary.Checked, _ plan: Plan) {
    self.plan = plan
    self.packs = packs
    vocabularies = checked.packs.flatMap(\.vocabularies)
    census = try? PhraseCensus(vocabularies)
    written = WrittenRules(checked)
  }

  /// Counts a test of a rule.
  mutating func count(_ rule: Rule, of pack: Pack, _ test: TestDraft) {
    guard let table = written.table(of: rule) else { return }
    let trials = (try? plan.trials(of: rule, table, test.draft, facts: test.facts, asOf: test.day)) ?? []
    for trial in trials {
      seen.formUnion(trial.decisive)
      if let row = trial.row { reached.insert(CaseKey(rule: rule.id, row: row)) }
    }
    guard let found = try? census?.phrases(in: test.draft, facts: test.facts) else { return }
    used.formUnion(found)
    for (owner, conditions) in written.parts(of: rule, in: pack) {
      let sought = CoverageCounter.vocabulariesSought(by: conditions)
      for entry in found where sought.contains(vocabularies[entry.vocabulary].id) {
        let language = vocabularies[entry.vocabulary].entries[entry.phrase].language
        if test.languages.isEmpty || test.languages.contains(language) { spoken[owner, default: []].insert(language) }
      }
    }
  }

  // MARK: What it comes to

  /// What all tests counted so far exercise.
  var coverage: TestCoverage {
    var lines: [String: LineIndex] = [:]
    for file in packs.flatMap(\.files) { lines[file.name] = LineIndex(file.bytes) }
    func place(_ file: String, _ span: Span) -> TestCoverage.Place {
      TestCoverage.Place(file: file, line: lines[file]?.position(of: span.lower).line ?? 1)
    }
    var coverage = TestCoverage(conditions: [], cases: [], languages: [], vocabularies: [])
    func add(
      _ owner: TestCoverage.Owner, of pack: Pack, _ conditions: [WrittenCondition], at start: TestCoverage.Place
    ) {
      let leaves = conditions.flatMap(\.leaves)
      coverage.conditions += leaves.map { leaf in
        TestCoverage.Condition(
          owner: owner, place: place(leaf.place.file, leaf.place.span), text: leaf.text,
          isSeenTrue: seen.contains(.init(place: leaf.place, held: true)),
          isSeenFalse: seen.contains(.init(place: leaf.place, held: false)))
      }
      coverage.languages += languages(of: conditions, in: pack).map { language in
        TestCoverage.Language(
          owner: owner, place: start, language: language, isSpoken: spoken[owner]?.contains(language) ?? false)
      }
    }
    for pack in packs {
      for rule in pack.rules {
        guard let table = written.table(of: rule) else { continue }
        add(.rule(rule.id), of: pack, table.rows.map(\.condition), at: place(rule.file, rule.span))
        for (number, clause) in rule.clauses.enumerated() where clause.key == "case" {
          coverage.cases.append(
            TestCoverage.Case(
              ruleID: rule.id, place: place(rule.file, clause.source.map.source(of: Span(0, 1))), text: clause.text,
              isReached: reached.contains(CaseKey(rule: rule.id, row: number))))
        }
      }
      for definition in pack.definitions {
        guard let condition = written.definition(definition.name, in: pack) else { continue }
        let start = place(definition.source.file, definition.source.map.source(of: Span(0, 1)))
        add(.definition(pack: pack.id, name: definition.name), of: pack, [condition], at: start)
      }
      for vocabulary in pack.vocabularies {
        let number = vocabularies.firstIndex { $0.id == vocabulary.id }
        coverage.vocabularies.append(
          TestCoverage.Vocabulary(
            id: vocabulary.id, place: place(vocabulary.file, vocabulary.entries.first?.span ?? Span(0, 0)),
            phrases: vocabulary.entries.count, used: used.count { $0.vocabulary == number }))
      }
    }
    return coverage
  }

  /// The languages of a pack in which what conditions look for has phrases; a vocabulary of another pack may speak more.
  private func languages(of conditions: [WrittenCondition], in pack: Pack) -> [String] {
    let sought = CoverageCounter.vocabulariesSought(by: conditions)
    let spoken = Set(vocabularies.filter { sought.contains($0.id) }.flatMap { $0.phrases.map(\.language) })
    return (pack.languages.isEmpty ? spoken.subtracting(["any"]) : spoken.intersection(pack.languages)).sorted()
  }

  /// The vocabularies whose phrases conditions themselves look for, not through a definition.
  private static func vocabulariesSought(by conditions: [WrittenCondition]) -> Set<String> {
    conditions.flatMap(\.leaves).reduce(into: []) { found, leaf in
      if case .test(let condition) = leaf.meaning { found.formUnion(condition.vocabulariesSought) }
    }
  }
}

extension Vocabulary {
  /// The phrases, and behind them the exceptions.
  fileprivate var entries: [Phrase] { phrases + exceptions }
}
