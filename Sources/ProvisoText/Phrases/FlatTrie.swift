import ProvisoSource

/// A trie in flat arrays: nodes are numbers, edges stand in one open-addressing table.
struct FlatTrie: Sendable {
  fileprivate struct Edge: BitwiseCopyable {
    /// The node the edge leaves; -1 in an empty slot.
    var node: Int32
    var label: Int32
    var child: Int32
  }

  /// For each node one bit of 64 per label that leads on. Most questions end here.
  private var masks: FlatArray<UInt64> = FlatArray([0])
  private var edges = FlatArray<Edge>(repeating: Edge(node: -1, label: 0, child: 0), count: 64)
  private var edgeCount = 0

  /// The node where every walk begins.
  static let root: Int32 = 0

  /// How many nodes there are, the root included.
  var count: Int { masks.count }

  /// The node that `label` leads to; -1 if there is none.
  @inline(__always)
  func child(of node: Int32, by label: Int32) -> Int32 {
    withLookUp { $0.child(of: node, by: label) }
  }

  /// The trie's memory, lent for many questions.
  struct LookUp {
    fileprivate let masks: UnsafeBufferPointer<UInt64>
    fileprivate let edges: UnsafeBufferPointer<Edge>

    /// Whether any edge leaves the node.
    @inline(__always)
    func hasChildren(_ node: Int32) -> Bool { masks[Int(node)] != 0 }

    /// The node that `label` leads to; -1 if there is none.
    @inline(__always)
    func child(of node: Int32, by label: Int32) -> Int32 {
      guard masks[Int(node)] & FlatTrie.bit(of: label) != 0 else { return -1 }
      let mask = edges.count &- 1
      var index = FlatTrie.hash(node, label) & mask
      while edges[index].node >= 0 {
        if edges[index].node == node, edges[index].label == label { return edges[index].child }
        index = (index &+ 1) & mask
      }
      return -1
    }
  }

  @inline(__always)
  func withLookUp<Result>(_ body: (LookUp) -> Result) -> Result {
    masks.withUnsafeBufferPointer { masks in
      edges.withUnsafeBufferPointer { edges in body(LookUp(masks: masks, edges: edges)) }
    }
  }

  /// The node that `label` leads to, made if there is none.
  mutating func insertChild(of node: Int32, by label: Int32) -> Int32 {
    let known = child(of: node, by: label)
    if known >= 0 { return known }
    if edgeCount * 2 >= edges.count { grow() }
    let child = addNode()
    masks[Int(node)] |= FlatTrie.bit(of: label)
    place(Edge(node: node, label: label, child: child))
    edgeCount += 1
    return child
  }

  /// A node that no edge leads to; its owner remembers how it is reached.
  mutating func addNode() -> Int32 {
    masks.append(0)
    return Int32(masks.count - 1)
  }

  @inline(__always)
  fileprivate static func bit(of label: Int32) -> UInt64 {
    1 << ((UInt64(UInt32(bitPattern: label)) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  @inline(__always)
  fileprivate static func hash(_ node: Int32, _ label: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: label))
    let mixed = (key ^ (key >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  private mutating func place(_ edge: Edge) {
    var index = FlatTrie.hash(edge.node, edge.label) & (edges.count - 1)
    while edges[index].node >= 0 { index = (index + 1) & (edges.count - 1) }
    edges[index] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = FlatArray<Edge>(repeating: Edge(node: -1, label: 0, child: 0), count: old.count * 2)
    for edge in old where edge.node >= 0 { place(edge) }
  }
}

extension FlatTrie: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(masks)
    writer.write(edges)
    writer.write(edgeCount)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    masks = try reader.read()
    edges = try reader.read()
    edgeCount = try reader.read()
  }
}
