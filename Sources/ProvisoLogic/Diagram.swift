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

  /// The terminal that a root leads to, as far as known values lead; nil when a variable asked on the way is open.
  public func walk(_ root: Reference, _ possible: UnsafeBufferPointer<UInt64>) -> Int? {
    var place = root
    while !place.isTerminal {
      let word = possible[Int(variables[place.node])]
      guard word.nonzeroBitCount == 1 else { return nil }
      place = children[Int(starts[place.node]) + word.trailingZeroBitCount]
    }
    return place.terminal
  }

  /// The children of a node that are still possible.
  func openChildren(_ node: Int, _ possible: UnsafeBufferPointer<UInt64>) -> [Reference] {
    let variable = Int(variables[node])
    return (0..<domains[variable]).filter { possible[variable] >> UInt64($0) & 1 == 1 }
      .map { children[Int(starts[node]) + $0] }
  }
}
