import ProvisoModel

/// The values of unknown facts that a rule can tell apart, one example of each kind.
///
/// A rule that only asks `consent.status in [explicit, given]` needs two values of that fact, not seven; one that
/// only asks `x <= 3` needs one below and one above.
struct Domains {
  private let interpreter: Interpreter
  private var symbols: [String: [[String]]] = [:]
  private var places: [String: [Set<String>]] = [:]
  private var thresholds: [String: Set<Operand>] = [:]

  init(_ table: DecisionTable, _ interpreter: Interpreter) {
    self.interpreter = interpreter
    for row in table.rows { collect(row.condition, interpreter) }
  }

  private mutating func collect(_ condition: Condition, _ interpreter: Interpreter) {
    switch condition {
    case .constant: break
    case .not(let inner): collect(inner, interpreter)
    case .all(let parts), .any(let parts): for part in parts { collect(part, interpreter) }
    case .atom(.anyItem(let list, let inner)):
      for item in interpreter.situation.draft.items(list) { collect(inner, interpreter.inside(item)) }
    case .atom(.symbol(let path, let words)): symbols[path, default: []].append(words)
    case .atom(.place(let path, let among)): places[path, default: []].append(interpreter.leaves(of: among))
    case .atom(.placeIn(let path, let fact)):
      guard case .known(.places(let among))? = interpreter.state(fact) else { break }
      places[path, default: []].append(interpreter.leaves(of: among))
    case .atom(.compared(let left, _, let right)):
      if case .fact(let path) = left, case .known(let operand) = interpreter.value(right) {
        thresholds[path, default: []].insert(operand)
      }
      if case .fact(let path) = right, case .known(let operand) = interpreter.value(left) {
        thresholds[path, default: []].insert(operand)
      }
    case .atom: break
    }
  }

  func values(_ variable: Variable) -> [Interpreter.Guess] {
    guard case .fact(let path) = variable, let definition = interpreter.situation.schema[path] else {
      return [.truth(false), .truth(true)]
    }
    let known: [Value]
    switch definition.type {
    case .truth: known = [.truth(false), .truth(true)]
    case .symbol(let words):
      known = representatives(words) { word in (symbols[path] ?? []).map { $0.contains(word) } }.map(Value.symbol)
    case .place:
      known = representatives(candidates(path)) { leaf in (places[path] ?? []).map { $0.contains(leaf) } }
        .map(Value.place)
    case .number, .date, .instant, .time: known = samples(path, definition.type)
    case .text, .texts, .symbols, .places: known = []
    }
    // A place that is known in part is there.
    let canBeAbsent = definition.canBeAbsent && interpreter.state(path) == nil
    return (canBeAbsent ? [.state(.absent)] : []) + known.map { .state(.known($0)) }
  }

  private func representatives(_ words: [String], _ signature: (String) -> [Bool]) -> [String] {
    var seen: Set<[Bool]> = []
    return words.filter { seen.insert(signature($0)).inserted }
  }

  private func candidates(_ path: String) -> [String] {
    let table = interpreter.situation.schema.places
    guard case .known(.place(let place))? = interpreter.state(path) else { return table.leaves }
    return table.leaves(of: place)?.sorted() ?? [place]
  }

  /// For every threshold a value below, at and above it.
  private func samples(_ path: String, _ type: ValueType) -> [Value] {
    var values: Set<Value> = []
    for threshold in thresholds[path] ?? [] {
      switch (threshold, type) {
      case (.number(let number), _):
        values.formUnion([number.predecessor, number, number.successor].compactMap { $0.map(Value.number) })
      case (.date(let date), .date): values.formUnion((-1...1).map { .date(CalendarDate(day: date.day + $0)) })
      case (.instant(let instant), .date):
        values.formUnion((-1...1).map { .date(CalendarDate(day: instant.date.day + $0)) })
      case (.date(let date), _):
        values.formUnion((-1...1).map { .instant(Instant(seconds: (date.day + $0) * 86_400 + 43_200)) })
      case (.instant(let instant), _):
        values.formUnion((-1...1).map { .instant(Instant(seconds: instant.seconds + $0)) })
      case (.time(let time), _):
        values.formUnion((-1...1).compactMap { TimeOfDay(minutes: time.minutes + $0).map(Value.time) })
      case (.text, _), (.period, _), (.words, _): break
      }
    }
    if values.isEmpty, let any = Domains.anything(type) { values = [any] }
    return values.sorted { $0.description < $1.description }
  }

  private static func anything(_ type: ValueType) -> Value? {
    switch type {
    case .number: .number(Number(0))
    case .date: .date(CalendarDate(day: 0))
    case .instant: .instant(Instant(seconds: 0))
    case .time: TimeOfDay(minutes: 0).map(Value.time)
    default: nil
    }
  }
}
