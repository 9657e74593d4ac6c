import ProvisoModel
import ProvisoPacks

/// What can be said of a rule by the cases that a finding may be about, whichever of them it is.
struct SaidOfCases {
  private let cases: [Rule.Case]
  /// Whether one of the cases holds in any event.
  private let isBroken: Bool

  init(_ finding: Decision.Finding, of rule: PlannedRule) {
    cases = (finding.cases.isEmpty ? [0] : finding.cases).map(rule.ruleCase)
    isBroken = finding.isBroken
  }

  /// The message of all cases; nil where they say different things, of which one alone might mislead.
  var message: MessageTemplate? { common(\.message) }

  /// How to mend it. Of a rule that may be kept, only what helps in every case.
  var advice: [MessageTemplate] {
    let all = cases.compactMap(\.advice).withoutRepetition
    return isBroken || all.count == 1 ? all : []
  }

  /// How a machine may mend it, whichever case it is.
  var remedy: Remedy? { common(\.remedy) ?? nil }

  /// The law behind all cases.
  var citations: [Citation] {
    let isOne = cases.dropFirst().allSatisfy { $0.citations == cases[0].citations }
    return (isOne ? cases[0].citations : cases.flatMap(\.citations)).withoutRepetition
  }

  /// How sure that law is, at the least.
  var confidence: Confidence {
    let order = Confidence.allCases
    return order.last { confidence in cases.contains { $0.confidence == confidence } } ?? cases[0].confidence
  }

  private func common<Part: Hashable>(_ part: (Rule.Case) -> Part) -> Part? {
    let first = part(cases[0])
    return cases.allSatisfy { part($0) == first } ? first : nil
  }
}

extension Array where Element: Hashable {
  /// The elements in their order, each once.
  var withoutRepetition: [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
