extension Restriction {
  /// An answer that some variables may get at once.
  public struct Answer: Hashable, Sendable {
    /// How often it is given, held against the other answers.
    public let weight: Int
    /// For each variable it settles, which of the values still possible it has, from 0 in their order.
    public let values: [Int: Int]

    /// An answer.
    public init(weight: Int, values: [Int: Int]) {
      self.weight = weight
      self.values = values
    }
  }

  /// The variables that the function still depends on when those of an answer are settled.
  public func variables(after answer: Answer) -> Set<Int> {
    var smaller: [Reference] = []
    smaller.reserveCapacity(nodes.count)
    var made: [Node] = []
    var known: [Node: Reference] = [:]
    func place(_ child: Reference) -> Reference { child.isTerminal ? child : smaller[child.node] }
    for node in nodes {
      if let value = answer.values[node.variable] {
        smaller.append(place(node.children[value]))
        continue
      }
      let children = node.children.map(place)
      if let first = children.first, children.allSatisfy({ $0 == first }) {
        smaller.append(first)
        continue
      }
      let node = Node(variable: node.variable, children: children)
      if let same = known[node] {
        smaller.append(same)
      } else {
        made.append(node)
        known[node] = .node(made.count - 1)
        smaller.append(.node(made.count - 1))
      }
    }
    return Restriction.variables(from: place(root), made)
  }

  private static func variables(from root: Reference, _ nodes: [Node]) -> Set<Int> {
    var variables: Set<Int> = []
    var isReached = [Bool](repeating: false, count: nodes.count)
    if !root.isTerminal { isReached[root.node] = true }
    for number in nodes.indices.reversed() where isReached[number] {
      variables.insert(nodes[number].variable)
      for child in nodes[number].children where !child.isTerminal { isReached[child.node] = true }
    }
    return variables
  }
}
