import ProvisoModel

/// Decision trees as a Mermaid flow chart, a subgraph for each.
enum MermaidTree {
  static func render(_ trees: [DecisionTree]) -> String {
    var lines = ["flowchart TD"]
    var marked: [Int] = []
    var links = 0
    for (number, tree) in trees.enumerated() {
      lines.append("  subgraph t\(number)[\"\(escaped(tree.heading))\"]")
      for (index, node) in tree.nodes.enumerated() {
        let notes = node.notes.map { "<br/><small>\(wrapped($0))</small>" }.joined()
        lines.append("    t\(number)n\(index)[\"\(wrapped(node.question))\(notes)\"]\(node.isMarked ? ":::way" : "")")
      }
      for (index, leaf) in tree.leaves.enumerated() {
        let message = leaf.message.isEmpty ? "" : "<br/>\(wrapped(leaf.message))"
        lines.append("    t\(number)l\(index)([\"<b>\(leaf.verdict)</b>\(message)\"]):::\(leaf.style)")
        if leaf.isMarked { lines.append("    class t\(number)l\(index) way") }
      }
      for (index, node) in tree.nodes.enumerated() {
        for edge in node.edges {
          let arrow = edge.isMarked ? "==>" : "-->"
          lines.append(
            "    t\(number)n\(index) \(arrow)|\"\(wrapped(edge.label))\"| t\(number)\(name(edge.target))")
          if edge.isMarked { marked.append(links) }
          links += 1
        }
      }
      lines.append("  end")
    }
    for (style, fill, line) in TreeColours.ends {
      lines.append("  classDef \(style) fill:\(fill),stroke:\(line),color:#1a1a1a")
    }
    lines.append("  classDef way stroke:\(TreeColours.marked),stroke-width:3px")
    if !marked.isEmpty {
      lines.append("  linkStyle \(marked.map(String.init).joined(separator: ",")) stroke:\(TreeColours.marked)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func name(_ target: DecisionTree.Target) -> String {
    switch target {
    case .node(let number): "n\(number)"
    case .leaf(let number): "l\(number)"
    }
  }

  private static func wrapped(_ text: String) -> String {
    text.wrapped(to: 40).map(escaped).joined(separator: "<br/>")
  }

  /// Everything that means something to Mermaid or HTML as a numbered entity.
  private static func escaped(_ text: String) -> String {
    text.onOneLine.unicodeScalars.map { scalar in
      "\"#&<>`|[]{}()\\;*_".unicodeScalars.contains(scalar) ? "#\(scalar.value);" : String(scalar)
    }.joined()
  }
}
