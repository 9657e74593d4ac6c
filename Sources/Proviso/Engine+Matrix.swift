public import ProvisoModel
import ProvisoPlan

extension Engine {
  /// Judges a draft for many places in one pass over its text.
  ///
  /// Places that no rule can tell apart are judged together, so 250 of them cost little more than a few.
  ///
  /// - Parameters:
  ///   - places: leaves of the schema's places. If empty, those that the facts declare; without any, all leaves.
  ///   - facts: what is declared besides what the draft itself states. Facts of an audience in a larger place hold in
  ///     each part of it.
  ///   - grouped: whether places of which the rules say the same share a row.
  public func matrix(
    of draft: Draft, facts: Facts = Facts(), places: [String] = [], asOf day: CalendarDate, grouped: Bool = true
  ) -> Matrix {
    let table = schema.places
    let declared = draft.facts.overridden(by: facts)
    let places = places.isEmpty ? self.places(declared) : places
    var everywhere = declared.spread(over: places, in: table)
    if let path = plan.declaredPlaces { everywhere[path] = .known(.places(places)) }
    var draft = draft
    draft.facts = everywhere
    let judged = judge(draft, facts: Facts(), asOf: day)
    return Matrix(judged.report, date: judged.date, places: places, in: table, grouped: grouped)
  }

  /// The leaves that facts declare as places of the recipients; all there are where they declare none.
  private func places(_ facts: Facts) -> [String] {
    var codes = facts.audiences.flatMap(\.places)
    if let path = plan.declaredPlaces, case .known(.places(let declared))? = facts[path] { codes += declared }
    let leaves = try? schema.places.leaves(of: codes)
    return leaves.flatMap { $0.isEmpty ? nil : $0 } ?? schema.places.leaves
  }
}
