/// Finds the smallest sets of names of which some answers leave one terminal of a restricted function.
///
/// A set of names is a word with a bit for each, in alphabetical order.
struct DecidingSets {
  typealias Names = UInt128

  private static let mostSteps = 400
  private static let mostSets = 16

  private let nodes: [Restriction.Node]
  /// For each variable the names that settle it.
  private let names: [Int: Names]
  private let spelled: [String]
  private var memory: [[Int32]: [Names]] = [:]

  /// - Parameter names: what settles a variable; several variables may share a name.
  init(_ nodes: [Restriction.Node], naming names: (Int) -> Set<String>) {
    self.nodes = nodes
    let named = Dictionary(Set(nodes.map(\.variable)).map { ($0, names($0)) }, uniquingKeysWith: { first, _ in first })
    let spelled = named.values.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted()
    let bits = Dictionary(uniqueKeysWithValues: spelled.enumerated().map { ($1, Names(1) << Names($0)) })
    self.spelled = spelled
    self.names = named.mapValues { $0.reduce(0) { $0 | (bits[$1] ?? 0) } }
  }

  /// The sets of which some answers lead from `root` to one of `terminals`, the smallest first; none of them where
  /// there are more names than bits.
  mutating func sets(from root: Reference, to terminals: [Reference]) -> [Set<String>] {
    guard spelled.count <= Names.bitWidth else { return [] }
    var found: [Names] = []
    for terminal in terminals {
      memory.removeAll(keepingCapacity: true)
      found += forcing([root.raw], to: terminal.raw)
    }
    return DecidingSets.minimal(found).map { set in
      Set(spelled.indices.filter { set >> Names($0) & 1 == 1 }.map { spelled[$0] })
    }
  }

  /// The minimal sets of which some answers lead from all of `places`, each once and in order, to `terminal`.
  private mutating func forcing(_ places: [Int32], to terminal: Int32) -> [Names] {
    let open = places.filter { $0 != terminal }
    guard let first = open.first else { return [0] }
    // Terminals stand in front.
    if first < 0 { return [] }
    if let found = memory[open] { return found }
    guard memory.count < DecidingSets.mostSteps else { return [] }
    let variable = open.map { nodes[Int($0)].variable }.min() ?? 0
    let asking = open.filter { nodes[Int($0)].variable == variable }
    let others = open.filter { nodes[Int($0)].variable != variable }
    // All nodes that ask a variable have the same number of children, one for each value still possible.
    let values = asking.first.map { nodes[Int($0)].children.count } ?? 0
    let options = (0..<values).map { value in
      DecidingSets.ordered(others + asking.map { nodes[Int($0)].children[value].raw })
    }
    var found = forcing(DecidingSets.ordered(Array(options.joined())), to: terminal)
    for option in options {
      for set in forcing(option, to: terminal) { found.append(set | (names[variable] ?? 0)) }
    }
    let result = DecidingSets.minimal(found)
    memory[open] = result
    return result
  }

  private static func ordered(_ places: [Int32]) -> [Int32] {
    var ordered: [Int32] = []
    for place in places.sorted() where place != ordered.last { ordered.append(place) }
    return ordered
  }

  /// The sets that contain no other, the smallest of them where there are too many.
  private static func minimal(_ sets: [Names]) -> [Names] {
    var least: [Names] = []
    for set in sets.sorted(by: stands) where !least.contains(where: { $0 & set == $0 }) { least.append(set) }
    return Array(least.prefix(mostSets))
  }

  /// The smaller set first; of two equally large ones that with the first name that only one of them has.
  private static func stands(_ left: Names, before right: Names) -> Bool {
    guard left.nonzeroBitCount == right.nonzeroBitCount else { return left.nonzeroBitCount < right.nonzeroBitCount }
    let apart = left ^ right
    return left & (apart & (~apart &+ 1)) != 0
  }
}
