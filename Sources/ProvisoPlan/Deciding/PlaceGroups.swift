import ProvisoModel

/// The groups of the places that a draft goes to, with what is known of the place in each.
final class PlaceGroups: Sendable {
  let groups: [AudienceGrouping.Group]
  /// For each group what is possible of the variable that asks for the place; empty where no rule asks.
  let masks: [UInt64]
  private let places: [String]
  private let states: [FactState?]

  /// The only group while no place is declared.
  static let undeclared = PlaceGroups()

  private init() {
    groups = [AudienceGrouping.Group(places: [], audience: nil)]
    (masks, places, states) = ([], [], [])
  }

  /// The groups of the declared places.
  ///
  /// - Parameters:
  ///   - first: what the draft states; `second` was declared besides, and stands in front.
  ///   - last: the groups of the draft before, which are often the same.
  convenience init(
    _ first: Facts, _ second: Facts, _ audiences: [Facts.Audience], _ plan: Plan, after last: PlaceGroups
  ) {
    func state(_ path: String) -> FactState? { second.states[path] ?? first.states[path] }
    var places: [String] = []
    if let path = plan.audiences.places, case .known(.places(let codes))? = state(path) { places = codes }
    let states = plan.audiences.setFacts.map(state)
    if audiences.isEmpty, !last.places.isEmpty, last.places == places, last.states == states {
      self.init(last.groups, last.masks, places, states)
      return
    }
    let groups = plan.audiences.groups(places, audiences, state: state)
    let masks = plan.compiled.placeVariable == nil ? [] : groups.map { plan.compiled.placeMask($0.places.first) }
    // What hangs on audiences with facts of their own is not looked up again.
    self.init(groups, masks, audiences.isEmpty ? places : [], states)
  }

  private init(
    _ groups: [AudienceGrouping.Group], _ masks: [UInt64], _ places: [String], _ states: [FactState?]
  ) {
    (self.groups, self.masks, self.places, self.states) = (groups, masks, places, states)
  }
}
