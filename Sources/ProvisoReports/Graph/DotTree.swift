import ProvisoModel

/// Decision trees in the language of Graphviz, a cluster for each.
enum DotTree {
  static func render(_ trees: [DecisionTree]) -> String {
    var lines = [
      "digraph proviso {", "  graph [fontname=\"Helvetica\", labeljust=l, newrank=true];",
      "  node [fontname=\"Helvetica\", fontsize=11, shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\"];",
      "  edge [fontname=\"Helvetica\", fontsize=10];",
    ]
    for (number, tree) in trees.enumerated() {
      lines.append("  subgraph cluster_\(number) {")
      lines.append("    label=\(quoted([tree.heading.onOneLine])); color=\"#ffffff\";")
      for (index, node) in tree.nodes.enumerated() {
        let label = quoted(node.question.wrapped(to: 40) + node.notes.flatMap { "(\($0))".wrapped(to: 40) })
        lines.append("    t\(number)n\(index) [label=\(label)\(way(node.isMarked))];")
      }
      for (index, leaf) in tree.leaves.enumerated() {
        let colours = TreeColours.end(leaf.style)
        let label = quoted([leaf.verdict] + leaf.message.wrapped(to: 40))
        lines.append(
          "    t\(number)l\(index) [label=\(label), fillcolor=\"\(colours.fill)\", color=\"\(colours.line)\""
            + (leaf.isMarked ? ", penwidth=3" : "") + "];")
      }
      for (index, node) in tree.nodes.enumerated() {
        for edge in node.edges {
          let label = quoted(edge.label.wrapped(to: 28))
          lines.append(
            "    t\(number)n\(index) -> t\(number)\(name(edge.target)) [label=\(label)\(way(edge.isMarked))];")
        }
      }
      lines.append("  }")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func way(_ isMarked: Bool) -> String {
    isMarked ? ", color=\"\(TreeColours.marked)\", penwidth=3" : ""
  }

  private static func name(_ target: DecisionTree.Target) -> String {
    switch target {
    case .node(let number): "n\(number)"
    case .leaf(let number): "l\(number)"
    }
  }

  private static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    }
    return "\"\(escaped.joined(separator: "\\n"))\""
  }
}
