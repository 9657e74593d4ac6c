import ProvisoModel

/// Why an edit is not offered.
enum Refusal: Error {
  /// No text is in a language of the draft, which is not declared if there are none.
  case language([String], known: [String])
  /// Nothing can be written into the draft for sure.
  case noPlace
  /// The rule is broken all the same.
  case mendsNothing
  /// It would break a rule, or leave one undecided.
  case breaks(String)

  /// The reason in words, without a full stop.
  var text: String {
    switch self {
    case .language(let languages, let known):
      let texts = "there are texts in \(known.joined(separator: ", "))"
      return languages.isEmpty
        ? "the language is not declared (draft.languages); \(texts)"
        : "there is no text in \(languages.joined(separator: ", ")); \(texts)"
    case .noPlace: return "this draft has no place for the edit"
    case .mendsNothing: return "the edit is not enough"
    case .breaks(let rule): return "the edit would break \(rule)"
    }
  }
}

extension Remedy {
  /// Why no change can be made in these languages; nil where one can.
  func refusal(for languages: [String]) -> Refusal? {
    let texts = changes.map(\.texts)
    guard texts.allSatisfy({ !$0.isEmpty && $0.contains { $0.text(in: languages) == nil } }) else { return nil }
    return .language(languages, known: Array(Set(texts.flatMap { $0.flatMap(\.languages) })).sorted())
  }
}

extension Remedy.Change {
  /// The texts it puts in.
  fileprivate var texts: [TextInLanguages] {
    switch self {
    case .append(_, let text), .prepend(_, let text), .addButton(_, let text): [text]
    case .surround(let before, let after): [before, after]
    case .set, .rewrite, .maskFound: []
    }
  }
}

extension DraftReport {
  /// Why an edit that led from `before` to this report must not be made; nil where it mends `result` and makes nothing
  /// worse.
  func problem(instead before: DraftReport, mending result: RuleResult) -> Refusal? {
    let (old, new) = (before.gravities, gravities)
    for (place, gravity) in new.sorted(by: { $0.key < $1.key }) where gravity > old[place] ?? -1 {
      return .breaks(place.rule)
    }
    let places = result.regions.isEmpty ? [""] : result.regions
    return places.contains { new[Finding(rule: result.ruleID, place: $0)] != nil } ? .mendsNothing : nil
  }

  /// How grave each rule's finding is in each place; what is kept is not there.
  private var gravities: [Finding: Int] {
    var gravities: [Finding: Int] = [:]
    for result in results where result.outcome == .fail || result.outcome == .undetermined {
      let gravity = result.level.rank * 2 + (result.outcome == .fail ? 1 : 0)
      for place in result.regions.isEmpty ? [""] : result.regions {
        gravities[Finding(rule: result.ruleID, place: place), default: 0] = gravity
      }
    }
    return gravities
  }
}

/// A rule that is not kept in one place.
private struct Finding: Hashable, Comparable {
  let rule: String
  /// Empty where places play no part.
  let place: String

  static func < (left: Finding, right: Finding) -> Bool { (left.rule, left.place) < (right.rule, right.place) }
}
