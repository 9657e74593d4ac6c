import ProvisoModel
import ProvisoSource

extension Checker {
  // MARK: is

  mutating func equality(_ left: Expression, _ right: Expression) -> Condition {
    if let truth = truth(left) {
      guard case .path(let word) = right.kind, let wanted = Checker.truths[word] else {
        mismatch(expected: "`yes` or `no`", found: value(right).type, at: right.span)
        return broken
      }
      return wanted ? truth : .negated(truth)
    }
    let (term, type) = value(left)
    switch type {
    case .broken: return broken
    case .symbol, .place: return membership(left, Expression(kind: .set([right]), span: right.span))
    case .truth:
      mismatch(
        expected: "a value", found: type, at: left.span, help: "the opposite of a condition is written `not (…)`")
      return broken
    case .symbols, .places, .texts, .words:
      report(
        "type.set", "\(type.name) cannot be compared with `is`", at: left.span,
        help: "ask whether it `has` something, or lies `within` another set")
      return broken
    default: return pair(term, type, right, .equal, at: left.span)
    }
  }

  /// The condition behind a name that is one already; nil for a value.
  private mutating func truth(_ expression: Expression) -> Condition? {
    guard case .path(let path) = expression.kind else { return nil }
    if let item, environment.schema.fields["\(item.rawValue).\(path)"] == .truth { return .atom(.field(path)) }
    if environment.schema[path]?.type == .truth { return .atom(.truth(path)) }
    return environment.definitions[path].map { inlined($0, path, at: expression.span) }
  }

  // MARK: in

  mutating func membership(_ left: Expression, _ right: Expression) -> Condition {
    let (term, type) = value(left)
    switch type {
    case .broken: return broken
    case .symbol(let words):
      if let set = symbolSet(right) { return shared(term, words, set, at: right.span) }
      return eachDated(right, as: { $0.words(in: $1, among: words) }) { Checker.among(term, $0) }
    case .place:
      guard case .fact(let path) = term else {
        mismatch(expected: "a fact", found: type, at: left.span)
        return broken
      }
      if let set = fact(right, .places) { return .atom(.placeIn(path, fact: set)) }
      return eachDated(right, as: { $0.places(in: $1) }) {
        $0.isEmpty ? .constant(false) : .atom(.place(path, among: $0))
      }
    case .text, .number, .date, .instant, .time:
      if type == .text, let texts = fact(right, .texts) {
        guard let subject = Checker.subject(term, type) else {
          mismatch(expected: "a fact, a field or a part of the message", found: type, at: left.span)
          return broken
        }
        return .atom(.text(subject, .isOneOf(fact: texts)))
      }
      guard case .set(let members) = right.kind else {
        if case .path(let name) = right.kind, type == .text, let parameter = environment.parameters[name],
          case .words? = parameter.values.first?.value
        {
          return eachDated(right, as: { $0.texts(in: $1) }) { texts in
            .some(texts.map { .atom(.compared(term, .equal, .constant(.text($0)))) })
          }
        }
        mismatch(expected: "a set such as `[a, b]`", found: value(right).type, at: right.span)
        return broken
      }
      return .some(members.map { pair(term, type, $0, .equal, at: left.span) })
    default:
      mismatch(
        expected: "a single value", found: type, at: left.span, help: "sets are asked with `has any` or `within`")
      return broken
    }
  }

  /// A word is one of these.
  private static func among(_ term: Term, _ words: [String]) -> Condition {
    if words.isEmpty { return .constant(false) }
    return switch term {
    case .fact(let path): .atom(.symbol(path, among: words))
    case .field(let name): .atom(.fieldAmong(name, words))
    default: .atom(.wordAmong(term, words))
    }
  }

  /// A word is one of those that a set-valued fact holds: one pair of tests for each word that both can be.
  private mutating func shared(
    _ term: Term, _ words: [String], _ set: (path: String, words: [String]), at span: Span
  ) -> Condition {
    let shared = words.filter(set.words.contains)
    if shared.isEmpty { report("type.disjoint", "`\(set.path)` can hold no value of `\(term)`", at: span) }
    return .some(shared.map { .every([Checker.among(term, [$0]), .atom(.member(set.path, $0))]) })
  }

  /// The fact of a type that an expression names.
  private func fact(_ expression: Expression, _ type: ValueType) -> String? {
    guard case .path(let path) = expression.kind, environment.schema[path]?.type == type else { return nil }
    return path
  }

