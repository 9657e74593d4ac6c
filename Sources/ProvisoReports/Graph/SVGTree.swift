import ProvisoModel

/// Decision trees as one picture: beside each other as long as there is room, then in rows below.
struct SVGTree {
  private static let margin = 24.0
  private static let headingWidth = 100
  /// The widest row of several trees. Programs that show pictures refuse what is much larger in either direction.
  private static let widest = 8_000.0

  private var elements: [String] = []
  private var width = 0.0
  /// Where the next tree stands.
  private var x = SVGTree.margin
  /// Where the row begins, and where it ends.
  private var top = SVGTree.margin
  private var height = SVGTree.margin

  static func render(_ trees: [DecisionTree]) -> String {
    var drawing = SVGTree()
    for tree in trees { drawing.add(tree) }
    let title = trees.map(\.ruleID).joined(separator: ", ")
    let (width, height) = (number(drawing.width + 2 * margin), number(drawing.height))
    let head = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" font-family=\"Helvetica, Arial, sans-serif\" "
        + "font-size=\"13\" fill=\"#1a1a1a\">",
      "<title>\(title.xml)</title>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
      arrow("arrow", TreeColours.question.line), arrow("way", TreeColours.marked),
    ]
    return (head + drawing.elements + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private static func arrow(_ name: String, _ colour: String) -> String {
    "<marker id=\"\(name)\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" "
      + "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"\(colour)\"/></marker>"
  }

  // MARK: Parts

  private mutating func add(_ tree: DecisionTree) {
    let layout = TreeLayout(tree)
    let heading = tree.heading.wrapped(to: SVGTree.headingWidth)
    let treeWidth = heading.reduce(layout.width) { max($0, Double($1.displayWidth) * 8.8) }
    if x > SVGTree.margin, x + treeWidth > SVGTree.widest { (x, top) = (SVGTree.margin, height) }
    var y = top
    elements.append("<g><title>\(tree.heading.xml)</title>")
    for line in heading {
      y += 19
      elements.append(SVGTree.text(line, x, y, "font-size=\"15\" font-weight=\"bold\""))
    }
    elements.append("</g>")
    y += 20
    elements.append("<g transform=\"translate(\(SVGTree.number(x)) \(SVGTree.number(y)))\">")
    // What is marked is drawn over the rest.
    for isMarked in [false, true] {
      for route in layout.routes where SVGTree.isMarked(route, layout, tree) == isMarked {
        addEdge(route, layout, isMarked)
      }
    }
    for box in layout.boxes { addBox(box, tree) }
    elements.append("</g>")
    height = max(height, y + layout.height + 2 * SVGTree.margin)
    width = max(width, x - SVGTree.margin + treeWidth)
    x += treeWidth + 3 * SVGTree.margin
  }

  private static func isMarked(_ route: [Int], _ layout: TreeLayout, _ tree: DecisionTree) -> Bool {
    guard case .label(let node, let edge) = layout.boxes[route[1]].content else { return false }
    return tree.nodes[node].edges[edge].isMarked
  }

  /// A curve from box to box that is vertical in the middle of each.
  private mutating func addEdge(_ route: [Int], _ layout: TreeLayout, _ isMarked: Bool) {
    let boxes = route.map { layout.boxes[$0] }
    guard let first = boxes.first, let last = boxes.last else { return }
    var (x, y) = (first.x, first.y + first.height / 2)
    var path = "M\(SVGTree.number(x)) \(SVGTree.number(y))"
    func curve(to nextX: Double, _ nextY: Double) {
      let middle = SVGTree.number((y + nextY) / 2)
      path += "C\(SVGTree.number(x)) \(middle) \(SVGTree.number(nextX)) \(middle) "
      path += "\(SVGTree.number(nextX)) \(SVGTree.number(nextY))"
      (x, y) = (nextX, nextY)
    }
    for box in boxes.dropFirst().dropLast() {
      curve(to: box.x, box.y - box.height / 2)
      y = box.y + box.height / 2
      path += "V\(SVGTree.number(y))"
    }
    curve(to: last.x, last.y - last.height / 2)
    let look =
      isMarked
      ? "stroke=\"\(TreeColours.marked)\" stroke-width=\"3\" marker-end=\"url(#way)\""
      : "stroke=\"\(TreeColours.question.line)\" stroke-width=\"1.2\" marker-end=\"url(#arrow)\""
    elements.append("<path d=\"\(path)\" fill=\"none\" \(look)/>")
  }

  private mutating func addBox(_ box: TreeBox, _ tree: DecisionTree) {
    switch box.content {
    case .bend: return
    case .label(let node, let edge):
      let edge = tree.nodes[node].edges[edge]
      let all = (edge.allAnswers ?? edge.label).onOneLine
      addRectangle(box, title: all, fill: "#ffffff", line: nil, radius: 0)
      addLines(box) { _ in edge.isMarked ? "font-weight=\"bold\"" : "" }
    case .node(let number):
      let node = tree.nodes[number]
      let colours = TreeColours.question
      addRectangle(
        box, title: node.question.onOneLine, fill: colours.fill,
        line: node.isMarked ? TreeColours.marked : colours.line,
        radius: 6, isThick: node.isMarked)
      let notes = node.noteLines.count
      addLines(box) { $0 >= box.lines.count - notes ? "font-size=\"11\" fill=\"#4a4e54\"" : "" }
    case .leaf(let number):
      let leaf = tree.leaves[number]
      let colours = TreeColours.end(leaf.style)
      let title = leaf.message.isEmpty ? leaf.verdict : "\(leaf.verdict): \(leaf.message.onOneLine)"
      addRectangle(
        box, title: title, fill: colours.fill, line: leaf.isMarked ? TreeColours.marked : colours.line, radius: 16,
        isThick: leaf.isMarked)
      addLines(box) { $0 == 0 ? "font-weight=\"bold\"" : "" }
    }
    elements.append("</g>")
  }

  /// Opens a group for the box and draws its ground.
  private mutating func addRectangle(
    _ box: TreeBox, title: String, fill: String, line: String?, radius: Int, isThick: Bool = false
  ) {
    let stroke = line.map { " stroke=\"\($0)\" stroke-width=\"\(isThick ? "3" : "1.2")\"" } ?? ""
    elements.append("<g><title>\(title.xml)</title>")
    elements.append(
      "<rect x=\"\(SVGTree.number(box.x - box.width / 2))\" y=\"\(SVGTree.number(box.y - box.height / 2))\" "
        + "width=\"\(SVGTree.number(box.width))\" height=\"\(SVGTree.number(box.height))\" rx=\"\(radius)\" "
        + "fill=\"\(fill)\"\(stroke)/>")
  }

  private mutating func addLines(_ box: TreeBox, _ look: (Int) -> String) {
    let top = box.y - Double(box.lines.count) * TreeBox.lineHeight / 2
    for (number, line) in box.lines.enumerated() {
      let baseline = top + Double(number) * TreeBox.lineHeight + 13
      elements.append(SVGTree.text(line, box.x, baseline, "text-anchor=\"middle\" \(look(number))"))
    }
  }

  // MARK: Writing

  private static func text(_ line: String, _ x: Double, _ y: Double, _ look: String) -> String {
    let look = look.split(separator: " ").joined(separator: " ")
    return "<text x=\"\(number(x))\" y=\"\(number(y))\" \(look)>\(line.xml)</text>"
  }

  /// A coordinate in whole pixels, so that no rounding of a machine shows.
  private static func number(_ value: Double) -> String { String(Int(value.rounded())) }
}
