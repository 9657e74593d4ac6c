extension Diagram {
  /// What is wrong with the diagram; nil when everything holds that its users rely on.
  ///
  /// Ordered: a node asks an earlier variable than its children. Reduced: no node whose children are all the same, no
  /// two equal nodes. Complete: as many children as values, no reference outside. Lean: every node can be reached.
  public func violation() -> String? {
    guard starts.count == size else { return "\(size) variables, \(starts.count) starts" }
    var seen: Set<[Int32]> = []
    var reached = Set(roots.filter { !$0.isTerminal }.map(\.node))
    for node in 0..<size {
      let variable = Int(variables[node])
      guard domains.indices.contains(variable) else { return "node \(node) asks variable \(variable)" }
      let start = Int(starts[node])
      guard start >= 0, start + domains[variable] <= children.count else { return "node \(node) has too few children" }
      let own = children[start..<(start + domains[variable])]
      guard Set(own).count > 1 else { return "node \(node) is redundant" }
      guard seen.insert([variables[node]] + own.map(\.raw)).inserted else { return "node \(node) stands twice" }
      for child in own where !child.isTerminal {
        guard child.node < size else { return "node \(node) leads outside" }
        guard variables[child.node] > variables[node] else { return "node \(node) and its child are out of order" }
        reached.insert(child.node)
      }
    }
    return reached.count == size ? nil : "\(size - reached.count) nodes cannot be reached"
  }

  /// The diagram as text, for tests: a line a root, a line a node.
  public var dump: String {
    func name(_ reference: Reference) -> String { reference.terminal.map { "#\($0)" } ?? "n\(reference.node)" }
    let heads = roots.enumerated().map { "root \($0): \(name($1))" }
    let lines = (0..<size).map { node in
      let start = Int(starts[node])
      let own = children[start..<(start + domains[Int(variables[node])])].map(name)
      return "n\(node): x\(variables[node]) ? \(own.joined(separator: " "))"
    }
    return (heads + lines).joined(separator: "\n")
  }
}
