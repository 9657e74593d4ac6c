/// How large and how deep a document may be.
public struct DocumentLimits: Sendable {
  /// The most bytes.
  public var bytes: Int
  /// The deepest nesting; deep trees would overflow the stack of whoever walks them.
  public var depth: Int
  /// The most nodes after aliases are expanded.
  public var nodes: Int

  /// Limits; the defaults suit packs and drafts.
  public init(bytes: Int = 64 << 20, depth: Int = 128, nodes: Int = 2_000_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
