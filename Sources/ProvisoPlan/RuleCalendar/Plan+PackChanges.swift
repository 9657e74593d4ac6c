import ProvisoLanguage
public import ProvisoModel
import ProvisoSource

extension Plan {
  /// What changes in the packs behind `first` and up to `last`, in the order of time and then of the packs.
  ///
  /// - Throws: when there is no memory to read texts with.
  public func packChanges(from first: CalendarDate, through last: CalendarDate) throws(ScanFailure) -> [PackChange] {
    var collection = PackChanges(self, DaySpan(first: first, last: last))
    try collection.addRules()
    collection.addReviews()
    return collection.changes
  }
}

/// Collects what changes in the packs of a plan.
private struct PackChanges {
  private struct Key: Hashable {
    let date: CalendarDate
    let pack: Int
    let kind: PackChange.Kind
  }

  private let plan: Plan
  private let span: DaySpan
  private var order: [Key] = []
  private var rules: [Key: [PackChange.Rule]] = [:]

  init(_ plan: Plan, _ span: DaySpan) {
    self.plan = plan
    self.span = span
  }

  var changes: [PackChange] {
    // What changes on one day of one pack stands in the order of its rules.
    order.enumerated().sorted {
      ($0.element.date, $0.element.pack, $0.offset) < ($1.element.date, $1.element.pack, $1.offset)
    }
    .map { _, key in
      PackChange(date: key.date, kind: key.kind, packID: plan.packs[key.pack].id, rules: rules[key] ?? [])
    }
  }

  private mutating func add(_ kind: PackChange.Kind, on date: CalendarDate, pack: Int, _ rule: PackChange.Rule? = nil) {
    guard span.hasAsNew(date) else { return }
    let key = Key(date: date, pack: pack, kind: kind)
    if rules[key] == nil {
      order.append(key)
      rules[key] = []
    }
    guard let rule, rules[key]?.contains(rule) == false else { return }
    rules[key]?.append(rule)
  }

  mutating func addReviews() {
    for (number, pack) in plan.packs.enumerated() {
      add(.review(version: pack.version), on: pack.reviewDue, pack: number)
    }
  }

  mutating func addRules() throws(ScanFailure) {
    let nothing = Draft(segments: [], facts: Facts(), source: SourceFile(name: "", bytes: []))
    let text = try DraftText(nothing, plan.texts)
    for rule in plan.rules where !rule.isOff {
      let named = PackChange.Rule(id: rule.id, title: rule.title, level: rule.level, citations: rule.citations)
      if let from = rule.from { add(.begins, on: from, pack: rule.pack, named) }
      if let end = rule.until?.adding(days: 1) { add(.ends, on: end, pack: rule.pack, named) }
      let dates = RuleDates(rule.table)
      for parameter in dates.parameters { add(parameter, to: rule, named) }
      let stretches = span.stretches(before: dates.parameters.flatMap(\.values).map(\.from))
      for comparison in dates.comparisons {
        for day in Plan.days(in: comparison.other) {
          let turns = comparison.replacing(day.term, with: day.date).turns(in: stretches) { date in
            Evaluator(Situation(schema: plan.schema, facts: [:], date: date, draft: text))
          }
          for turn in turns where rule.isInForce(on: turn) && day.isInForce(on: turn) {
            add(.day(name: day.name, day.date), on: turn, pack: rule.pack, named)
          }
        }
      }
    }
  }

  private mutating func add(_ parameter: Parameter, to rule: PlannedRule, _ named: PackChange.Rule) {
    for (number, dated) in parameter.values.enumerated() where rule.isInForce(on: dated.from) {
      let before = number > 0 ? parameter.values[number - 1].value : nil
      guard before != dated.value else { continue }
      let kind = PackChange.Kind.parameter(
        name: parameter.name, before: before?.description, after: dated.value.description)
      add(kind, on: dated.from, pack: rule.pack, named)
    }
  }
}

extension Plan {
  /// A day that stands in a pack.
  fileprivate struct WrittenDay {
    /// What has it as its value.
    let term: Term
    /// How it is called: `graph-api-end[v21.0]`; nil for a day written in a rule.
    let name: String?
    let date: CalendarDate
    /// For a parameter whether the day is its value then.
    func isInForce(on day: CalendarDate) -> Bool {
      guard case .parameter(let parameter) = term else { return true }
      return parameter.value(on: day) == .date(date)
    }
  }

  /// The days from which a value is computed.
  fileprivate static func days(in term: Term) -> [WrittenDay] {
    var days: [WrittenDay] = []
    term.forEachTerm { part in
      func add(_ name: String?, _ literal: Literal) {
        if case .date(let date) = literal { days.append(WrittenDay(term: part, name: name, date: date)) }
      }
      switch part {
      case .constant(let literal): add(nil, literal)
      case .parameter(let parameter): for dated in parameter.values { add(parameter.name, dated.value) }
      case .lookup(let table, _):
        for (key, value) in table.rows.sorted(by: { $0.key < $1.key }) { add("\(table.name)[\(key)]", value) }
      default: break
      }
    }
    return days
  }
}
