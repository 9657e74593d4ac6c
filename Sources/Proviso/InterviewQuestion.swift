public import ProvisoModel
import ProvisoSource

/// A question of an interview, with everything a person needs to answer it.
public struct InterviewQuestion: Hashable, Sendable {
  /// The fact asked for: its name, question, help and type.
  public let fact: FactDefinition
  /// What is declared of it already: a place that turned out to be too large. Nil for nearly all questions.
  public let soFar: Value?
  /// The undetermined rules that depend on it, in alphabetical order.
  public let rules: [String]

  /// The answers to choose from; empty for a free answer.
  public var choices: [String] {
    switch fact.type {
    case .truth: ["yes", "no"]
    case .symbol(let words), .symbols(let words): words
    case .number, .text, .texts, .place, .places, .date, .instant, .time: []
    }
  }

  /// Whether an answer may be several values, parted by commas.
  public var takesSeveral: Bool {
    switch fact.type {
    case .texts, .symbols, .places: true
    case .truth, .number, .text, .symbol, .place, .date, .instant, .time: false
    }
  }

  /// Whether `none` is an answer: there is no such thing, or the set is empty.
  public let takesNone: Bool

  init(_ fact: FactDefinition, _ schema: FactSchema, soFar: Value?, rules: [String]) {
    (self.fact, self.soFar, self.rules) = (fact, soFar, rules)
    let isNever = schema.definitions.values.contains { $0.each == fact.path }
    let isEmpty: Bool
    switch fact.type {
    case .texts, .symbols, .places: isEmpty = !isNever
    case .symbol(let words): isEmpty = words.contains("none")
    case .truth, .number, .text, .place, .date, .instant, .time: isEmpty = false
    }
    takesNone = fact.canBeAbsent || isEmpty
  }
}

extension InterviewQuestion {
  /// An answer as a person gives it, in the form that facts are written: numbers of choices become words, names of
  /// places become codes, `none` becomes what the fact has for it. What fits nothing stays as it is.
  func written(_ answer: String, _ places: PlaceTable) -> String {
    let answer = answer.trimmed
    if takesNone, answer.lowercased() == "none", !choices.contains("none") { return fact.canBeAbsent ? "null" : "[]" }
    switch fact.type {
    case .truth:
      let word = answer.lowercased()
      return word.isEmpty ? word : choices.first { $0 == word || $0.prefix(1) == word } ?? chosen(word)
    case .symbol: return chosen(answer)
    case .symbols:
      return answer.split { $0 == "," || $0.isWhitespace }.map { chosen(String($0)) }.joined(separator: ",")
    case .place: return places.code(of: answer) ?? answer
    case .places:
      return answer.split(separator: ",").map { places.code(of: $0.trimmed) ?? $0.trimmed }.joined(separator: ",")
    case .number, .text, .texts, .date, .instant, .time: return answer
    }
  }

  /// The choice that somebody named, whatever the case, or gave the number of; a choice that is a number comes first.
  private func chosen(_ word: String) -> String {
    if let same = choices.first(where: { $0.lowercased() == word.lowercased() }) { return same }
    if let number = Int(word), choices.indices.contains(number - 1) { return choices[number - 1] }
    return word
  }
}

extension StringProtocol {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
