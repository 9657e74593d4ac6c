/// A frozen decision diagram with many roots: flat arrays, shared by threads, never changed.
///
/// What is known of the variables is one word each: bit `v` of word `x` is set while variable `x` may still have the
/// value `v`. One bit is a known value, all bits are an unknown one.
public struct Diagram: Hashable, Sendable {
  /// For each variable the number of its values.
  public let domains: [Int]
  /// For each node the variable it asks.
  let variables: [Int32]
  /// For each node where its children begin in `children`; it has as many as its variable has values.
  let starts: [Int32]
  let children: [Reference]
  /// Where the questions begin, one for each function.
  public let roots: [Reference]

  /// The number of nodes.
  public var size: Int { variables.count }

  init(domains: [Int], variables: [Int32], starts: [Int32], children: [Reference], roots: [Reference]) {
    self.domains = domains
    self.variables = variables
    self.starts = starts
    self.children = children
    self.roots = roots
  }

  /// Everything that is possible while nothing is known: for each variable all of its values.
  public var nothingKnown: [UInt64] { domains.map(Diagram.all) }

  /// The word with a bit for each of `count` values.
  public static func all(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 << UInt64(count)) - 1 }

  /// Where known values lead.
  public enum Stop: Hashable, Sendable {
    case terminal(Int)
    /// A node whose variable is open.
    case open(Reference, variable: Int)
  }

  /// Goes on from `place` as far as known values lead.
  public func follow(_ place: Reference, _ possible: UnsafeBufferPointer<UInt64>) -> Stop {
    var place = place
    while !place.isTerminal {
      let variable = Int(variables[place.node])
      let word = possible[variable]
      guard word.nonzeroBitCount == 1 else { return .open(place, variable: variable) }
      place = children[Int(starts[place.node]) + word.trailingZeroBitCount]
    }
    return .terminal(place.terminal ?? 0)
  }

  /// The variables that can be asked from `place` on, in their order.
  public func variables(from place: Reference) -> [Int] {
    var seen: Set<Int> = []
    var waiting = [place]
    while let next = waiting.popLast() {
      guard !next.isTerminal, seen.insert(next.node).inserted else { continue }
      let start = Int(starts[next.node])
      waiting += children[start..<(start + domains[Int(variables[next.node])])]
    }
    return Set(seen.map { Int(variables[$0]) }).sorted()
  }

  /// The children of a node that are still possible.
  func openChildren(_ node: Int, _ possible: UnsafeBufferPointer<UInt64>) -> [Reference] {
    let variable = Int(variables[node])
    return (0..<domains[variable]).filter { possible[variable] >> UInt64($0) & 1 == 1 }
      .map { children[Int(starts[node]) + $0] }
  }
}
