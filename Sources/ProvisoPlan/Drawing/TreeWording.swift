import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// Puts the questions and answers of a rule's tree into words.
struct TreeWording {
  let schema: FactSchema
  let table: VariableTable
  /// What patterns are called.
  let patternNames: [String: String]
  /// Some phrases of each vocabulary, by its id.
  let phrases: [String: String]

  /// The most answers listed on one edge.
  private static let mostListed = 4

  // MARK: Questions

  /// The question of a node, the fact it asks for, and what the names in it stand for.
  func question(_ question: RuleTree.Question) -> (text: String, fact: String?, examples: [String]) {
    switch table.variables[question.variables[0]] {
    case .fact(let path, _): return (schema[path]?.question ?? path, path, [])
    case .member(let path, _):
      let words = question.variables.compactMap { variable -> String? in
        if case .member(_, let word) = table.variables[variable] { word } else { nil }
      }
      let listed = TreeWording.list(words, question.isAny ? "or" : "and")
      return ("\(schema[path]?.question ?? path) Among it: \(listed)?", path, [])
    case .answer(let atom):
      let vocabularies = Condition.atom(atom.value).vocabulariesNamed.sorted()
      return (atom.value.question(naming: patternNames), nil, vocabularies.compactMap(example))
    }
  }

  /// `@promotion: flash sale, % off …`
  private func example(_ vocabulary: String) -> String? {
    phrases[vocabulary].map { "@\(vocabulary.split(separator: "/").last ?? ""): \($0)" }
  }

  // MARK: Answers

  /// The answers of a question, in the order of its branches.
  func answers(_ question: RuleTree.Question) -> [(label: String, all: String?)] {
    guard case .fact(let path, let part) = table.variables[question.variables[0]], let definition = schema[path],
      let classes = table.classes[path]?[part]
    else { return question.branches.map { ($0.values == 0b10 ? "yes" : "no", nil) } }
    let lists = question.branches.map { listed($0.values, classes, definition) }
    let sizes = question.branches.map { size($0.values, classes) }
    let longest = sizes.indices.max { sizes[$0] < sizes[$1] }
    let isRestNamed = lists.indices.allSatisfy { $0 == longest || lists[$0].count <= TreeWording.mostListed }
    return lists.enumerated().map { number, words in
      let isRest = number == longest && sizes[number] > TreeWording.mostListed && isRestNamed && lists.count > 1
      guard isRest || words.count > TreeWording.mostListed else { return (TreeWording.list(words, "or"), nil) }
      let all = TreeWording.list(words, "or")
      if isRest {
        return (definition.type == .place ? "anywhere else" : "anything else", all)
      }
      return (words.prefix(2).joined(separator: ", ") + " or \(words.count - 2) more", all)
    }
  }

  /// How many values lead along a branch.
  private func size(_ values: UInt64, _ classes: ValueClasses) -> Int {
    classes.sizes.enumerated().reduce(0) { values >> UInt64($1.offset) & 1 == 1 ? $0 + $1.element : $0 }
  }

  private func listed(_ values: UInt64, _ classes: ValueClasses, _ definition: FactDefinition) -> [String] {
    let numbers = (0..<classes.count).filter { values >> UInt64($0) & 1 == 1 }
    var words = classes.words(numbers, definition)
    if definition.type == .place { words = groups(of: Set(words)) }
    if classes.isAbsent(in: values) { words.append("there is none") }
    return words
  }

  /// The fewest names that stand for some places: groups and countries before their parts.
  private func groups(of leaves: Set<String>) -> [String] {
    let candidates = schema.places.codes.compactMap { code -> (code: String, leaves: Set<String>)? in
      guard let inside = schema.places.leaves(of: code), inside.isSubset(of: leaves) else { return nil }
      return (code, inside)
    }
    var left = leaves
    var names: [String] = []
    for (code, inside) in candidates.sorted(by: { ($1.leaves.count, $0.code) < ($0.leaves.count, $1.code) })
    where !inside.isDisjoint(with: left) {
      names.append(code)
      left.subtract(inside)
    }
    return names
  }

  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
