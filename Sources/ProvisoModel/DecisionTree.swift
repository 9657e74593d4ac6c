/// A rule as a tree of questions in words, ready to be drawn. Parts that are equal are drawn once, so several answers may
/// lead to the same question.
public struct DecisionTree: Hashable, Sendable {
  /// A question with its answers.
  public struct Node: Hashable, Sendable {
    /// The question, in words.
    public var question: String
    /// The fact it asks for; nil for a question that the message itself answers.
    public var fact: String?
    /// What names in the question stand for, a line each: `@promotion: flash sale, % off …`.
    public var examples: [String]
    /// The answers, each leading on.
    public var edges: [Edge]
    /// Whether the marked way comes by.
    public var isMarked = false

    /// A question.
    public init(question: String, fact: String? = nil, examples: [String] = [], edges: [Edge]) {
      self.question = question
      self.fact = fact
      self.examples = examples
      self.edges = edges
    }
  }

  /// An answer, or several that lead to the same place.
  public struct Edge: Hashable, Sendable {
    /// The answers in a few words.
    public var label: String
    /// All of the answers, where the label leaves some out.
    public var allAnswers: String?
    /// Where it leads.
    public var target: Target
    /// Whether the marked way goes along it, or may.
    public var isMarked = false

    /// An answer.
    public init(label: String, allAnswers: String? = nil, target: Target) {
      self.label = label
      self.allAnswers = allAnswers
      self.target = target
    }
  }

  /// A question or an end, by its number.
  public enum Target: Hashable, Sendable {
    case node(Int)
    case leaf(Int)
  }

  /// How the rule comes out.
  public struct Leaf: Hashable, Sendable {
    /// `fail`, `pass` or `notApplicable`.
    public var outcome: Outcome
    /// How much it matters; for a failure only.
    public var level: Level?
    /// What is wrong; empty for everything but a failure.
    public var message: String
    /// Whether the marked way ends here, or may.
    public var isMarked = false

    /// An end.
    public init(outcome: Outcome, level: Level? = nil, message: String = "") {
      self.outcome = outcome
      self.level = level
      self.message = message
    }
  }

  /// Whose way is marked.
  public struct Marking: Hashable, Sendable {
    /// The file of the draft.
    public var draft: String
    /// The places it is marked for; empty where places play no part.
    public var places: [String]
    /// The other places the draft goes to, for which it may go another way.
    public var otherPlaces: [String]

    /// A marking.
    public init(draft: String, places: [String], otherPlaces: [String]) {
      self.draft = draft
      self.places = places
      self.otherPlaces = otherPlaces
    }
  }

  /// The rule.
  public var ruleID: String, title: String
  /// Where it begins.
  public var root: Target
  /// The questions; none leads back to an earlier one.
  public var nodes: [Node]
  /// The ends.
  public var leaves: [Leaf]
  /// Whose way is marked; nil where none is.
  public var marking: Marking?

  /// A tree.
  public init(ruleID: String, title: String, root: Target, nodes: [Node], leaves: [Leaf]) {
    self.ruleID = ruleID
    self.title = title
    self.root = root
    self.nodes = nodes
    self.leaves = leaves
  }
}
