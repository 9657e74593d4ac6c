public import ProvisoModel

/// A form in which decision trees are drawn. The same trees give the same bytes.
public enum TreeFormat: String, CaseIterable, Sendable {
  /// For Markdown pages that know Mermaid.
  case mermaid
  /// For Graphviz.
  case dot
  /// A picture, laid out and drawn without any other program.
  case svg

  /// The drawing of several trees, one below the other, as text that ends with a line feed.
  public func render(_ trees: [DecisionTree]) -> String {
    switch self {
    case .mermaid: MermaidTree.render(trees)
    case .dot: DotTree.render(trees)
    case .svg: SVGTree.render(trees)
    }
  }
}

extension DecisionTree {
  /// The tree's name and whose way is marked in it.
  var heading: String {
    guard let marking else { return "\(ruleID): \(title)" }
    let places = marking.places.isEmpty ? "" : " in \(Wording.shortened(marking.places, to: 3))"
    let others = marking.otherPlaces.isEmpty ? "" : "; not shown: \(Wording.shortened(marking.otherPlaces, to: 3))"
    return "\(ruleID): \(title). Marked: \(marking.draft)\(places)\(others)"
  }
}

extension DecisionTree.Node {
  /// What stands below the question in small letters.
  var notes: [String] { (fact.map { [$0] } ?? []) + examples }
}

extension DecisionTree.Leaf {
  /// How the rule comes out, in a word or two.
  var verdict: String {
    switch outcome {
    case .notApplicable: "does not apply"
    case .pass: "kept"
    case .fail: level?.rawValue ?? "broken"
    case .undetermined: "undetermined"
    }
  }

  /// The name of its look, the same in every format.
  var style: String {
    switch outcome {
    case .notApplicable, .undetermined: "inapplicable"
    case .pass: "kept"
    case .fail: level?.rawValue ?? "block"
    }
  }
}

/// The colours of the ends of a tree: dark text on light ground. Each also says in words what it is.
enum TreeColours {
  static let ends: [(style: String, fill: String, line: String)] = [
    ("block", "#fde0dd", "#b3261e"), ("warn", "#fdefc8", "#8a5a00"), ("advice", "#dcebfb", "#1a5a96"),
    ("kept", "#ddf3e0", "#1e7032"), ("inapplicable", "#ececee", "#5f6368"),
  ]
  static let question = (fill: "#ffffff", line: "#3c4043")
  static let marked = "#0b57d0"

  static func end(_ style: String) -> (fill: String, line: String) {
    ends.first { $0.style == style }.map { ($0.fill, $0.line) } ?? question
  }
}
