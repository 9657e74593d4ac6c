import ProvisoModel
import ProvisoSource

extension Checker {
  /// What a text test is about; nil after a report.
  mutating func subject(_ expression: Expression) -> TextSubject? {
    let (term, type) = value(expression)
    if let subject = Checker.subject(term, type) { return subject }
    mismatch(
      expected: "a text", found: type, at: expression.span,
      help: type == .broken
        ? nil : "parts of the message: \(TextScope.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  /// The text behind a term; nil for a value that is none, or is computed.
  static func subject(_ term: Term, _ type: TermType) -> TextSubject? {
    switch term {
    case .text(let subject): subject
    case .fact(let path) where type == .text: .fact(path)
    case .field(let name) where type == .text: .field(name)
    default: nil
    }
  }

  mutating func textTest(_ subject: TextSubject, _ test: Expression.TextTest) -> Condition {
    switch test {
    case .mentions(let vocabularies, let nearness, let languages):
      guard let mention = mention(vocabularies, nearness, languages) else { return broken }
      return .atom(.text(subject, .mentions(mention)))
    case .matches(let pattern): return .atom(.text(subject, .matches(pattern.text)))
    case .contains(let value): return containing(subject, value, several: false)
    case .containsAny(let value): return containing(subject, value, several: true)
    }
  }

  private mutating func containing(_ subject: TextSubject, _ expression: Expression, several: Bool) -> Condition {
    if several, case .set(let members) = expression.kind {
      var texts: [String] = []
      for member in members {
        guard case .text(let text) = member.kind else {
          mismatch(expected: "a text in double quotes", found: value(member).type, at: member.span)
          return broken
        }
        texts.append(text)
      }
      return texts.isEmpty ? .constant(false) : .atom(.text(subject, .contains(texts)))
    }
    let (term, type) = value(expression)
    switch term {
    case .constant(.text(let text)): return .atom(.text(subject, .contains([text])))
    case .fact(let path) where type == .text || type == .texts: return .atom(.text(subject, .containsFact(path)))
    default:
      mismatch(expected: "a text", found: type, at: expression.span)
      return broken
    }
  }

  mutating func mention(
    _ vocabularies: [Expression.Vocabulary], _ nearness: [Expression.Nearness] = [], _ languages: Expression.Name? = nil
  ) -> Mention? {
    let names = vocabularies.map { resolve($0) }
    guard let demands = surroundings(nearness) else { return nil }
    if let languages, !isSymbols(environment.schema[languages.text]?.type) {
      report("type.mismatch", "expected a fact that holds languages, found `\(languages.text)`", at: languages.span)
      return nil
    }
    guard !names.contains(nil) else { return nil }
    return Mention(
      vocabularies: names.compactMap(\.self).sorted(), nearness: demands, languages: languages?.text)
  }

  private mutating func surroundings(_ nearness: [Expression.Nearness]) -> [Nearness]? {
    let demands = nearness.map { near -> Nearness? in
      let around = near.vocabularies.map { resolve($0) }
      guard !around.contains(nil) else { return nil }
      return Nearness(
        negated: near.negated, side: near.side, vocabularies: around.compactMap(\.self).sorted(), words: near.words)
    }
    return demands.contains(nil) ? nil : demands.compactMap(\.self)
  }

  private func isSymbols(_ type: ValueType?) -> Bool {
    if case .symbols? = type { true } else { false }
  }

  mutating func detector(
    _ left: Expression, _ name: Expression.Name, _ nearness: [Expression.Nearness]
  ) -> Condition {
    guard let subject = subject(left), let demands = surroundings(nearness) else { return broken }
    guard environment.detectors.contains(name.text) else {
      report(
        "detector.unknown", "unknown detector `\(name.text)`", at: name.span,
        help: suggestion(for: name.text, in: environment.detectors.sorted())
          ?? "detectors: \(environment.detectors.sorted().joined(separator: ", "))")
      return broken
    }
    return .atom(.text(subject, .detector(name.text, near: demands)))
  }

  mutating func resolve(_ vocabulary: Expression.Vocabulary) -> String? {
    guard let name = environment.vocabularies[vocabulary.name] else {
      report(
        "vocabulary.unknown", "unknown vocabulary `@\(vocabulary.name)`", at: vocabulary.span,
        help: nearestName(to: vocabulary.name, in: environment.vocabularies.keys.sorted()).map { suggestion("@\($0)") })
      return nil
    }
    return name
  }
}
