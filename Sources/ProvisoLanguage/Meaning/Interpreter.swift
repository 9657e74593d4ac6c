import ProvisoModel

/// Evaluates conditions by walking them: the readable definition of the language's semantics.
///
/// A fact is known, absent or unknown. Every test on an absent value is false (so its negation is true). A test on an
/// unknown one is open: it has no answer yet, and names what it waits for.
struct Interpreter {
  let situation: Situation
  /// Guesses about unknown facts, made while trying what they may turn out to be.
  var guesses: [Variable: Guess] = [:]
  /// The list item whose fields can be read.
  private var item: DraftItem?

  enum Guess: Hashable {
    case state(FactState)
    case truth(Bool)
  }

  init(_ situation: Situation) {
    self.situation = situation
  }

  // MARK: Conditions

  func truth(_ condition: Condition) -> Truth {
    switch condition {
    case .constant(let value): return Truth(value)
    case .not(let inner): return truth(inner).negated
    case .all(let parts): return Truth.joined(parts, ending: false) { truth($0) }
    case .any(let parts): return Truth.joined(parts, ending: true) { truth($0) }
    case .atom(let atom): return truth(atom)
    }
  }

  func truth(_ atom: Atom) -> Truth {
    switch atom {
    case .truth(let path): return test(path) { $0 == .truth(true) }
    case .symbol(let path, let words):
      return test(path) { if case .symbol(let word) = $0 { words.contains(word) } else { false } }
    case .place(let path, let places): return place(path, among: places)
    case .placeIn(let path, let fact): return place(atom, path, in: fact)
    case .member(let path, let word): return member(path, word)
    case .memberPlace(let path, let places): return memberPlace(atom, path, among: places)
    case .present(let path): return presence(path)
    case .compared(let left, let comparison, let right): return compared(atom, left, comparison, right)
    case .exists(let term):
      switch unguessing.value(term) {
      case .absent: return .no
      case .known: return .yes
      case .open: return answer(atom)
      case .failed(let error): return .failed(error)
      }
    case .wordAmong(let term, let words):
      switch unguessing.value(term) {
      case .absent: return .no
      case .known(let word): return Truth(words.contains(word.description))
      case .open: return answer(atom)
      case .failed(let error): return .failed(error)
      }
    case .field(let name): return Truth(field(name) == .truth(true))
    case .fieldAmong(let name, let words):
      guard case .symbol(let word)? = field(name) else { return .no }
      return Truth(words.contains(word))
    case .text(let subject, let check): return text(atom, subject, check)
    case .anyItem(let list, let condition):
      return Truth.joined(situation.draft.items(list), ending: true) { inside($0).truth(condition) }
    }
  }

  /// The interpreter with an item's fields in reach.
  func inside(_ item: DraftItem) -> Interpreter {
    var inner = self
    inner.item = item
    return inner
  }

  // MARK: Facts

  func state(_ path: String) -> FactState? {
    if case .state(let state)? = guesses[.fact(path)] { return state }
    if path == Fact.sendingDate { return .known(.date(situation.date)) }
    return situation.state(of: path)
  }

  private func test(_ path: String, _ holds: (Value) -> Bool) -> Truth {
    switch state(path) {
    case .known(let value): Truth(holds(value))
    case .absent: .no
    case nil: .open(.fact(path))
    }
  }

  /// A declared place may be larger than a leaf (`US`); then only what holds for all its leaves is known.
  private func place(_ path: String, among places: [String]) -> Truth {
    guard case .known(.place(let place))? = state(path) else { return test(path) { _ in false } }
    switch situation.schema.places.share(of: place, in: places) {
    case .all: return .yes
    case .none: return .no
    case .some: return .open(.fact(path))
    }
  }

  private func place(_ atom: Atom, _ path: String, in fact: String) -> Truth {
    switch (state(path), state(fact)) {
    case (_, .known(.places(let places))): places.isEmpty ? .no : place(path, among: places)
    case (.absent, _), (_, .known), (_, .absent): .no
    case (_, nil): answer(atom)
    }
  }

  func leaves(of places: [String]) -> Set<String> { situation.schema.places.leaves(ofAll: places) }

  private func member(_ path: String, _ word: String) -> Truth {
    if case .truth(let guess)? = guesses[.member(path, word)] { return Truth(guess) }
    switch state(path) {
    case .known(.symbols(let words)): return Truth(words.contains(word))
    case .known, .absent: return .no
    case nil: return .open(.member(path, word))
    }
  }

  private func memberPlace(_ atom: Atom, _ path: String, among places: [String]) -> Truth {
    guard let state = state(path) else { return answer(atom) }
    guard case .known(.places(let held)) = state else { return .no }
    let shares = held.map { situation.schema.places.share(of: $0, in: places) }
    if shares.contains(.all) { return .yes }
    return shares.contains(.some) ? answer(atom) : .no
  }

