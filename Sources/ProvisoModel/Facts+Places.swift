extension Facts {
  /// These facts for leaves only: what is declared for an audience in a larger place holds in each of its leaves.
  /// Audiences have only those among `places`.
  ///
  /// An audience of `EU` then reaches Germany. For one place the first audience that names it still counts.
  public func spread(over places: [String], in table: PlaceTable) -> Facts {
    let wanted = Set(places)
    let audiences = audiences.map { audience in
      let leaves = audience.places.reduce(into: Set<String>()) { $0.formUnion(table.leaves(of: $1) ?? [$1]) }
      return Audience(places: leaves.intersection(wanted).sorted(), facts: audience.facts)
    }
    return Facts(states, audiences: audiences)
  }
}
