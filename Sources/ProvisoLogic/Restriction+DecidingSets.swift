extension Restriction {
  /// The smallest sets of names of which some answers leave one terminal: none contains another.
  ///
  /// The work is bounded; past the bound sets may be missing, but none is wrong.
  ///
  /// - Parameter names: what settles a variable; several variables may share a name.
  public func decidingSets(naming names: (Int) -> Set<String>) -> [Set<String>] {
    var search = DecidingSearch(self, names)
    return search.sets(leaving: terminals)
  }
}

/// Looks for the sets of names that decide what is left of a function. A set is a number with a bit for each name.
private struct DecidingSearch {
  private static let mostSteps = 400
  private static let mostSets = 16

  private let rest: Restriction
  /// The names in alphabetical order: the number of a name is that of its bit. Of a function with more names than bits
  /// the sets with names of its last variables are not found.
  private let names: [String]
  /// For each variable the names that settle it, all of which have a bit.
  private var settling: [Int: UInt64] = [:]
  /// For each group of places the sets that were found.
  private var memory: [[Int32]: [UInt64]] = [:]

  init(_ rest: Restriction, _ naming: (Int) -> Set<String>) {
    self.rest = rest
    let named = rest.variables.map { (variable: $0, names: naming($0)) }
    var known: Set<String> = []
    for (_, names) in named where known.union(names).count <= UInt64.bitWidth { known.formUnion(names) }
    names = known.sorted()
    let bits = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, UInt64(1) << UInt64($0)) })
    for (variable, names) in named where names.isSubset(of: known) {
      settling[variable] = names.reduce(0) { $0 | (bits[$1] ?? 0) }
    }
  }

  mutating func sets(leaving terminals: [Int]) -> [Set<String>] {
    var sets: Set<UInt64> = []
    for terminal in terminals {
      memory.removeAll(keepingCapacity: true)
      sets.formUnion(forcing([rest.root.raw], to: Reference.terminal(terminal).raw))
    }
    return DecidingSearch.minimal(sets).sorted(by: DecidingSearch.stands).map { set in
      Set(names.indices.filter { set >> UInt64($0) & 1 == 1 }.map { names[$0] })
    }
  }

  /// The minimal sets of which some answers lead from all of `places` to `terminal`.
  ///
  /// - Parameter places: in ascending order, each once.
  private mutating func forcing(_ places: [Int32], to terminal: Int32) -> [UInt64] {
    let open = places.filter { $0 != terminal }
    if open.isEmpty { return [0] }
    if open.contains(where: { $0 < 0 }) { return [] }
    if let found = memory[open] { return found }
    guard memory.count < DecidingSearch.mostSteps else { return [] }
    let variable = open.map { rest.nodes[Int($0)].variable }.min() ?? 0
    let asking = open.filter { rest.nodes[Int($0)].variable == variable }
    let others = open.filter { rest.nodes[Int($0)].variable != variable }
    // All nodes that ask a variable have the same number of children, one for each value still possible.
    let values = asking.first.map { rest.nodes[Int($0)].children.count } ?? 0
    let options = (0..<values).map { value in asking.map { rest.nodes[Int($0)].children[value].raw } }
    // Without knowing this variable, every one of its values must be forced.
    var found = Set(forcing(DecidingSearch.ordered(others + options.joined()), to: terminal))
    if let names = settling[variable] {
      for option in options {
        for set in forcing(DecidingSearch.ordered(others + option), to: terminal) { found.insert(set | names) }
      }
    }
    let result = DecidingSearch.minimal(found)
    memory[open] = result
    return result
  }

  private static func ordered(_ places: [Int32]) -> [Int32] {
    let sorted = places.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  /// The sets that contain no other, the smallest of them where there are too many.
  private static func minimal(_ sets: Set<UInt64>) -> [UInt64] {
    let least = sets.filter { set in !sets.contains { $0 != set && $0 & set == $0 } }
    return least.count <= mostSets ? Array(least) : Array(least.sorted(by: stands).prefix(mostSets))
  }

  /// By size, then as their names stand in alphabetical order.
  private static func stands(_ left: UInt64, before right: UInt64) -> Bool {
    let (own, other) = (left.nonzeroBitCount, right.nonzeroBitCount)
    guard own == other else { return own < other }
    let different = left ^ right
    return left & different & ~(different &- 1) != 0
  }
}
