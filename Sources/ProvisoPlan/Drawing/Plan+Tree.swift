import ProvisoLanguage
import ProvisoLogic
public import ProvisoModel
import ProvisoPacks
import ProvisoSource

extension Plan {
  /// The tree of a rule, ready to be drawn; nil when there is no such rule.
  ///
  /// - Parameter phrases: some phrases of each vocabulary by its id, to be shown; a plan keeps none.
  /// - Throws: when it has more questions than a drawing can show.
  public func tree(of id: String, showing phrases: [String: String]) throws(TreeTooLarge) -> DecisionTree? {
    guard let rule = rules.first(where: { $0.id == id }) else { return nil }
    return tree(rule, try RuleTree(rule.table, schema), phrases)
  }

  private func tree(_ rule: PlannedRule, _ tree: RuleTree, _ phrases: [String: String]) -> DecisionTree {
    DecisionTree(
      rule, tree, TreeWording(schema: schema, table: tree.table, patternNames: patternNames, phrases: phrases))
  }

  /// The tree of a rule with the way marked that a draft takes; where something is unknown, every way still possible.
  ///
  /// The way is that of one audience, the first of those that the rule tells apart.
  ///
  /// - Parameters:
  ///   - phrases: some phrases of each vocabulary by its id, to be shown; a plan keeps none.
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for while its planned sending day is not known.
  /// - Throws: `TreeTooLarge`, or `ScanFailure` when the text cannot be scanned, which takes a lack of memory.
  public func tree(
    of id: String, showing phrases: [String: String], for draft: Draft, facts: Facts, asOf day: CalendarDate
  ) throws -> DecisionTree? {
    guard let rule = rules.first(where: { $0.id == id }) else { return nil }
    let ruleTree = try RuleTree(rule.table, schema)
    var tree = tree(rule, ruleTree, phrases)
    let declared = draft.facts.overridden(by: facts)
    let grouping = AudienceGrouping([rule.table], schema)
    let groups = grouping.groups(declared)
    let states = grouping.states(declared, of: groups[0])
    var date = day
    if case .known(.instant(let planned))? = states[Fact.plannedSending] { date = planned.date }
    let text = try DraftText(draft, texts)
    let situation = Situation(schema: schema, facts: states, date: date, draft: text)
    tree.mark(ruleTree.branchesTaken(in: situation))
    let isPlaceAsked = grouping.isAsked(by: rule.table)
    tree.marking = DecisionTree.Marking(
      draft: draft.source.name, places: isPlaceAsked ? groups[0].places : [],
      otherPlaces: isPlaceAsked ? groups.dropFirst().flatMap(\.places) : [])
    return tree
  }
}

extension DecisionTree {
  /// The tree in words.
  fileprivate init(_ rule: PlannedRule, _ tree: RuleTree, _ wording: TreeWording) {
    var numbers: [Reference: Int] = [:]
    for (number, question) in tree.questions.enumerated() { numbers[question.places[0]] = number }
    var leaves: [Leaf] = []
    var failures: [Int: Int] = [:]
    // A failure stands once. Kept and not applicable stand wherever they come up: lines from all over the drawing to one
    // place would hide what matters.
    func target(_ place: Reference) -> Target {
      guard let terminal = place.terminal else { return .node(numbers[place] ?? 0) }
      if let made = failures[terminal] { return .leaf(made) }
      let result = RuleTree.result(terminal)
      if case .fail = result { failures[terminal] = leaves.count }
      leaves.append(Leaf(rule, result))
      return .leaf(leaves.count - 1)
    }
    let nodes = tree.questions.map { question in
      let (text, fact, examples) = wording.question(question)
      let edges = zip(question.branches, wording.answers(question)).map { branch, answer in
        Edge(label: answer.label, allAnswers: answer.all, target: target(branch.child))
      }
      return Node(question: text, fact: fact, examples: examples, edges: edges)
    }
    self.init(ruleID: rule.id, title: rule.title, root: target(tree.root), nodes: nodes, leaves: leaves)
  }

  /// Marks what can be reached from the root along the branches that are open.
  ///
  /// - Parameter open: for each node and each of its edges whether it may be taken.
  fileprivate mutating func mark(_ open: [[Bool]]) {
    switch root {
    case .node(let node): nodes[node].isMarked = true
    case .leaf(let leaf): leaves[leaf].isMarked = true
    }
    // A node stands behind all that lead to it.
    for node in nodes.indices where nodes[node].isMarked {
      for edge in nodes[node].edges.indices where open[node][edge] {
        nodes[node].edges[edge].isMarked = true
        switch nodes[node].edges[edge].target {
        case .node(let next): nodes[next].isMarked = true
        case .leaf(let leaf): leaves[leaf].isMarked = true
        }
      }
    }
  }
}

extension DecisionTree.Leaf {
  fileprivate init(_ rule: PlannedRule, _ result: DecisionTable.Result) {
    switch result {
    case .notApplicable: self.init(outcome: .notApplicable)
    case .pass: self.init(outcome: .pass)
    case .fail(let number):
      let ruleCase = rule.ruleCase(number)
      self.init(outcome: .fail, level: ruleCase.level, message: ruleCase.message.filled { "{\($0)}" })
    }
  }
}