  private func presence(_ path: String) -> Truth {
    switch state(path) {
    case .known: return .yes
    case .absent: return .no
    // A fact that cannot be absent has a value, whichever it turns out to be.
    case nil:
      guard let definition = situation.schema[path], definition.canBeAbsent else { return .yes }
      switch definition.type {
      case .text, .texts, .symbols, .places: return answer(.present(path))
      case .truth, .number, .symbol, .place, .date, .instant, .time: return .open(.fact(path))
      }
    }
  }

  private func answer(_ atom: Atom) -> Truth {
    let variable = Variable.answer(atom, item: item, facts: atom.factsRead.filter(isOpen).sorted())
    if case .truth(let guess)? = guesses[variable] { return Truth(guess) }
    return .open(variable)
  }

  /// Whether a fact may still turn out to have different values; one may know a place in part.
  func isOpen(_ path: String) -> Bool {
    if path == Fact.sendingDate { return false }
    return switch situation.state(of: path) {
    case nil: true
    case .known(.place(let place)): leaves(of: [place]).count > 1
    case .known(.places(let places)): places.contains { leaves(of: [$0]).count > 1 }
    default: false
    }
  }

  // MARK: Comparisons

  private func compared(_ atom: Atom, _ left: Term, _ comparison: Comparison, _ right: Term) -> Truth {
    let unguessing = unguessing
    switch (unguessing.value(left), unguessing.value(right)) {
    case (.failed(let error), _), (_, .failed(let error)): return .failed(error)
    case (.absent, _), (_, .absent): return .no
    case (.known(let left), .known(let right)): return Truth(left.stands(comparison, to: right))
    case (.open, .known(let limit)):
      guard case .fact(let path) = left, isOrdered(path) else { return answer(atom) }
      return test(path) { Operand($0)?.stands(comparison, to: limit) ?? false }
    case (.known(let limit), .open):
      guard case .fact(let path) = right, isOrdered(path) else { return answer(atom) }
      return test(path) { Operand($0).map { limit.stands(comparison, to: $0) } ?? false }
    case (.open, .open): return answer(atom)
    }
  }

  /// The interpreter for values that are computed from facts: guesses that there is no such thing are all it knows.
  ///
  /// A guessed value stands for all those that the direct tests of the fact cannot tell apart. What is computed from
  /// it would be true of that one value only.
  private var unguessing: Interpreter {
    if guesses.isEmpty { return self }
    var inner = self
    inner.guesses = guesses.filter { $0.value == .state(.absent) }
    return inner
  }

  private func isOrdered(_ path: String) -> Bool {
    situation.schema[path].map { TermType($0.type).isOrdered } ?? false
  }

  // MARK: Texts

  private func text(_ atom: Atom, _ subject: TextSubject, _ check: TextCheck) -> Truth {
    switch found(subject, check) {
    case .open: return answer(atom)
    case .absent: return .no
    case .places(let places): return Truth(!places.isEmpty)
    }
  }

  enum Found {
    case places([FoundText])
    case absent
    case open
  }

  /// Where the draft answers a check.
  func found(_ subject: TextSubject, _ check: TextCheck) -> Found {
    switch (searched(subject), values(for: check)) {
    case (.absent, _), (_, .absent): .absent
    case (.open, _), (_, .open): .open
    case (.known(let text), .known(let values)): .places(situation.draft.places(of: check, in: text, values: values))
    }
  }

  /// What is known of something that a check needs.
  private enum Needed<Content> {
    case known(Content)
    case absent
    case open
  }

  private func searched(_ subject: TextSubject) -> Needed<ResolvedSubject> {
    switch subject {
    case .scope(let scope): return .known(.scope(scope))
    case .item: return .known(.segment(item?.segment))
    case .field(let name):
      guard case .text(let text)? = field(name) else { return .absent }
      return .known(.text(text))
    case .fact(let path):
      switch state(path) {
      case .known(.text(let text)): return .known(.text(text))
      case nil: return .open
      default: return .absent
      }
    }
  }

  /// The texts that are looked for, or the languages that count.
  private func values(for check: TextCheck) -> Needed<[String]> {
    guard let path = check.factRead else { return .known([]) }
    switch state(path) {
    case .known(.text(let text)): return .known([text])
    // Among no texts nothing is found, whatever is searched.
    case .known(.texts([])): return .absent
    case .known(.texts(let values)), .known(.symbols(let values)): return .known(values)
    case nil: return .open
    default: return .absent
    }
  }

  /// The text a subject stands for; nil when there is none or it is not known.
  func resolve(_ subject: TextSubject) -> ResolvedSubject? {
    switch subject {
    case .scope(let scope): return .scope(scope)
    case .item: return .segment(item?.segment)
    case .field(let name): return field(name).map { .text($0.description) }
    case .fact(let path):
      guard case .known(let value)? = state(path) else { return nil }
      return .text(value.description)
    }
  }

  /// The value of a field of the current item.
  func field(_ name: String) -> Value? { item?.fields[name] }
}
