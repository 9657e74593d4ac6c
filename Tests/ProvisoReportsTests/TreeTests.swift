import ProvisoModel
import ProvisoReports
import ProvisoTestSupport
import Testing

@Suite struct TreeTests {
  /// Names and messages with everything that means something to a format, and parts that are shared.
  static var hostile: DecisionTree {
    let nasty = "a \"b\" <c> & [d] {e} |f| `g` #h; \\n </text> \u{1B}[31m\nnext 猫"
    var tree = DecisionTree(
      ruleID: "t.r", title: nasty, root: .node(0),
      nodes: [
        .init(
          question: nasty, fact: "consent.status", examples: ["@\"x\": <c> & #h …"],
          edges: [
            .init(label: nasty, target: .node(1)),
            .init(label: "DE, FR or 2 more", allAnswers: "DE, FR, IT & ES", target: .node(2)),
          ]),
        .init(
          question: "Is it?", edges: [.init(label: "yes", target: .leaf(0)), .init(label: "no", target: .node(2))]),
        .init(
          question: "Really?", edges: [.init(label: "yes", target: .leaf(0)), .init(label: "no", target: .leaf(1))]),
      ],
      leaves: [.init(outcome: .fail, level: .block, message: nasty), .init(outcome: .notApplicable)])
    tree.marking = .init(draft: "\"d\".txt", places: ["DE"], otherPlaces: ["US"])
    tree.nodes[0].isMarked = true
    tree.nodes[0].edges[0].isMarked = true
    return tree
  }

  @Test(arguments: TreeFormat.allCases) func `whatever is in a name, the drawing stays whole`(_ format: TreeFormat)
    throws
  {
    let text = format.render([Self.hostile])
    try GoldenFile.expect(text, matches: "tree.hostile.\(format.rawValue)")
    #expect(!text.contains("\u{1B}"))
    #expect(text == format.render([Self.hostile]))
  }

  @Test func `a picture has as many closing tags as opening ones, and texts without signs`() {
    let text = TreeFormat.svg.render([Self.hostile, Self.hostile])
    for tag in ["svg", "g", "text", "title", "marker"] {
      let opening = text.split(separator: "<", omittingEmptySubsequences: false).count {
        $0.hasPrefix("\(tag)>") || $0.hasPrefix("\(tag) ")
      }
      #expect(opening > 0 && opening == text.split(separator: "</\(tag)>", omittingEmptySubsequences: false).count - 1)
    }
    #expect(text.matches(of: /<title>/).count > 10)
    #expect(!text.contains("<c>") && text.contains("&lt;c&gt;"))
  }

  /// The numbers in each place that a pattern with four groups finds.
  private static func numbers(
    _ pattern: Regex<(Substring, Substring, Substring, Substring, Substring)>, in text: String
  ) -> [[Int]] {
    text.matches(of: pattern).map { match in [match.1, match.2, match.3, match.4].map { Int($0) ?? 0 } }
  }

  @Test func `many trees stand in rows, and no picture grows wider than programs show`() throws {
    let one = TreeFormat.svg.render([Self.hostile]),
      many = TreeFormat.svg.render(Array(repeating: Self.hostile, count: 40))
    let size = /viewBox="(\d) (\d) (\d+) (\d+)"/
    let (single, all) = (
      try #require(Self.numbers(size, in: one).first), try #require(Self.numbers(size, in: many).first)
    )
    #expect(all[2] <= 8_100 && all[2] > 3 * single[2])
    #expect(all[3] < 40 * single[3] / 3)
    let places = many.matches(of: /translate\((\d+) (\d+)\)/).map { [Int($0.1) ?? 0, Int($0.2) ?? 0] }
    #expect(Set(places).count == 40)
    #expect(
      zip(places, places.dropFirst()).allSatisfy { $0[1] < $1[1] || $0[1] == $1[1] && $0[0] + single[2] <= $1[0] + 60 })
  }

  @Test func `no two boxes of a picture lie over each other`() throws {
    let text = TreeFormat.svg.render([Self.hostile])
    let boxes = Self.numbers(/<rect x="(-?\d+)" y="(-?\d+)" width="(\d+)" height="(\d+)"/, in: text)
    #expect(boxes.count == 11)
    for (number, one) in boxes.enumerated() {
      for other in boxes[(number + 1)...] {
        let apart =
          one[0] + one[2] <= other[0] || other[0] + other[2] <= one[0] || one[1] + one[3] <= other[1]
          || other[1] + other[3] <= one[1]
        #expect(apart, "\(one) and \(other)")
      }
    }
  }

  @Test func `a rule that asks nothing is an end alone`() {
    let tree = DecisionTree(ruleID: "t.r", title: "T", root: .leaf(0), nodes: [], leaves: [.init(outcome: .pass)])
    for format in TreeFormat.allCases { #expect(format.render([tree]).contains("kept")) }
  }
}
