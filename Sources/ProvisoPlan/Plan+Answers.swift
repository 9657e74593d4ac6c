public import ProvisoLanguage
public import ProvisoModel

extension Plan {
  /// What an expression comes to for a draft: one line an answer, one answer for each group of places that it tells
  /// apart.
  ///
  /// - Throws: when the text cannot be scanned, which takes a lack of memory.
  public func answers(
    _ inquiry: Inquiry, _ draft: Draft, facts: Facts, asOf day: CalendarDate
  ) throws(ScanFailure) -> [String] {
    let text = try DraftText(draft, texts)
    let declared = draft.facts.overridden(by: facts)
    let table = DecisionTable(rows: [.init(inquiry.needs, .pass)], otherwise: .fail(0))
    let grouping = AudienceGrouping([table], schema)
    let namesPlaces = grouping.isAsked(by: table)
    return grouping.groups(declared).flatMap { group in
      let states = grouping.states(declared, of: group)
      let evaluator = Evaluator(Situation(schema: schema, facts: states, date: day, draft: text))
      let places = namesPlaces ? group.places : []
      switch inquiry {
      case .condition:
        return [Plan.line(places, Plan.answer(table, evaluator))]
      case .value(let term, let type):
        // What a value is made of is the place itself, so that places which conditions do not tell apart differ.
        guard let place = grouping.place, !places.isEmpty else {
          return ["\(evaluator.description(of: term)) (\(type))"]
        }
        return places.map { code in
          let states = states.merging([place: .known(.place(code))]) { _, own in own }
          let evaluator = Evaluator(Situation(schema: schema, facts: states, date: day, draft: text))
          return Plan.line([code], "\(evaluator.description(of: term)) (\(type))")
        }
      }
    }
  }

  private static func line(_ places: [String], _ answer: String) -> String {
    places.isEmpty ? answer : "\(places.joined(separator: ", ")): \(answer)"
  }

  private static func answer(_ table: DecisionTable, _ evaluator: Evaluator) -> String {
    switch evaluator.decide(table) {
    case .decided(let result):
      let reasons = evaluator.explain(table, [result]).reasons.joined(separator: "; ")
      return (result == .pass ? "yes" : "no") + (reasons.isEmpty ? "" : " (\(reasons))")
    case .broken: return "no"
    case .undetermined(let open): return "unknown, depends on \(open.missingFacts.joined(separator: ", "))"
    case .failed(let error): return "cannot be computed: \(error.message)"
    }
  }
}
