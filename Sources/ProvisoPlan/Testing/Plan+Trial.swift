public import ProvisoLanguage
public import ProvisoModel
public import ProvisoPacks

extension Plan {
  /// Tries what each test of a rule changes for a draft.
  ///
  /// - Parameters:
  ///   - table: the rule as it is written.
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for while its planned sending day is not known.
  /// - Returns: one trial for each group of places that the rules of the plan tell apart; none when the rule is not in
  ///   force.
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func trials(
    of rule: Rule, _ table: WrittenTable, _ draft: Draft, facts: Facts, asOf day: CalendarDate
  ) throws(ScanFailure) -> [Trial] {
    let declared = draft.facts.overridden(by: facts)
    var date = day
    if case .known(.instant(let planned))? = declared[Fact.plannedSending] { date = planned.date }
    guard rule.isInForce(on: date) else { return [] }
    let text = try DraftText(draft, texts)
    return audiences.groups(declared).map { group in
      let states = audiences.states(declared, of: group)
      return Evaluator(Situation(schema: schema, facts: states, date: date, draft: text)).trial(of: table)
    }
  }
}
