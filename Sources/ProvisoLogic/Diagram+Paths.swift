/// One way from a root to a terminal: for each variable asked on the way the values that lead along it.
public struct DiagramPath: Hashable, Sendable {
  /// The variables in their order, each with the bits of its values.
  public let steps: [Step]
  /// Where it ends.
  public let terminal: Int

  /// A variable with the values that lead along the path.
  public struct Step: Hashable, Sendable {
    /// The variable.
    public let variable: Int
    /// A bit for each value.
    public let values: UInt64
  }
}

extension Diagram {
  /// All ways from `root` to the terminals that `wanted` accepts; nil when there are more than `limit`.
  ///
  /// Ways that part only in the values of one variable and meet at the next node are one. Every assignment of all
  /// variables goes along exactly one of them, or along none if it ends elsewhere.
  ///
  /// - Parameter possible: for each variable the values that count; nil for all. A variable with one is no step.
  public func paths(
    from root: Reference, limit: Int, among possible: [UInt64]? = nil, to wanted: (Int) -> Bool
  ) -> [DiagramPath]? {
    var found: [DiagramPath] = []
    var leads: [Reference: Bool] = [:]
    guard leadsOn(root, among: possible, to: wanted, &leads) else { return [] }
    var waiting: [(place: Reference, steps: [DiagramPath.Step])] = [(root, [])]
    while let (place, steps) = waiting.popLast() {
      if let terminal = place.terminal {
        found.append(DiagramPath(steps: steps, terminal: terminal))
        guard found.count <= limit else { return nil }
        continue
      }
      let variable = Int(variables[place.node])
      let start = Int(starts[place.node])
      var merged: [(child: Reference, values: UInt64)] = []
      let counting = possible?[variable] ?? Diagram.all(domains[variable])
      for value in 0..<domains[variable] where counting >> UInt64(value) & 1 == 1 {
        let child = children[start + value]
        // Only what leads on is followed, so the work is bounded by what is found.
        guard leadsOn(child, among: possible, to: wanted, &leads) else { continue }
        if let same = merged.firstIndex(where: { $0.child == child }) {
          merged[same].values |= 1 << UInt64(value)
        } else {
          merged.append((child, 1 << UInt64(value)))
        }
      }
      for (child, values) in merged.reversed() {
        let step = DiagramPath.Step(variable: variable, values: values)
        waiting.append((child, counting.nonzeroBitCount == 1 ? steps : steps + [step]))
      }
    }
    return found
  }

  /// Whether a way leads from `place` to a terminal that `wanted` accepts. The depth of the recursion is the number of
  /// variables on a path.
  private func leadsOn(
    _ place: Reference, among possible: [UInt64]?, to wanted: (Int) -> Bool, _ known: inout [Reference: Bool]
  ) -> Bool {
    if let terminal = place.terminal { return wanted(terminal) }
    if let known = known[place] { return known }
    let variable = Int(variables[place.node])
    let counting = possible?[variable] ?? Diagram.all(domains[variable])
    var leads = false
    for value in 0..<domains[variable] where counting >> UInt64(value) & 1 == 1 {
      leads = leads || leadsOn(children[Int(starts[place.node]) + value], among: possible, to: wanted, &known)
    }
    known[place] = leads
    return leads
  }
}