  // MARK: has, within

  mutating func holding(_ left: Expression, _ quantifier: Expression.Quantifier?, _ right: Expression) -> Condition {
    let (term, type) = value(left)
    if type == .broken { return broken }
    guard case .fact(let path) = term else {
      mismatch(expected: "a set-valued fact", found: type, at: left.span)
      return broken
    }
    switch type {
    case .symbols(let words):
      if quantifier != nil, let other = symbolSet(right) {
        if quantifier == .all { return contained(other, in: (path, words)) }
        let shared = words.filter(other.words.contains)
        return Checker.quantify(
          quantifier, shared.map { .every([.atom(.member(path, $0)), .atom(.member(other.path, $0))]) })
      }
      return eachDated(right, as: { $0.words(in: $1, among: words) }) { values in
        Checker.quantify(quantifier, values.map { .atom(.member(path, $0)) })
      }
    case .places:
      return eachDated(right, as: { $0.places(in: $1) }) { values in
        quantifier == .all
          ? .every(values.map { .atom(.memberPlace(path, among: [$0])) })
          : Checker.quantify(quantifier, values.isEmpty ? [] : [.atom(.memberPlace(path, among: values))])
      }
    default:
      mismatch(
        expected: "a set-valued fact", found: type, at: left.span,
        help: type == .texts ? "ask whether a text is `in` them, or `contains any` of them" : nil)
      return broken
    }
  }

  private static func quantify(_ quantifier: Expression.Quantifier?, _ parts: [Condition]) -> Condition {
    switch quantifier {
    case nil, .any: .some(parts)
    case .all: .every(parts)
    case .no: .negated(.some(parts))
    }
  }

  /// Everything in `part` is in `whole`; words that `whole` cannot hold must not be there.
  private func contained(
    _ part: (path: String, words: [String]), in whole: (path: String, words: [String])
  ) -> Condition {
    .every(
      part.words.map { word in
        let isMissing = Condition.negated(.atom(.member(part.path, word)))
        return whole.words.contains(word) ? .some([isMissing, .atom(.member(whole.path, word))]) : isMissing
      })
  }

  /// `left within right`: everything in `left` is in `right`.
  mutating func subset(_ left: Expression, _ right: Expression) -> Condition {
    guard let set = symbolSet(left) else {
      mismatch(expected: "a set-valued fact", found: value(left).type, at: left.span)
      return broken
    }
    if let other = symbolSet(right) { return contained(set, in: other) }
    return eachDated(right, as: { $0.words(in: $1, among: set.words) }) { allowed in
      .every(set.words.filter { !allowed.contains($0) }.map { .negated(.atom(.member(set.path, $0))) })
    }
  }

  private func symbolSet(_ expression: Expression) -> (path: String, words: [String])? {
    guard case .path(let path) = expression.kind, case .symbols(let words)? = environment.schema[path]?.type else {
      return nil
    }
    return (path, words)
  }

  // MARK: < <= > >=

  mutating func comparison(_ left: Expression, _ ordering: Expression.Ordering, _ right: Expression) -> Condition {
    let (leftTerm, leftType) = value(left)
    if leftType == .broken {
      _ = value(right)
      return broken
    }
    if leftType == .interval, case .arithmetic(let later, .minus, let earlier) = leftTerm {
      let (period, type) = value(right)
      guard type == .period || type == .broken else {
        mismatch(expected: "a period such as `24h` or `1 month`", found: type, at: right.span)
        return broken
      }
      // A month has no fixed length, so `later - earlier <= 1 month` means `later <= earlier + 1 month`.
      return ordered(later, ordering, .arithmetic(earlier, .plus, period))
    }
    guard leftType.isOrdered else {
      mismatch(expected: "a number, a date or a time", found: leftType, at: left.span)
      return broken
    }
    let (rightTerm, rightType) = value(right)
    guard rightType == leftType || (leftType.isDate && rightType.isDate) else {
      mismatch(expected: leftType.name, found: rightType, at: right.span)
      return broken
    }
    return ordered(leftTerm, ordering, rightTerm)
  }

