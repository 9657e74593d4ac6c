import ProvisoModel

/// Places the parts of a tree in layers: questions and ends in every second one, the labels of edges between them, so
/// that nothing lies over anything else.
///
/// After Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures" (1981): layers
/// by the longest way from the root, the order in a layer by the middle of the neighbours, then positions as near to the
/// neighbours as the order allows.
struct TreeLayout {
  private(set) var boxes: [TreeBox] = []
  /// For each node and edge the boxes it runs through, from the node to what it leads to.
  private(set) var routes: [[Int]] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  private var layers: [[Int]] = []

  private static let gap = 22.0
  private static let rounds = 12

  init(_ tree: DecisionTree) {
    addBoxes(tree)
    for round in 0..<TreeLayout.rounds { order(isDown: round.isMultiple(of: 2)) }
    placeVertically()
    placeHorizontally()
  }

  // MARK: Layers

  private mutating func addBoxes(_ tree: DecisionTree) {
    var nodeLayer = [Int](repeating: 0, count: tree.nodes.count)
    var leafLayer = [Int](repeating: 0, count: tree.leaves.count)
    for (number, node) in tree.nodes.enumerated() {
      for edge in node.edges {
        switch edge.target {
        case .node(let next): nodeLayer[next] = max(nodeLayer[next], nodeLayer[number] + 2)
        case .leaf(let leaf): leafLayer[leaf] = max(leafLayer[leaf], nodeLayer[number] + 2)
        }
      }
    }
    let nodes = tree.nodes.indices.map { add(.node($0), nodeLayer[$0], tree) }
    let leaves = tree.leaves.indices.map { add(.leaf($0), leafLayer[$0], tree) }
    for (number, node) in tree.nodes.enumerated() {
      for (index, edge) in node.edges.enumerated() {
        let end: Int
        switch edge.target {
        case .node(let next): end = nodes[next]
        case .leaf(let leaf): end = leaves[leaf]
        }
        var route = [nodes[number], add(.label(node: number, edge: index), nodeLayer[number] + 1, tree)]
        for layer in (nodeLayer[number] + 2)..<max(nodeLayer[number] + 2, boxes[end].layer) {
          route.append(add(.bend(node: number, edge: index), layer, tree))
        }
        route.append(end)
        for (upper, lower) in zip(route, route.dropFirst()) {
          boxes[upper].below.append(lower)
          boxes[lower].above.append(upper)
        }
        routes.append(route)
      }
    }
    layers = Array(repeating: [], count: (boxes.map(\.layer).max() ?? 0) + 1)
    // First as they are met going down, the answers of a question from left to right.
    var seen: Set<Int> = []
    var waiting = boxes.isEmpty ? [] : [0]
    while let box = waiting.popLast() {
      guard seen.insert(box).inserted else { continue }
      layers[boxes[box].layer].append(box)
      waiting += boxes[box].below.reversed()
    }
  }

  private mutating func add(_ content: TreeBox.Content, _ layer: Int, _ tree: DecisionTree) -> Int {
    boxes.append(TreeBox(content, layer: layer, tree))
    return boxes.count - 1
  }

  // MARK: Order

  /// Sorts each layer by the middle of what its boxes hang on in the layer before.
  private mutating func order(isDown: Bool) {
    var place = [Double](repeating: 0, count: boxes.count)
    for layer in layers { for (position, box) in layer.enumerated() { place[box] = Double(position) } }
    for layer in isDown ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed() {
      let keys = layers[layer].enumerated().map { position, box -> (key: Double, position: Int, box: Int) in
        let others = isDown ? boxes[box].above : boxes[box].below
        let middle = others.isEmpty ? place[box] : others.reduce(0) { $0 + place[$1] } / Double(others.count)
        return (middle, position, box)
      }
      layers[layer] = keys.sorted { ($0.key, $0.position) < ($1.key, $1.position) }.map(\.box)
      for (position, box) in layers[layer].enumerated() { place[box] = Double(position) }
    }
  }

  // MARK: Positions

  private mutating func placeVertically() {
    for layer in layers {
      let tallest = layer.map { boxes[$0].height }.max() ?? 0
      for box in layer {
        boxes[box].y = height + tallest / 2
        if case .bend = boxes[box].content { boxes[box].height = tallest }
      }
      height += tallest + TreeLayout.gap
    }
    height -= TreeLayout.gap
  }

  private mutating func placeHorizontally() {
    for layer in layers { settle(layer) { _ in 0 } }
    for round in 0..<(TreeLayout.rounds * 2 + 1) {
      let isDown = round.isMultiple(of: 2)
      for layer in isDown ? layers : layers.reversed() {
        let before = boxes
        settle(layer) { box in
          let others = isDown ? before[box].above : before[box].below
          return others.isEmpty ? before[box].x : others.reduce(0) { $0 + before[$1].x } / Double(others.count)
        }
      }
    }
    let left = boxes.map { $0.x - $0.width / 2 }.min() ?? 0
    for box in boxes.indices { boxes[box].x -= left }
    width = boxes.map { $0.x + $0.width / 2 }.max() ?? 0
  }

  /// Puts the boxes of a layer, in their order and without overlap, where the squares of the distances from the wanted
  /// places are least in sum: neighbours that would overlap move together (the pool-adjacent-violators algorithm).
  private mutating func settle(_ layer: [Int], wanted: (Int) -> Double) {
    var offset = 0.0
    var pools: [(sum: Double, count: Double, boxes: [(box: Int, offset: Double)])] = []
    for (position, box) in layer.enumerated() {
      if position > 0 { offset += (boxes[layer[position - 1]].width + boxes[box].width) / 2 + TreeLayout.gap }
      pools.append((wanted(box) - offset, 1, [(box, offset)]))
      while pools.count > 1, let last = pools.last,
        pools[pools.count - 2].sum / pools[pools.count - 2].count > last.sum / last.count
      {
        pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
        pools[pools.count - 1].boxes += last.boxes
      }
    }
    for pool in pools {
      for (box, offset) in pool.boxes { boxes[box].x = pool.sum / pool.count + offset }
    }
  }
}
