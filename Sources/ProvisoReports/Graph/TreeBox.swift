import ProvisoModel

/// A part of a drawn tree: a question, an end, the label of an edge, or a bend of a long edge.
struct TreeBox {
  enum Content: Hashable {
    case node(Int)
    case leaf(Int)
    case label(node: Int, edge: Int)
    case bend(node: Int, edge: Int)
  }

  /// Pixels for a column of text, generous, since fonts differ.
  static let column = 7.4
  static let lineHeight = 17.0

  let content: Content
  let layer: Int
  /// The lines of text, wrapped.
  let lines: [String]
  let width: Double
  /// That of a bend is the whole layer's, so that its edge runs straight past what stands beside it.
  var height: Double
  /// The middle.
  var x = 0.0
  var y = 0.0
  var above: [Int] = []
  var below: [Int] = []

  init(_ content: Content, layer: Int, _ tree: DecisionTree) {
    self.content = content
    self.layer = layer
    switch content {
    case .node(let number): lines = tree.nodes[number].lines
    case .leaf(let number): lines = tree.leaves[number].lines
    case .label(let node, let edge): lines = tree.nodes[node].edges[edge].label.wrapped(to: 24)
    case .bend: lines = []
    }
    let columns = lines.map(\.displayWidth).max() ?? 0
    let isBox: Bool
    switch content {
    case .node, .leaf: isBox = true
    case .label, .bend: isBox = false
    }
    width = lines.isEmpty ? 8 : Double(columns) * TreeBox.column + (isBox ? 24 : 8)
    height = Double(lines.count) * TreeBox.lineHeight + (isBox ? 16 : 2)
  }
}

extension DecisionTree.Node {
  /// The question and below it the notes.
  fileprivate var lines: [String] { question.wrapped(to: 34) + noteLines }

  /// The lines of the notes.
  var noteLines: [String] { notes.flatMap { $0.wrapped(to: 40) } }
}

extension DecisionTree.Leaf {
  /// The verdict and below it the message.
  fileprivate var lines: [String] { [verdict] + message.wrapped(to: 34) }
}
