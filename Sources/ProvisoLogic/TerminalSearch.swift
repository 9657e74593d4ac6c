/// A search for a terminal that what is known still permits. It asks for what it needs; its memory is used again.
public struct TerminalSearch {
  private let diagram: Diagram
  /// For each node the number of the search that last came by.
  private var seen: [UInt32]
  private var round: UInt32 = 0
  private var waiting: [Reference] = []

  /// Where a search stands.
  public enum Event: Hashable, Sendable {
    /// It goes on once the answer of this variable is known.
    case asks(Int)
    /// A wanted terminal can be reached.
    case found
    /// None can.
    case exhausted
  }

  /// Memory for searches in `diagram`.
  public init(_ diagram: Diagram) {
    self.diagram = diagram
    seen = Array(repeating: 0, count: diagram.size)
  }

  /// Begins a search at `root`.
  public mutating func begin(at root: Reference) {
    if round == .max {
      for node in seen.indices { seen[node] = 0 }
      round = 0
    }
    round += 1
    waiting.removeAll(keepingCapacity: true)
    waiting.append(root)
  }

  /// Goes on until something is needed, found, or nothing is left.
  ///
  /// - Parameters:
  ///   - possible: what is known of each variable.
  ///   - canAnswer: whether an open variable can be answered; one that cannot is followed to all its values.
  ///   - wanted: the terminals that are looked for.
  public mutating func advance(
    _ possible: UnsafeBufferPointer<UInt64>, canAnswer: (Int) -> Bool, wanted: (Int) -> Bool
  ) -> Event {
    while let place = waiting.last {
      if let terminal = place.terminal {
        if wanted(terminal) { return .found }
        waiting.removeLast()
        continue
      }
      guard seen[place.node] != round else {
        waiting.removeLast()
        continue
      }
      let variable = Int(diagram.variables[place.node])
      var rest = possible[variable]
      // A value that belongs to no class: only an exact look tells.
      if rest == 0 { return .found }
      if rest.nonzeroBitCount > 1, canAnswer(variable) { return .asks(variable) }
      seen[place.node] = round
      waiting.removeLast()
      while rest != 0 {
        waiting.append(diagram.children[Int(diagram.starts[place.node]) + rest.trailingZeroBitCount])
        rest &= rest - 1
      }
    }
    return .exhausted
  }
}
