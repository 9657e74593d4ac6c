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
}

/// Tells what a restricted function still depends on after one answer or another. Its memory is used again.
public struct AnswerSearch: Sendable {
  /// The variables in their order; nodes name them by their place here.
  public let variables: [Int]
  /// For each node its variable, and where its children begin.
  private let asked: [Int32]
  private let starts: [Int32]
  /// A node's number, or the complement of a terminal's.
  private let children: [Int32]
  private let root: Int32

  /// For each node what is left of it.
  private var left: [Int32]
  /// What is left, with equal nodes taken together: variables and children like those above.
  private var madeAsked: [Int32] = []
  private var madeStarts: [Int32] = [0]
  private var madeChildren: [Int32] = []
  /// The numbers of nodes that are left, each in one of the slots that its hash leads to; -1 for a free one.
  private var slots: [Int32]
  private var isReached: [Bool] = []

  /// A search in what is left of a function.
  public init(_ rest: Restriction) {
    let variables = rest.variables
    let places = Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1, Int32($0)) })
    self.variables = variables
    asked = rest.nodes.map { places[$0.variable] ?? 0 }
    starts = rest.nodes.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.children.count)) }
    children = rest.nodes.flatMap { $0.children.map(\.raw) }
    root = rest.root.raw
    left = Array(repeating: 0, count: rest.nodes.count)
    var size = 8
    while size < 2 * rest.nodes.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// Calls `body` with the place of every variable that the function still depends on when others are settled, each
  /// perhaps several times.
  ///
  /// - Parameter values: for the place of each variable which of the values still possible it has; -1 while it is open.
  public mutating func forEachVariable(after values: [Int32], _ body: (Int) -> Void) {
    madeAsked.removeAll(keepingCapacity: true)
    madeChildren.removeAll(keepingCapacity: true)
    madeStarts.removeAll(keepingCapacity: true)
    madeStarts.append(0)
    for slot in slots.indices { slots[slot] = -1 }
    // The children of a node stand before it.
    for node in asked.indices {
      let value = values[Int(asked[node])]
      left[node] = value < 0 ? made(node) : leftOf(children[Int(starts[node] + value)])
    }
    visit(leftOf(root), body)
  }

  private func leftOf(_ reference: Int32) -> Int32 { reference < 0 ? reference : left[Int(reference)] }

  /// What is left of a node whose variable is open.
  private mutating func made(_ node: Int) -> Int32 {
    let start = madeChildren.count
    var isSame = true
    var hash = UInt64(truncatingIfNeeded: asked[node])
    for place in Int(starts[node])..<Int(starts[node + 1]) {
      let child = leftOf(children[place])
      madeChildren.append(child)
      isSame = isSame && child == madeChildren[start]
      hash = (hash ^ UInt64(truncatingIfNeeded: child)) &* 0x9E37_79B9_7F4A_7C15
    }
    if isSame {
      let only = madeChildren[start]
      madeChildren.removeLast(madeChildren.count - start)
      return only
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] >= 0 {
      if stands(slots[slot], asked[node], from: start) {
        madeChildren.removeLast(madeChildren.count - start)
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(madeAsked.count)
    madeAsked.append(asked[node])
    madeStarts.append(Int32(madeChildren.count))
    return slots[slot]
  }

  /// Whether a node that is left asks `variable` and has the children that stand from `start` on.
  private func stands(_ node: Int32, _ variable: Int32, from start: Int) -> Bool {
    let first = Int(madeStarts[Int(node)])
    let count = Int(madeStarts[Int(node) + 1]) - first
    guard madeAsked[Int(node)] == variable, count == madeChildren.count - start else { return false }
    for place in 0..<count where madeChildren[first + place] != madeChildren[start + place] { return false }
    return true
  }

  private mutating func visit(_ root: Int32, _ body: (Int) -> Void) {
    guard root >= 0 else { return }
    isReached.removeAll(keepingCapacity: true)
    isReached.append(contentsOf: repeatElement(false, count: madeAsked.count))
    isReached[Int(root)] = true
    for node in stride(from: Int(root), through: 0, by: -1) where isReached[node] {
      body(Int(madeAsked[node]))
      for place in Int(madeStarts[node])..<Int(madeStarts[node + 1]) where madeChildren[place] >= 0 {
        isReached[Int(madeChildren[place])] = true
      }
    }
  }
}
