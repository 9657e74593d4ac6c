public import ProvisoModel
import ProvisoPlan

/// Why there is no drawing of a rule.
public enum TreeFailure: Error, Hashable, Sendable {
  /// No rule has this id.
  case unknownRule
  /// It has more questions than a person could follow: how many, nil where they were not counted to the end.
  case tooLarge(questions: Int?)
  /// The draft whose way is wanted could not be scanned for want of memory.
  case notScanned
}

extension Engine {
  /// The ids of the rules that a name stands for: a rule's id, or that of a pack; empty when there is neither.
  public func ruleIDs(named name: String) -> [String] {
    if ruleIDs.contains(name) { return [name] }
    return plan.rules.filter { plan.packs[$0.pack].id == name }.map(\.id)
  }

  /// The ids of the packs that have rules.
  public var packIDs: [String] { plan.packs.filter(\.hasRules).map(\.id) }

  /// The decision tree of a rule in words, ready to be drawn.
  ///
  /// - Parameters:
  ///   - draft: the draft whose way is marked; where something is unknown, every way that is still possible.
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for, unless a planned sending day is declared.
  public func tree(
    of rule: String, marking draft: Draft? = nil, facts: Facts = Facts(), asOf day: CalendarDate
  ) throws(TreeFailure) -> DecisionTree {
    let tree: DecisionTree?
    do {
      tree = try draft.map { try plan.tree(of: rule, for: $0, facts: facts, asOf: day) } ?? plan.tree(of: rule)
    } catch let large as TreeTooLarge {
      throw .tooLarge(questions: large.questions)
    } catch {
      throw .notScanned
    }
    guard let tree else { throw .unknownRule }
    return tree
  }
}
