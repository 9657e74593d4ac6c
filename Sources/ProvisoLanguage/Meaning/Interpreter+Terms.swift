import ProvisoModel

/// A value while a rule is evaluated.
enum Operand: Hashable {
  case number(Number)
  case text(String)
  case date(CalendarDate)
  case instant(Instant)
  case time(TimeOfDay)
  case period(Period)
  case words([String])

  init(_ literal: Literal) {
    switch literal {
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .date(let date): self = .date(date)
    case .time(let time): self = .time(time)
    case .period(let period): self = .period(period)
    case .words(let words): self = .words(words)
    }
  }

  init?(_ value: Value) {
    switch value {
    case .truth: return nil
    case .number(let number): self = .number(number)
    case .text(let text), .symbol(let text), .place(let text): self = .text(text)
    case .texts(let words), .symbols(let words), .places(let words): self = .words(words)
    case .date(let date): self = .date(date)
    case .instant(let instant): self = .instant(instant)
    case .time(let time): self = .time(time)
    }
  }

  /// Whether the two stand as `comparison` says; values of different types never do. A moment is compared with a day
  /// by its own day.
  func stands(_ comparison: Comparison, to other: Operand) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): comparison.holds(left, right)
    case (.date(let left), .date(let right)): comparison.holds(left, right)
    case (.instant(let left), .instant(let right)): comparison.holds(left, right)
    case (.date(let left), .instant(let right)): comparison.holds(left, right.date)
    case (.instant(let left), .date(let right)): comparison.holds(left.date, right)
    case (.time(let left), .time(let right)): comparison.holds(left, right)
    case (.text(let left), .text(let right)): comparison == .equal && left == right
    default: false
    }
  }
}

extension Operand: CustomStringConvertible {
  var description: String {
    switch self {
    case .number(let value): value.description
    case .text(let value): value
    case .date(let value): value.description
    case .instant(let value): value.description
    case .time(let value): value.description
    case .period(let value): value.description
    case .words(let values): values.joined(separator: ", ")
    }
  }
}

extension Literal: CustomStringConvertible {
  /// The value as it is shown to people.
  public var description: String { Operand(self).description }
}

extension Comparison {
  /// Whether two values stand so.
  public func holds<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Bool {
    switch self {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    }
  }
}

extension Interpreter {
  enum TermValue {
    case known(Operand)
    case absent
    /// It depends on unknown facts.
    case open
    case failed(EvaluationError)

    init(_ operand: Operand?) { self = operand.map(TermValue.known) ?? .absent }
  }

  func value(_ term: Term) -> TermValue {
    switch term {
    case .constant(let literal): return .known(Operand(literal))
    case .fact(let path):
      switch state(path) {
      case .known(let value): return TermValue(Operand(value))
      case .absent: return .absent
      case nil: return .open
      }
    case .field(let name): return TermValue(field(name).flatMap(Operand.init))
    case .text(let subject): return text(subject)
    case .parameter(let parameter):
      return parameter.value(on: situation.date).map { .known(Operand($0)) }
        ?? .failed(.noValueInForce(parameter: parameter.name))
    case .measure(let measure, let subject): return measured(measure, subject)
    case .mentions(let scope, let mention):
      return .known(.number(Number(situation.draft.phraseCount(mention, in: scope))))
    case .count(let list, let condition): return counted(list, condition) { $0.filter(\.self).count }
    case .runs(let list, let condition): return counted(list, condition, Interpreter.runs)
    case .lookup(let table, let key):
      guard case .known(let key) = value(key) else { return value(key) }
      return TermValue(table.rows[key.description].map(Operand.init))
    case .arithmetic(let left, let sign, let right): return arithmetic(value(left), sign, value(right))
    case .weekday(let date): return weekday(value(date))
    }
  }

  private func text(_ subject: TextSubject) -> TermValue {
    switch subject {
    case .scope(let scope): TermValue(situation.draft.text(of: scope).map(Operand.text))
    case .fact(let path): value(.fact(path))
    case .field(let name): value(.field(name))
    case .item: TermValue(field("text").flatMap(Operand.init))
    }
  }

  private func measured(_ measure: Measure, _ subject: TextSubject) -> TermValue {
    if case .fact(let path) = subject, state(path) == nil { return .open }
    guard let resolved = resolve(subject) else { return .absent }
    return .known(.number(situation.draft.measure(measure, of: resolved)))
  }

  private func counted(_ list: ItemList, _ condition: Condition, _ count: ([Bool]) -> Int) -> TermValue {
    var held: [Bool] = []
    for item in situation.draft.items(list) {
      switch inside(item).truth(condition) {
      case .yes: held.append(true)
      case .no: held.append(false)
      case .open: return .open
      case .failed(let error): return .failed(error)
      }
    }
    return .known(.number(Number(count(held))))
  }

  private func weekday(_ date: TermValue) -> TermValue {
    switch date {
    case .known(.date(let date)): .known(.text(date.weekdayName))
    case .known(.instant(let instant)): .known(.text(instant.date.weekdayName))
    case .known: .absent
    case .absent, .open, .failed: date
    }
  }

  private static func runs(_ held: [Bool]) -> Int {
    zip(held, [false] + held).filter { $0 && !$1 }.count
  }

  private func arithmetic(_ left: TermValue, _ sign: Arithmetic, _ right: TermValue) -> TermValue {
    switch (left, right) {
    case (.failed, _): return left
    case (_, .failed): return right
    case (.absent, _), (_, .absent): return .absent
    case (.open, _), (_, .open): return .open
    case (.known(let left), .known(let right)): return computed(left, sign, right)
    }
  }

  private func computed(_ left: Operand, _ sign: Arithmetic, _ right: Operand) -> TermValue {
    let result: Operand?
    switch (left, right) {
    case (.number(let left), .number(let right)):
      if sign == .over, right == Number(0) { return .failed(.divisionByZero) }
      result = left.computed(sign, right).map(Operand.number)
    case (.date(let date), .period(let period)):
      // A period below a day turns a date into a moment, counted from midnight.
      if [.minutes, .hours].contains(period.unit) {
        result = period.after(Instant(seconds: date.day * 86_400), sign: sign == .minus ? -1 : 1).map(Operand.instant)
      } else {
        result = period.after(date, sign: sign == .minus ? -1 : 1).map(Operand.date)
      }
    case (.instant(let instant), .period(let period)):
      result = period.after(instant, sign: sign == .minus ? -1 : 1).map(Operand.instant)
    default: result = nil
    }
    return result.map(TermValue.known) ?? .failed(.overflow)
  }
}

extension Number {
  fileprivate func computed(_ sign: Arithmetic, _ other: Number) -> Number? {
    switch sign {
    case .plus: adding(other)
    case .minus: subtracting(other)
    case .times: multiplied(by: other)
    case .over: divided(by: other)
    }
  }
}