  private func ordered(_ left: Term, _ ordering: Expression.Ordering, _ right: Term) -> Condition {
    switch ordering {
    case .less: .atom(.compared(left, .less, right))
    case .atMost: .atom(.compared(left, .atMost, right))
    case .more: .atom(.compared(right, .less, left))
    case .atLeast: .atom(.compared(right, .atMost, left))
    }
  }

  private mutating func pair(
    _ term: Term, _ type: TermType, _ right: Expression, _ comparison: Comparison, at span: Span
  ) -> Condition {
    let (other, otherType) = value(right)
    guard otherType == type || (type.isDate && otherType.isDate) else {
      mismatch(expected: type.name, found: otherType, at: right.span)
      return broken
    }
    guard type != .interval, type != .period else {
      mismatch(expected: "a number, a text, a date or a time", found: type, at: span)
      return broken
    }
    return .atom(.compared(term, comparison, other))
  }

  // MARK: Sets written in place or as a parameter

  /// Builds a condition from the words of a set; where the set is a dated parameter, one for each interval. Before the
  /// first of them there is no set, and the condition cannot be computed.
  private mutating func eachDated(
    _ expression: Expression, as read: (inout Checker, Expression) -> [String]?, _ build: ([String]) -> Condition
  ) -> Condition {
    guard case .path(let name) = expression.kind, let parameter = environment.parameters[name] else {
      return read(&self, expression).map(build) ?? broken
    }
    var intervals: [Condition] = []
    for (index, dated) in parameter.values.enumerated() {
      guard case .words(let words) = dated.value else {
        mismatch(expected: "a set", found: dated.value.type, at: expression.span)
        return broken
      }
      let members = words.map { Expression(kind: .text($0), span: expression.span) }
      guard let values = read(&self, Expression(kind: .set(members), span: expression.span)) else { return broken }
      let day = Term.fact(Fact.sendingDate)
      var bounds = [Condition.atom(.compared(.constant(.date(dated.from)), .atMost, day))]
      if index + 1 < parameter.values.count {
        bounds.append(.atom(.compared(day, .less, .constant(.date(parameter.values[index + 1].from)))))
      }
      intervals.append(.every(bounds + [build(values)]))
    }
    if let first = parameter.values.first {
      let isBefore = Condition.atom(
        .compared(.fact(Fact.sendingDate), .less, .constant(.date(first.from))))
      intervals.append(.every([isBefore, .atom(.exists(.parameter(parameter)))]))
    }
    return .some(intervals)
  }

  private mutating func members(of expression: Expression) -> [Expression] {
    if case .set(let members) = expression.kind { members } else { [expression] }
  }

  /// The words of a set, each of which must be one of `known`; nil after a report.
  private mutating func words(in expression: Expression, among known: [String]) -> [String]? {
    var words: Set<String> = []
    for member in members(of: expression) {
      guard let word = word(member) else { return nil }
      guard known.contains(word) else {
        if reportsFact(member, expected: "a set of words") { return nil }
        let problem = UnknownWord(word, among: known)
        report("value.unknown", problem.message, at: member.span, help: problem.help)
        return nil
      }
      words.insert(word)
    }
    return words.sorted()
  }

  private mutating func places(in expression: Expression) -> [String]? {
    var places: Set<String> = []
    for member in members(of: expression) {
      guard let place = word(member) else { return nil }
      guard environment.schema.places.leaves(of: place) != nil else {
        if reportsFact(member, expected: "a set of places") { return nil }
        report(
          "place.unknown", "unknown place `\(place)`", at: member.span,
          help: suggestion(for: place, in: environment.schema.places.codes))
        return nil
      }
      places.insert(place)
    }
    return places.sorted()
  }

  /// Reports a fact that stands where a word is expected, and holds something else.
  private mutating func reportsFact(_ expression: Expression, expected: String) -> Bool {
    guard case .path(let path) = expression.kind, let type = environment.schema[path]?.type else { return false }
    mismatch(expected: expected, found: TermType(type), at: expression.span)
    return true
  }

  private mutating func texts(in expression: Expression) -> [String]? {
    var texts: [String] = []
    for member in members(of: expression) {
      guard let text = word(member) else { return nil }
      texts.append(text)
    }
    return texts
  }

  private mutating func word(_ expression: Expression) -> String? {
    switch expression.kind {
    case .path(let word), .text(let word): return word
    case .missing: return nil
    default:
      mismatch(expected: "a word", found: value(expression).type, at: expression.span)
      return nil
    }
  }
}
