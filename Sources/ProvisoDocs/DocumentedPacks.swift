import Proviso
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource

/// The packs that pages are made of, with what they share.
struct DocumentedPacks {
  /// All of them, those that are only imported included.
  let packs: [Pack]
  /// Those whose rules count.
  let running: [Pack]
  let schema: FactSchema
  let written: WrittenRules
  let coverage: CoverageData
  let failures: [TestResult]
  private let failing: Set<TestPlace>

  private struct TestPlace: Hashable {
    let file: String
    let line: Int
  }

  init(_ engine: Engine) {
    let checked = engine.checkedPacks
    packs = checked.packs
    running = checked.running(in: engine)
    schema = engine.schema
    written = WrittenRules(checked)
    coverage = CoverageData.read(Engine.coverageFile).data
    failures = engine.runTests().failures
    failing = Set(failures.map { TestPlace(file: $0.file, line: $0.line) })
  }

  /// The rules of a pack that count; none for a pack that is only imported.
  func rules(of pack: Pack) -> [Rule] { running.contains { $0.id == pack.id } ? pack.rules : [] }

  /// The tests of a rule that come out as they say.
  func examples(of rule: Rule, in pack: Pack) -> [RuleTest] {
    guard !failing.isEmpty, let file = pack.file(named: rule.file) else { return rule.tests }
    let lines = LineIndex(file.bytes)
    return rule.tests.filter {
      !failing.contains(TestPlace(file: rule.file, line: lines.position(of: $0.span.lower).line))
    }
  }

  /// The pack whose rules have this id, if it is on the pages.
  func pack(ofRule id: String) -> Pack? { running.first { pack in pack.rules.contains { $0.id == id } } }

  /// A link to a rule; its id alone where the rule is not on the pages.
  func link(toRule id: String) -> Inline {
    guard let pack = pack(ofRule: id) else { return .code(id) }
    return .link(id, .page(Anchor.page(of: pack.id), anchor: Anchor.rule(id)))
  }
}
