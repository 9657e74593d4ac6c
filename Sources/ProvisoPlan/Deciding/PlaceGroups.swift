import ProvisoModel

/// The groups of the places that a draft goes to, with what is known of the place in each.
final class PlaceGroups: Sendable {
  let groups: [AudienceGrouping.Group]
  /// For each group what is declared for it alone.
  let states: [[String: FactState]]
  /// For each group what is possible of the variable that asks for the place; empty where no rule asks.
  let masks: [UInt64]
  /// What the groups hang on: the declared places, and the facts whose places rules distinguish. Empty where they hang
  /// on more.
  private let places: [String]
  private let setFacts: [FactState?]

  /// The only group while no place is declared.
  static let undeclared = PlaceGroups()

  private init() {
    groups = [AudienceGrouping.Group(places: [], audience: nil)]
    states = [[:]]
    (masks, places, setFacts) = ([], [], [])
  }

  /// The groups of the declared places.
  ///
  /// - Parameters:
  ///   - first: what the draft states; `second` was declared besides, and stands in front.
  ///   - last: the groups of the draft before, which are often the same.
  static func of(
    _ first: Facts, _ second: Facts, _ audiences: [Facts.Audience], _ plan: Plan, after last: PlaceGroups
  ) -> PlaceGroups {
    func state(_ path: String) -> FactState? { second.states[path] ?? first.states[path] }
    var places: [String] = []
    if let path = plan.audiences.places, case .known(.places(let codes))? = state(path) { places = codes }
    let paths = plan.audiences.setFacts
    if audiences.isEmpty, !last.places.isEmpty, last.places == places,
      paths.indices.allSatisfy({ last.setFacts[$0] == state(paths[$0]) })
    {
      return last
    }
    return PlaceGroups(places, paths.map(state), audiences, plan, state)
  }

  private init(
    _ places: [String], _ setFacts: [FactState?], _ audiences: [Facts.Audience], _ plan: Plan,
    _ state: (String) -> FactState?
  ) {
    groups = plan.audiences.groups(places, audiences, state: state)
    states = groups.map { plan.audiences.ownStates(audiences, of: $0) }
    masks = plan.compiled.placeVariable == nil ? [] : groups.map { plan.compiled.placeMask($0.places.first) }
    // What hangs on audiences with facts of their own is not looked up again.
    self.places = audiences.isEmpty ? places : []
    self.setFacts = setFacts
  }
}
