/// One function of a diagram, restricted by what is known: what is left of it, and what would settle it.
public struct Restriction: Sendable {
  struct Node: Hashable {
    let variable: Int
    /// One for each value that is still possible.
    let children: [Reference]
  }

  /// The children of a node stand before it.
  private(set) var nodes: [Node] = []
  private var known: [Node: Reference] = [:]
  private(set) var root = Reference.no

  /// Restricts the function at `root` of `diagram`.
  ///
  /// - Parameters:
  ///   - possible: what is known of each variable.
  ///   - merging: a number for each terminal; terminals with the same number count as one.
  public init(
    _ diagram: Diagram, _ root: Reference, _ possible: UnsafeBufferPointer<UInt64>, merging: (Int) -> Int = { $0 }
  ) {
    var memory: [Reference: Reference] = [:]
    self.root = restrict(diagram, root, possible, merging, &memory)
  }

  private mutating func restrict(
    _ diagram: Diagram, _ place: Reference, _ possible: UnsafeBufferPointer<UInt64>, _ merging: (Int) -> Int,
    _ memory: inout [Reference: Reference]
  ) -> Reference {
    if let terminal = place.terminal { return .terminal(merging(terminal)) }
    if let made = memory[place] { return made }
    // The depth of this recursion is the number of variables on a path, which the diagram's order bounds.
    var children: [Reference] = []
    for child in diagram.openChildren(place.node, possible) {
      children.append(restrict(diagram, child, possible, merging, &memory))
    }
    let made = node(Int(diagram.variables[place.node]), children)
    memory[place] = made
    return made
  }

  private mutating func node(_ variable: Int, _ children: [Reference]) -> Reference {
    if let first = children.first, children.allSatisfy({ $0 == first }) { return first }
    let node = Node(variable: variable, children: children)
    if let same = known[node] { return same }
    nodes.append(node)
    known[node] = .node(nodes.count - 1)
    return .node(nodes.count - 1)
  }

  /// The terminal that is left whatever the open variables turn out to be; nil while there are several.
  public var terminal: Int? { root.terminal }

  /// The terminals that are still possible, in ascending order.
  public var terminals: [Int] {
    var found = Set(nodes.flatMap { $0.children.compactMap(\.terminal) })
    if let only = root.terminal { found = [only] }
    return found.sorted()
  }

  /// The variables that the outcome still depends on, in their order.
  public var variables: [Int] { Set(nodes.map(\.variable)).sorted() }

  // MARK: Deciding sets

  /// The smallest sets of names of which some answers leave one terminal: none contains another.
  ///
  /// The work is bounded; past the bound sets may be missing, but none is wrong.
  ///
  /// - Parameter names: what settles a variable; several variables may share a name.
  public func decidingSets(naming names: (Int) -> Set<String>) -> [Set<String>] {
    var sets: Set<Set<String>> = []
    for terminal in terminals {
      var memory: [Set<Reference>: Set<Set<String>>] = [:]
      sets.formUnion(forcing([root], to: .terminal(terminal), names, &memory))
    }
    return Restriction.minimal(sets).sorted(by: Restriction.stands)
  }

  private static let mostSteps = 400
  private static let mostSets = 16

  /// The minimal sets of names of which some answers lead from all of `places` to `terminal`.
  private func forcing(
    _ places: Set<Reference>, to terminal: Reference, _ names: (Int) -> Set<String>,
    _ memory: inout [Set<Reference>: Set<Set<String>>]
  ) -> Set<Set<String>> {
    let open = places.subtracting([terminal])
    if open.isEmpty { return [[]] }
    if open.contains(where: \.isTerminal) { return [] }
    if let found = memory[open] { return found }
    guard memory.count < Restriction.mostSteps else { return [] }
    let variable = open.map { nodes[$0.node].variable }.min() ?? 0
    let asking = open.filter { nodes[$0.node].variable == variable }
    let others = open.subtracting(asking)
    // All nodes that ask a variable have the same number of children, one for each value still possible.
    let values = (asking.first.map { nodes[$0.node].children.count }) ?? 0
    let options = (0..<values).map { value in others.union(asking.map { nodes[$0.node].children[value] }) }
    var found = forcing(options.reduce([]) { $0.union($1) }, to: terminal, names, &memory)
    for option in options {
      for set in forcing(option, to: terminal, names, &memory) { found.insert(set.union(names(variable))) }
    }
    let result = Restriction.minimal(found)
    memory[open] = result
    return result
  }

  /// The sets that contain no other, the smallest of them where there are too many.
  private static func minimal(_ sets: Set<Set<String>>) -> Set<Set<String>> {
    let least = sets.filter { set in !sets.contains { $0.count < set.count && $0.isSubset(of: set) } }
    return least.count <= mostSets ? least : Set(least.sorted(by: stands).prefix(mostSets))
  }

  private static func stands(_ left: Set<String>, before right: Set<String>) -> Bool {
    (left.count, left.sorted().joined(separator: " ")) < (right.count, right.sorted().joined(separator: " "))
  }
}
