import ProvisoLanguage
import ProvisoModel

/// What atoms say of a draft in which nothing of what they look for is found: most texts hold little of what all rules
/// look for, and those answers are the same for all of them.
struct Silence {
  private let texts: TextTables
  private let evaluator: Evaluator

  init(_ texts: TextTables, _ schema: FactSchema) {
    self.texts = texts
    evaluator = Evaluator(
      Situation(schema: schema, facts: [:], date: CalendarDate(day: 0), draft: SilentDraft()))
  }

  /// The groups of triggers that an atom hangs on, and its answer while of one group none was found; nil where it hangs
  /// on more.
  func answer(of atom: Atom) -> (groups: [[Int32]], answer: Bool)? {
    guard let groups = groups(of: atom), !groups.isEmpty, !groups.contains([]) else { return nil }
    return switch evaluator.answer(atom) {
    case .yes: (groups, true)
    case .no: (groups, false)
    case .open, .entangled, .failed: nil
    }
  }

  private func groups(of atom: Atom) -> [[Int32]]? {
    switch atom {
    case .text(.scope, let check): groups(of: check)
    case .anyItem(let list, _): [[texts.trigger(list: list.kind)]]
    case .compared(let left, _, let right): joined(triggers(of: left), triggers(of: right)).map { [$0] }
    default: nil
    }
  }

  private func groups(of check: TextCheck) -> [[Int32]]? {
    switch check {
    case .mentions(let mention): triggers(of: mention).map { [$0] + demanded(mention.nearness) }
    case .matches(let pattern): texts.patterns[pattern].map { [[Int32(texts.trigger(pattern: $0))]] }
    case .detector(let name, let near):
      texts.detectors[name].map { [[Int32(texts.trigger(detector: $0))]] + demanded(near) }
    case .contains, .containsFact, .isOneOf, .isPhrase: nil
    }
  }

  private func triggers(of mention: Mention) -> [Int32]? {
    mention.languages == nil ? triggers(of: mention.vocabularies) : nil
  }

  private func triggers(of vocabularies: [String]) -> [Int32] {
    vocabularies.compactMap { texts.vocabularies.numbers[$0].map(Int32.init) }
  }

  /// What must be found around something.
  private func demanded(_ nearness: [Nearness]) -> [[Int32]] {
    nearness.filter { !$0.negated }.map { triggers(of: $0.vocabularies) }
  }

  private func triggers(of term: Term) -> [Int32]? {
    switch term {
    case .constant: []
    case .mentions(_, let mention): triggers(of: mention)
    case .count(let list, _), .runs(let list, _): [texts.trigger(list: list.kind)]
    case .arithmetic(let left, _, let right): joined(triggers(of: left), triggers(of: right))
    default: nil
    }
  }

  private func joined(_ left: [Int32]?, _ right: [Int32]?) -> [Int32]? {
    guard let left, let right else { return nil }
    return left + right.filter { !left.contains($0) }
  }
}

/// A draft in which nothing is found.
private struct SilentDraft: DraftQuestions {
  func places(of check: TextCheck, in subject: ResolvedSubject, values: [String]) -> [FoundText] { [] }
  func measure(_ measure: Measure, of subject: ResolvedSubject) -> Number { Number(0) }
  func phraseCount(_ mention: Mention, in scope: TextScope) -> Int { 0 }
  func items(_ list: ItemList) -> [DraftItem] { [] }
  func text(of scope: TextScope) -> String? { nil }
}
