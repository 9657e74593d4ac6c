public import ProvisoModel
public import ProvisoSource
import ProvisoLanguage
import ProvisoPacks
import ProvisoPlan

/// What a rule demands, for people.
public struct RuleExplanation: Sendable {
  /// The whole explanation, several lines of plain text.
  public let text: String
}

extension Engine {
  /// The ids of all rules, in the order of the packs.
  public var ruleIDs: [String] { plan.rules.map(\.id) }

  /// The packs whose rules take part, read again: a plan keeps no tests and no clauses.
  var runningPacks: [Pack] { checkedPacks.running(in: self) }

  /// All packs of the engine, those that are only imported too, read again.
  package var checkedPacks: PackLibrary.Checked { library.check(schema) }

  /// What the packs of this build cover and leave out.
  package static var coverageFile: SourceFile { BuiltIn.coverage }

  /// What a rule demands, why, from where, and its tests; nil when there is no such rule.
  public func explanation(of id: String) -> RuleExplanation? {
    for pack in runningPacks {
      if let rule = pack.rules.first(where: { $0.id == id }) {
        return RuleExplanation(rule, pack, takenAs: plan.rules.first { $0.id == id }?.override)
      }
    }
    return nil
  }

  /// Evaluates an expression, for each place the draft goes to.
  ///
  /// It may use the names of all packs that take part; of a name that means different things, the first pack's counts.
  /// The shared vocabularies of this build stand behind them.
  ///
  /// - Returns: one line an answer, or the problems of the expression.
  public func evaluate(
    expression: String, on draft: Draft, facts: Facts, asOf day: CalendarDate
  ) -> (lines: [String], problems: [Diagnostic]) {
    let source = ExpressionSource(expression)
    let checked = library.check(schema, needed: BuiltIn.sharedPacks)
    let (inquiry, problems) = Checker.inquiry(source, in: checked.sharedNames(schema))
    guard let inquiry else { return ([], problems) }
    // A plan looks only for what its rules ask for.
    let (asking, unusable) = Plan.compile(
      checked.packs, running: [], schema: schema, answering: [inquiry.needs], matching: source.patternUses)
    guard let plan = asking else {
      let own = unusable.filter { $0.file == source.file }
      return (own.isEmpty ? ["cannot be evaluated: the packs cannot be compiled"] : [], own)
    }
    do {
      return (try plan.answers(inquiry, draft, facts: facts, asOf: day), [])
    } catch {
      return (["cannot be evaluated: \(error.message)"], [])
    }
  }
}

extension RuleExplanation {
  fileprivate init(_ rule: Rule, _ pack: Pack, takenAs override: LevelOverride?) {
    var lines = ["\(rule.id): \(rule.title)"]
    if let description = rule.description { lines += ["", description] }
    lines += ["", "Level: \(rule.level.rawValue). Confidence in the law: \(rule.confidence.rawValue)."]
    switch override {
    case nil: break
    case .off: lines.append("Switched off here.")
    case .level(let level): lines.append("Taken as \(level.rawValue) here.")
    }
    lines.append(RuleExplanation.interval(rule))
    lines += ["", "Decided so:"] + rule.clauses.map { "  \($0.key): \($0.text)" }
    for ruleCase in rule.cases {
      lines += ["", "Says (\(ruleCase.level.rawValue)): \(ruleCase.message.filled { "{\($0)}" })"]
      if let advice = ruleCase.advice { lines.append("Mend it: \(advice.filled { "{\($0)}" })") }
      if ruleCase.confidence != rule.confidence {
        lines.append("Confidence in the law: \(ruleCase.confidence.rawValue).")
      }
      if ruleCase.citations != rule.citations { lines += RuleExplanation.sources(ruleCase.citations) }
    }
    lines += [""] + RuleExplanation.sources(rule.citations)
    let facts = rule.table.rows.reduce(into: Set<String>()) { $0.formUnion($1.condition.factsRead) }
    if !facts.isEmpty { lines += ["", "Reads the facts: \(facts.sorted().joined(separator: ", "))"] }
    lines += ["", "Tests:"] + rule.tests.map { "  \($0.want.rawValue): \($0.name)" }
    lines += ["", "Pack \(pack.id) \(pack.version), sources read on \(pack.verified), again by \(pack.reviewDue)."]
    text = lines.joined(separator: "\n")
  }

  private static func sources(_ citations: [Citation]) -> [String] {
    ["Rests on:"] + citations.map { "  \($0.title), \($0.locator)\n    \($0.url)" }
  }

  private static func interval(_ rule: Rule) -> String {
    switch (rule.from, rule.until) {
    case (nil, nil): "In force: always."
    case (let from?, nil): "In force since \(from)."
    case (nil, let until?): "In force until \(until)."
    case (let from?, let until?): "In force from \(from) to \(until)."
    }
  }
}
