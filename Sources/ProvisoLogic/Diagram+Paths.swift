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
  public func paths(from root: Reference, limit: Int, to wanted: (Int) -> Bool) -> [DiagramPath]? {
    var found: [DiagramPath] = []
    var waiting: [(place: Reference, steps: [DiagramPath.Step])] = [(root, [])]
    while let (place, steps) = waiting.popLast() {
      if let terminal = place.terminal {
        if wanted(terminal) { found.append(DiagramPath(steps: steps, terminal: terminal)) }
        guard found.count <= limit else { return nil }
        continue
      }
      guard waiting.count <= limit * 8 else { return nil }
      let variable = Int(variables[place.node])
      let start = Int(starts[place.node])
      var merged: [(child: Reference, values: UInt64)] = []
      for value in 0..<domains[variable] {
        let child = children[start + value]
        if let same = merged.firstIndex(where: { $0.child == child }) {
          merged[same].values |= 1 << UInt64(value)
        } else {
          merged.append((child, 1 << UInt64(value)))
        }
      }
      for (child, values) in merged.reversed() {
        waiting.append((child, steps + [DiagramPath.Step(variable: variable, values: values)]))
      }
    }
    return found
  }
}
