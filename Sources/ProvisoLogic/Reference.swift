/// A place in a diagram: a node, or a terminal, where the questions end.
public struct Reference: Hashable, Sendable, BitwiseCopyable {
  /// The node's number, or the complement of the terminal's.
  let raw: Int32

  init(raw: Int32) { self.raw = raw }

  /// The node of this number.
  static func node(_ number: Int) -> Reference { Reference(raw: Int32(number)) }

  /// The terminal of this number, from 0.
  public static func terminal(_ number: Int) -> Reference { Reference(raw: ~Int32(number)) }

  /// The terminal that a condition which does not hold ends in.
  public static let no = terminal(0)
  /// The terminal that a condition which holds ends in.
  public static let yes = terminal(1)

  /// The terminal's number; nil for a node.
  public var terminal: Int? { raw < 0 ? Int(~raw) : nil }

  var isTerminal: Bool { raw < 0 }
  /// The node's number; only for nodes.
  var node: Int { Int(raw) }
}

/// A diagram would have passed its size limit.
public struct TooLarge: Error, Hashable, Sendable {
  /// The limit was passed.
  public init() {}
}
