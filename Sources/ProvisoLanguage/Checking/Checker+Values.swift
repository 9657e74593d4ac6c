import ProvisoModel
import ProvisoSource

extension Checker {
  /// Stands for a value that has been reported.
  private var brokenValue: (term: Term, type: TermType) { (.constant(.number(Number(0))), .broken) }

  /// The value of an expression and its type.
  mutating func value(_ expression: Expression) -> (term: Term, type: TermType) {
    switch expression.kind {
    case .path(let path): return named(value: path, at: expression.span)
    case .number(let number), .percentage(let number): return (.constant(.number(number)), .number)
    case .text(let text): return (.constant(.text(text)), .text)
    case .date(let date): return (.constant(.date(date)), .date)
    case .time(let time): return (.constant(.time(time)), .time)
    case .period(let period): return (.constant(.period(period)), .period)
    case .minus(let inner):
      return arithmetic((.constant(.number(Number(0))), .number), .minus, inner, at: expression.span)
    case .sum(let first, let operations), .product(let first, let operations):
      var result = value(first)
      for operation in operations {
        result = arithmetic(result, Arithmetic(operation.sign), operation.operand, at: operation.operand.span)
      }
      return result
    case .call(let name, let arguments): return call(name, arguments)
    case .lookup(let name, let key): return lookup(name, key)
    case .set: return (.constant(.words([])), .words)
    case .missing: return brokenValue
    case .vocabulary(let vocabulary):
      report("type.mismatch", "a vocabulary is asked for with `mentions`", at: vocabulary.span)
      return brokenValue
    default:
      let before = diagnostics.count
      _ = condition(expression)
      return (brokenValue.term, diagnostics.count == before ? .truth : .broken)
    }
  }

  private mutating func named(value path: String, at span: Span) -> (term: Term, type: TermType) {
    if let item {
      if path == "text", item == .button || item == .card { return (.text(.item), .text) }
      if let type = environment.schema.fields["\(item.rawValue).\(path)"] {
        return type == .truth ? (brokenValue.term, .truth) : (.field(path), TermType(type))
      }
    }
    if let scope = TextScope(rawValue: path) { return (.text(.scope(scope)), .text) }
    if let definition = environment.schema[path] {
      return definition.type == .truth ? (brokenValue.term, .truth) : (.fact(path), TermType(definition.type))
    }
    if let parameter = environment.parameters[path] {
      return (.parameter(parameter), parameter.values.first?.value.type ?? .broken)
    }
    if environment.definitions[path] != nil || Checker.truths[path] != nil { return (brokenValue.term, .truth) }
    if let kind = ItemKind.allCases.first(where: { $0.plural == path }) {
      report(
        "type.list", "`\(path)` is a list and no value", at: span,
        help: "ask `count(\(path))`, or `any \(kind.rawValue) (…)`")
      return brokenValue
    }
    let fields = item.map { kind in
      environment.schema.fields.keys.filter { $0.hasPrefix("\(kind.rawValue).") }
        .map { String($0.dropFirst(kind.rawValue.count + 1)) }.sorted()
    }
    report(
      "name.unknown", "unknown name `\(path)`", at: span,
      help: suggestion(for: path, in: (fields ?? []) + environment.names))
    return brokenValue
  }

  private mutating func arithmetic(
    _ left: (term: Term, type: TermType), _ sign: Arithmetic, _ right: Expression, at span: Span
  ) -> (term: Term, type: TermType) {
    let (term, type) = value(right)
    guard left.type != .broken, type != .broken else { return brokenValue }
    let result: TermType
    switch (left.type, sign, type) {
    case (.number, _, .number): result = .number
    case (.date, .plus, .period), (.date, .minus, .period): result = .date
    case (.instant, .plus, .period), (.instant, .minus, .period): result = .instant
    case (.date, .minus, _) where type.isDate, (.instant, .minus, _) where type.isDate: result = .interval
    default:
      report("type.arithmetic", "cannot compute \(left.type.name) `\(sign.rawValue)` \(type.name)", at: span)
      return brokenValue
    }
    return (.arithmetic(left.term, sign, term), result)
  }

  private mutating func lookup(_ name: Expression.Name, _ key: Expression) -> (term: Term, type: TermType) {
    let (term, type) = value(key)
    guard let table = environment.tables[name.text] else {
      report(
        "table.unknown", "unknown table `\(name.text)`", at: name.span,
        help: suggestion(for: name.text, in: environment.tables.keys.sorted()))
      return brokenValue
    }
    switch type {
    case .text, .symbol, .place: return (.lookup(table, term), table.rows.values.first?.type ?? .broken)
    case .broken: return brokenValue
    default:
      mismatch(expected: "a text, a word or a place", found: type, at: key.span)
      return brokenValue
    }
  }

