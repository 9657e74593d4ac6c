extension Diagram {
  /// What a node asks and where each value leads; nil for a terminal.
  public func branches(of place: Reference) -> (variable: Int, children: [Reference])? {
    guard !place.isTerminal else { return nil }
    let variable = Int(variables[place.node])
    let start = Int(starts[place.node])
    return (variable, Array(children[start..<(start + domains[variable])]))
  }

  /// The nodes that can be reached from `root`, each behind all that lead to it.
  public func nodes(from root: Reference) -> [Reference] {
    var order: [Reference] = []
    var seen: Set<Reference> = []
    // A node is put in front of everything reached from it; of several ways down the first is followed first.
    var waiting: [(place: Reference, isDone: Bool)] = [(root, false)]
    while let (place, isDone) = waiting.popLast() {
      if isDone {
        order.append(place)
      } else if let (_, children) = branches(of: place), seen.insert(place).inserted {
        waiting.append((place, true))
        waiting += children.map { ($0, false) }
      }
    }
    return order.reversed()
  }
}
