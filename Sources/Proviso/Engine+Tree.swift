public import ProvisoModel
import ProvisoPacks
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

  /// The decision trees of rules in words, ready to be drawn.
  ///
  /// - Parameters:
  ///   - draft: the draft whose way is marked; where something is unknown, every way that is still possible.
  ///   - facts: what is declared besides what the draft itself states; where both speak, these count.
  ///   - day: the day the draft is judged for, unless a planned sending day is declared.
  /// - Returns: the trees, and the rules that have none.
  public func trees(
    of rules: [String], marking draft: Draft? = nil, facts: Facts = Facts(), asOf day: CalendarDate
  ) -> (trees: [DecisionTree], failures: [(rule: String, reason: TreeFailure)]) {
    let phrases = samplePhrases
    var result: (trees: [DecisionTree], failures: [(rule: String, reason: TreeFailure)]) = ([], [])
    for rule in rules {
      do throws(TreeFailure) {
        result.trees.append(try tree(of: rule, phrases, marking: draft, facts: facts, asOf: day))
      } catch {
        result.failures.append((rule, error))
      }
    }
    return result
  }

  private func tree(
    of rule: String, _ phrases: [String: String], marking draft: Draft?, facts: Facts, asOf day: CalendarDate
  ) throws(TreeFailure) -> DecisionTree {
    let tree: DecisionTree?
    do {
      tree =
        try draft.map { try plan.tree(of: rule, showing: phrases, for: $0, facts: facts, asOf: day) }
        ?? plan.tree(of: rule, showing: phrases)
    } catch let large as TreeTooLarge {
      throw .tooLarge(questions: large.questions)
    } catch {
      throw .notScanned
    }
    guard let tree else { throw .unknownRule }
    return tree
  }

  /// The first phrases of every vocabulary, by its id, in the first of its languages: `flash sale, % off …`
  private var samplePhrases: [String: String] {
    let vocabularies = checkedPacks.packs.flatMap(\.vocabularies).filter { !$0.phrases.isEmpty }
    let samples = vocabularies.map { vocabulary in
      let language = vocabulary.phrases.first?.language
      let shown = vocabulary.phrases.filter { $0.language == language }.prefix(Engine.mostSamples).map(\.text)
      let more = shown.count < vocabulary.phrases.count ? " …" : ""
      return (vocabulary.id, shown.joined(separator: ", ") + more)
    }
    return Dictionary(samples, uniquingKeysWith: { first, _ in first })
  }

  /// The most phrases of a vocabulary that a drawing shows.
  private static let mostSamples = 3
}