  // MARK: Functions

  /// The functions of the language, by name.
  static let functions =
    Measure.allCases.map(\.rawValue) + ["count", "runs", "mentions", "weekday"]

  private mutating func call(_ name: Expression.Name, _ arguments: [Expression]) -> (term: Term, type: TermType) {
    switch name.text {
    case "count": return counted(name, arguments, Term.count, least: 1)
    case "runs": return counted(name, arguments, Term.runs, least: 2)
    case "mentions": return distinctMentions(name, arguments)
    case "weekday": return weekday(name, arguments)
    default:
      guard let measure = Measure(rawValue: name.text) else {
        report(
          "function.unknown", "unknown function `\(name.text)`", at: name.span,
          help: suggestion(for: name.text, in: Checker.functions)
            ?? "functions: \(Checker.functions.sorted().joined(separator: ", "))")
        return brokenValue
      }
      return measured(measure, name, arguments)
    }
  }

  private mutating func measured(
    _ measure: Measure, _ name: Expression.Name, _ arguments: [Expression]
  ) -> (term: Term, type: TermType) {
    var arguments = arguments
    if measure == .uppercaseShare {
      guard case .path("uppercase")? = arguments.popLast()?.kind else {
        return wrongArguments(name, "a text and the word `uppercase`")
      }
    }
    guard arguments.count == 1, let text = arguments.first else { return wrongArguments(name, "one text") }
    return subject(text).map { (.measure(measure, $0), .number) } ?? brokenValue
  }

  private mutating func counted(
    _ name: Expression.Name, _ arguments: [Expression], _ term: (ItemList, Condition) -> Term, least: Int
  ) -> (term: Term, type: TermType) {
    guard least...2 ~= arguments.count, let first = arguments.first else {
      return wrongArguments(name, "a list\(least == 2 ? " and a condition" : " and, if wanted, a condition")")
    }
    guard let list = list(first) else { return brokenValue }
    let condition = arguments.count == 2 ? inside(list.kind) { $0.condition(arguments[1]) } : .constant(true)
    return (term(list, condition), .number)
  }

  /// `buttons`, or `variables(body)` for those in one part of the message.
  private mutating func list(_ expression: Expression) -> ItemList? {
    if case .path(let name) = expression.kind, let kind = ItemKind.allCases.first(where: { $0.plural == name }) {
      return ItemList(kind: kind, part: nil)
    }
    if case .call(let name, let arguments) = expression.kind, arguments.count == 1,
      let kind = ItemKind.allCases.first(where: { $0.plural == name.text }),
      case .path(let part) = arguments[0].kind, let scope = TextScope(rawValue: part)
    {
      return ItemList(kind: kind, part: scope == .text ? nil : scope)
    }
    report(
      "type.list", "expected a list", at: expression.span,
      help: "lists: \(ItemKind.allCases.map(\.plural).joined(separator: ", ")); also `variables(body)`")
    return nil
  }

  private mutating func distinctMentions(
    _ name: Expression.Name, _ arguments: [Expression]
  ) -> (term: Term, type: TermType) {
    guard arguments.count == 2, case .path(let part) = arguments[0].kind, let scope = TextScope(rawValue: part),
      case .vocabulary(let vocabulary) = arguments[1].kind
    else { return wrongArguments(name, "a part of the message and a vocabulary") }
    return mention([vocabulary]).map { (.mentions(scope, $0), .number) } ?? brokenValue
  }

  private mutating func weekday(
    _ name: Expression.Name, _ arguments: [Expression]
  ) -> (term: Term, type: TermType) {
    guard arguments.count == 1, let date = arguments.first else { return wrongArguments(name, "one date") }
    let (term, type) = value(date)
    guard type.isDate else {
      mismatch(expected: "a date", found: type, at: date.span)
      return brokenValue
    }
    return (.weekday(term), .symbol(CalendarDate.weekdays))
  }

  private mutating func wrongArguments(_ name: Expression.Name, _ wanted: String) -> (term: Term, type: TermType) {
    report("function.arguments", "`\(name.text)` takes \(wanted)", at: name.span)
    return brokenValue
  }
}

extension Arithmetic {
  fileprivate init(_ sign: Expression.Operation.Sign) {
    switch sign {
    case .plus: self = .plus
    case .minus: self = .minus
    case .times: self = .times
    case .over: self = .over
    }
  }
}

// MARK: Reporting

extension Checker {
  mutating func report(_ id: String, _ message: String, at span: Span, help: String? = nil) {
    diagnostics.append(source.diagnostic(id, message, at: span, help: help))
  }

  mutating func mismatch(expected: String, found: TermType, at span: Span, help: String? = nil) {
    guard found != .broken else { return }
    report("type.mismatch", "expected \(expected), found \(found.name)", at: span, help: help)
  }
}
