/// Builds decision diagrams that share all their equal parts.
///
/// Variables are numbers in the order they are asked; variable `v` has the values `0..<domains[v]`. Every node is made
/// by `node`, which keeps the diagram ordered, free of redundant nodes and free of duplicates; so two conditions mean
/// the same if and only if their references are equal. After Randal E. Bryant, "Graph-Based Algorithms for Boolean
/// Function Manipulation" (1986), with many-way nodes.
public struct DiagramBuilder: Sendable {
  /// The most values of a variable; what is known of one fits in a word then.
  public static let largestDomain = 64

  private struct Node: Hashable {
    let variable: Int32
    let children: [Reference]
  }

  private struct Choice: Hashable {
    let condition, then, otherwise: Reference
  }

  private let domains: [Int]
  private var nodes: [Node] = []
  private var known: [Node: Reference] = [:]
  private var choices: [Choice: Reference] = [:]
  private var limit: Int

  /// A builder for variables with the given numbers of values, each from 1 to `largestDomain`.
  ///
  /// - Parameter limit: the most nodes; an operation that needs more throws.
  public init(domains: [Int], limit: Int) {
    self.domains = domains
    self.limit = limit
  }

  /// The number of nodes made so far.
  public var size: Int { nodes.count }

  /// Whether at most so many nodes can be reached from `reference`.
  public func hasAtMost(_ most: Int, from reference: Reference) -> Bool {
    var seen: Set<Reference> = []
    var waiting = [reference]
    while let next = waiting.popLast() {
      guard !next.isTerminal, seen.insert(next).inserted else { continue }
      if seen.count > most { return false }
      waiting += nodes[next.node].children
    }
    return true
  }

  /// Sets how many further nodes may be made.
  public mutating func allow(furtherNodes count: Int) {
    limit = nodes.count + count
  }

  /// The condition that a variable has one of the values whose bits are set.
  public mutating func test(_ variable: Int, values: UInt64) throws(TooLarge) -> Reference {
    try node(Int32(variable), (0..<domains[variable]).map { values >> UInt64($0) & 1 == 1 ? .yes : .no })
  }

  /// The condition that holds when `condition` does not.
  public mutating func not(_ condition: Reference) throws(TooLarge) -> Reference {
    try choose(condition, then: .no, otherwise: .yes)
  }

  /// The condition that holds when both hold.
  public mutating func and(_ left: Reference, _ right: Reference) throws(TooLarge) -> Reference {
    try choose(left, then: right, otherwise: .no)
  }

  /// The condition that holds when one of them holds.
  public mutating func or(_ left: Reference, _ right: Reference) throws(TooLarge) -> Reference {
    try choose(left, then: .yes, otherwise: right)
  }

  /// The diagram that goes on with `then` where `condition` holds, and with `otherwise` where it does not.
  public mutating func choose(
    _ condition: Reference, then: Reference, otherwise: Reference
  ) throws(TooLarge) -> Reference {
    if condition == .yes || then == otherwise { return then }
    if condition == .no { return otherwise }
    if then == .yes, otherwise == .no { return condition }
    let choice = Choice(condition: condition, then: then, otherwise: otherwise)
    if let made = choices[choice] { return made }
    let variable = min(first(of: condition), first(of: then), first(of: otherwise))
    var children: [Reference] = []
    for value in 0..<domains[Int(variable)] {
      children.append(
        try choose(
          child(of: condition, variable, value), then: child(of: then, variable, value),
          otherwise: child(of: otherwise, variable, value)))
    }
    let made = try node(variable, children)
    choices[choice] = made
    return made
  }

  /// The node that asks `variable`; every node of every diagram is made here.
  private mutating func node(_ variable: Int32, _ children: [Reference]) throws(TooLarge) -> Reference {
    if let first = children.first, children.allSatisfy({ $0 == first }) { return first }
    let node = Node(variable: variable, children: children)
    if let same = known[node] { return same }
    guard nodes.count < limit else { throw TooLarge() }
    nodes.append(node)
    let made = Reference.node(nodes.count - 1)
    known[node] = made
    return made
  }

  /// The first variable that is asked; a number behind all others for a terminal.
  public func firstVariable(of reference: Reference) -> Int { Int(first(of: reference)) }

  private func first(of reference: Reference) -> Int32 {
    reference.isTerminal ? .max : nodes[reference.node].variable
  }

  private func child(of reference: Reference, _ variable: Int32, _ value: Int) -> Reference {
    first(of: reference) == variable ? nodes[reference.node].children[value] : reference
  }

  /// The diagram of everything that can be reached from `roots`, and nothing else.
  ///
  /// Nodes are numbered in the order they are met, so the same conditions built in another order or beside others
  /// freeze to the same diagram.
  public func freeze(_ roots: [Reference]) -> Diagram {
    var numbers: [Int32] = Array(repeating: -1, count: nodes.count)
    var order: [Int] = []
    for root in roots { collect(root, &numbers, &order) }
    var variables: [Int32] = []
    var starts: [Int32] = []
    var children: [Reference] = []
    for old in order {
      variables.append(nodes[old].variable)
      starts.append(Int32(children.count))
      children += nodes[old].children.map { $0.isTerminal ? $0 : Reference(raw: numbers[$0.node]) }
    }
    return Diagram(
      domains: domains, variables: variables, starts: starts, children: children,
      roots: roots.map { $0.isTerminal ? $0 : Reference(raw: numbers[$0.node]) })
  }

  private func collect(_ root: Reference, _ numbers: inout [Int32], _ order: inout [Int]) {
    var waiting = [root]
    while let next = waiting.popLast() {
      guard !next.isTerminal, numbers[next.node] < 0 else { continue }
      numbers[next.node] = Int32(order.count)
      order.append(next.node)
      waiting += nodes[next.node].children.reversed()
    }
  }
}
