import ProvisoLanguage
import ProvisoLogic
import ProvisoModel

/// The diagram of one rule by itself, made for drawing: nothing of other rules is told apart in it, but whether the rule
/// does not apply or is kept is.
struct RuleTree {
  /// A question of the drawing: a variable, or several of one set that are asked as one.
  struct Question {
    /// The places in the diagram it stands for, the first on top.
    var places: [Reference]
    /// The variables asked.
    var variables: [Int]
    /// How several variables go together.
    var isAny = true
    /// Where answers lead, with the values that lead there; of several variables bit 1 is yes.
    var branches: [(values: UInt64, child: Reference)]
  }

  /// The most questions of a drawing that a person can still follow.
  static let mostQuestions = 60

  let table: VariableTable
  let root: Reference
  /// Each behind all that lead to it.
  let questions: [Question]

  /// The terminals, chosen apart from those of a plan.
  static func result(_ terminal: Int) -> DecisionTable.Result {
    switch terminal {
    case 2: .notApplicable
    case 3: .pass
    default: .fail(terminal - 4)
    }
  }

  private static func terminal(_ result: DecisionTable.Result) -> Int {
    switch result {
    case .notApplicable: 2
    case .pass: 3
    case .fail(let number): 4 + number
    }
  }

  /// - Throws: when there are too many questions to draw.
  init(_ rule: DecisionTable, _ schema: FactSchema) throws(TreeTooLarge) {
    table = VariableTable([rule], schema, asWritten: true)
    let (diagram, roots) = RuleCompiler.compile([rule], table, schema, terminal: RuleTree.terminal)
    guard let root = roots.first ?? nil else { throw TreeTooLarge(questions: nil) }
    self.root = root
    questions = RuleTree.joined(diagram, root, table)
    guard questions.count <= RuleTree.mostQuestions else { throw TreeTooLarge(questions: questions.count) }
  }

  // MARK: Joining

  /// The questions, those that ask a set for one word after the other taken together.
  private static func joined(_ diagram: Diagram, _ root: Reference, _ table: VariableTable) -> [Question] {
    let places = diagram.nodes(from: root)
    var parents: [Reference: Int] = [:]
    for place in places {
      for child in Set(diagram.branches(of: place)?.children ?? []) { parents[child, default: 0] += 1 }
    }
    var taken: Set<Reference> = []
    var questions: [Question] = []
    for place in places where !taken.contains(place) {
      guard var question = question(at: place, diagram) else { continue }
      while let longer = lengthened(question, diagram, table, parents) {
        taken.formUnion(longer.places)
        question = longer
      }
      questions.append(question)
    }
    return questions
  }

  private static func question(at place: Reference, _ diagram: Diagram) -> Question? {
    guard let (variable, children) = diagram.branches(of: place) else { return nil }
    var branches: [(values: UInt64, child: Reference)] = []
    for (value, child) in children.enumerated() {
      if let same = branches.firstIndex(where: { $0.child == child }) {
        branches[same].values |= 1 << UInt64(value)
      } else {
        branches.append((1 << UInt64(value), child))
      }
    }
    return Question(places: [place], variables: [variable], branches: branches)
  }

  /// The question joined with the one behind it, which only it leads to, where one of its answers leads to the same.
  private static func lengthened(
    _ question: Question, _ diagram: Diagram, _ table: VariableTable, _ parents: [Reference: Int]
  ) -> Question? {
    guard case .member(let path, _) = table.variables[question.variables[0]], question.branches.count == 2 else {
      return nil
    }
    for (way, leading) in question.branches.enumerated() {
      let other = question.branches[1 - way]
      guard parents[leading.child] == 1, let next = RuleTree.question(at: leading.child, diagram),
        case .member(path, _) = table.variables[next.variables[0]],
        let same = next.branches.first(where: { $0.child == other.child }), same.values == other.values
      else { continue }
      // Behind `no` any of the words will do, behind `yes` all are needed; the two do not mix.
      let isAny = leading.values == 0b01
      guard question.variables.count == 1 || question.isAny == isAny else { continue }
      return Question(
        places: question.places + next.places, variables: question.variables + next.variables, isAny: isAny,
        branches: next.branches)
    }
    return nil
  }
}

/// A rule has more questions than a drawing can show.
public struct TreeTooLarge: Error, Hashable, Sendable {
  /// How many; nil where they were not counted to the end.
  public let questions: Int?
}
