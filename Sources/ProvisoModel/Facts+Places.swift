extension Facts {
  /// These facts for leaves only: what is declared for an audience in a larger place holds in each of its leaves.
  /// Audiences have only those among `places`.
  ///
  /// An audience of `EU` then reaches Germany. For one place the first audience that names it still counts.
  public func spread(over places: [String], in table: PlaceTable) -> Facts {
    let wanted = Set(places)
    let audiences = audiences.map { audience in
      Audience(places: audience.leaves(in: table).intersection(wanted).sorted(), facts: audience.facts)
    }
    return Facts(states, audiences: audiences)
  }

  /// The first audience that nobody is left for, since those before it name all its places; nil where there is none.
  public func shadowedAudience(in table: PlaceTable) -> Audience? {
    var taken: Set<String> = []
    for audience in audiences {
      let leaves = audience.leaves(in: table)
      if leaves.isSubset(of: taken) { return audience }
      taken.formUnion(leaves)
    }
    return nil
  }
}

extension Facts.Audience {
  /// The leaves of its places.
  fileprivate func leaves(in table: PlaceTable) -> Set<String> {
    table.leaves(ofAll: places)
  }
}
