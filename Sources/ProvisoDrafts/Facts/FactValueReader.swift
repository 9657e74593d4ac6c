import ProvisoModel
import ProvisoSource

/// One word of a declared value, with its place.
struct FactWord {
  let text: String
  let span: Span
}

/// A problem with a declared value, and where.
struct FactFailure: Error {
  let problem: FactProblem
  let span: Span

  init(_ problem: FactProblem, at span: Span) {
    self.problem = problem
    self.span = span
  }
}

/// Reads what is written down for one fact.
struct FactValueReader {
  let definition: FactDefinition
  let places: PlaceTable

  /// The value that `words`, written at `span`, stand for: one word, or several for a fact that is a set or a list.
  func value(of words: [FactWord], at span: Span = Span(0, 0)) throws(FactFailure) -> Value {
    switch definition.type {
    case .texts: return .texts(words.map(\.text))
    case .symbols(let names):
      // People say so of a set that is empty.
      if words.count == 1, words[0].text == "none", !names.contains("none") { return .symbols([]) }
      for word in words where !names.contains(word.text) { throw wrong(word, oneOf: names) }
      return .symbols(sorted(words.map(\.text)))
    case .places: return .places(sorted(try places(words)))
    default:
      guard words.count == 1, let word = words.first else {
        throw FactFailure(.notSingle(definition.path), at: span)
      }
      return try single(word)
    }
  }

  private func single(_ word: FactWord) throws(FactFailure) -> Value {
    switch definition.type {
    case .text: return .text(word.text)
    case .place: return .place(try place(word))
    case .symbol(let names):
      guard names.contains(word.text) else { throw wrong(word, oneOf: names) }
      return .symbol(word.text)
    case .truth:
      guard let truth = ["yes": true, "true": true, "no": false, "false": false][word.text] else {
        throw wrong(word, "`yes` or `no`")
      }
      return .truth(truth)
    default: return try quantity(word)
    }
  }

  private func quantity(_ word: FactWord) throws(FactFailure) -> Value {
    let value: Value?
    let expected: String
    switch definition.type {
    case .number: (value, expected) = (Number(word.text).map { .number($0) }, "a number such as `12` or `0.5`")
    case .date:
      guard let date = CalendarDate(word.text) else {
        throw FactFailure(.wrongDate(definition.path, word.text), at: word.span)
      }
      return .date(date)
    case .time: (value, expected) = (TimeOfDay(word.text).map { .time($0) }, "a time of day such as `08:00`")
    default:
      (value, expected) = (
        Instant(word.text).map { .instant($0) }, "a date, time and zone such as `2026-11-22T18:30:00+01:00`"
      )
    }
    guard let value else { throw wrong(word, expected) }
    return value
  }

  /// The codes of the places; people may write them in lower case, or call the places by their names.
  func places(_ words: [FactWord]) throws(FactFailure) -> [String] {
    var codes: [String] = []
    for word in words { codes.append(try place(word)) }
    return codes
  }

  private func place(_ word: FactWord) throws(FactFailure) -> String {
    guard let code = places.code(of: word.text) else {
      throw FactFailure(.unknownPlace(word.text, near: places.nearest(to: word.text)), at: word.span)
    }
    return code
  }

  private func wrong(_ word: FactWord, oneOf names: [String]) -> FactFailure {
    let listed = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return wrong(
      word, "one of \(listed)\(names.count > 12 ? " …" : "")", near: nearestName(to: word.text.lowercased(), in: names))
  }

  private func wrong(_ word: FactWord, _ expected: String, near: String? = nil) -> FactFailure {
    FactFailure(.wrongValue(definition.path, word.text, expected: expected, near: near), at: word.span)
  }

  private func sorted(_ words: [String]) -> [String] { Set(words).sorted() }
}
