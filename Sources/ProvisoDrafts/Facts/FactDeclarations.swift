import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Declared facts while they are read, with what is wrong with them.
struct FactDeclarations {
  let schema: FactSchema
  var facts = Facts()
  var failures: [FactFailure] = []
  private var others: [Problem] = []

  init(schema: FactSchema) {
    self.schema = schema
  }

  func diagnostics(in source: SourceFile) -> [Diagnostic] {
    let problems = failures.map { Problem(.fact($0.problem), at: $0.span) } + others
    return problems.map { $0.diagnostic(in: source) }.inReadingOrder()
  }

  mutating func readAll(_ node: DocumentNode) {
    var states = States()
    guard let entries = node.entries else { return fail(.notAFact, at: node.span) }
    for entry in entries {
      if entry.key == "audiences" {
        guard facts.audiences.isEmpty else {
          fail(.declaredTwice("audiences", first: entry.keySpan), at: entry.keySpan); continue
        }
        readAudiences(entry.value)
      } else {
        read(entry, prefix: "", into: &states)
      }
    }
    facts.states.merge(states.values) { _, new in new }
  }

  private struct States {
    var values: [String: FactState] = [:]
    var spans: [String: Span] = [:]
  }

  mutating func fail(_ problem: FactProblem, at span: Span) {
    failures.append(FactFailure(problem, at: span))
  }

  // MARK: - Names

  private mutating func read(_ entry: DocumentNode.Entry, prefix: String, into states: inout States) {
    let path = prefix + entry.key
    if let definition = schema[path] {
      if let first = states.spans[path] { return fail(.declaredTwice(path, first: first), at: entry.keySpan) }
      states.spans[path] = entry.keySpan
      if let each = definition.each { return fail(.oneByOne(path, each: each), at: entry.keySpan) }
      states.values[path] = state(of: entry.value, definition)
    } else if schema.definitions.keys.contains(where: { $0.hasPrefix(path + ".") }) {
      guard let inner = entry.value.entries else { return fail(.notAGroup(path), at: entry.value.span) }
      for entry in inner { read(entry, prefix: path + ".", into: &states) }
    } else {
      fail(.unknownFact(path, near: nearestName(to: path, in: schema.paths)), at: entry.keySpan)
    }
  }

  // MARK: - Values

  /// The state that a node declares; nil when it declares nothing, or something wrong.
  private mutating func state(of node: DocumentNode, _ definition: FactDefinition) -> FactState? {
    do throws(FactFailure) {
      switch node.content {
      case .null:
        guard definition.canBeAbsent else { throw FactFailure(.cannotBeAbsent(definition.path), at: node.span) }
        return .absent
      case .mapping: throw FactFailure(.hasNoParts(definition.path), at: node.span)
      case .sequence(let items): return try state(of: words(of: items, definition.path), at: node.span, definition)
      case .truth, .number, .text: return try state(of: words(of: [node], definition.path), at: node.span, definition)
      }
    } catch {
      failures.append(error)
      return nil
    }
  }

  func state(
    of words: [FactWord], at span: Span, _ definition: FactDefinition
  ) throws(FactFailure) -> FactState? {
    if words.count == 1, words[0].text == "unknown", !definition.type.allows("unknown") { return nil }
    return .known(try FactValueReader(definition: definition, places: schema.places).value(of: words, at: span))
  }

  private func words(of nodes: [DocumentNode], _ path: String) throws(FactFailure) -> [FactWord] {
    var words: [FactWord] = []
    for node in nodes {
      guard let text = node.scalarText else { throw FactFailure(.hasNoParts(path), at: node.span) }
      words.append(FactWord(text: text, span: node.span))
    }
    return words
  }

  // MARK: - Audiences

  private mutating func readAudiences(_ node: DocumentNode) {
    guard let items = node.items else { return fail(.noAudiences, at: node.span) }
    for item in items { readAudience(item) }
  }

  /// Reads what holds for some of the recipients; a place alone is short for an audience without facts of its own.
  private mutating func readAudience(_ node: DocumentNode) {
    if node.scalarText != nil { return addAudience(in: [node], [:]) }
    guard let entries = node.entries else { return fail(.noAudiences, at: node.span) }
    var states = States()
    for entry in entries where entry.key != "regions" { read(entry, prefix: "", into: &states) }
    guard let regions = node["regions"] else {
      return others.append(Problem(.missing("regions"), at: node.span))
    }
    let places = regions.items ?? [regions]
    guard !places.isEmpty else { return others.append(Problem(.missing("regions"), at: regions.span)) }
    addAudience(in: places, states.values)
  }

  private mutating func addAudience(in places: [DocumentNode], _ states: [String: FactState]) {
    do throws(FactFailure) {
      let codes = try FactValueReader(definition: .audience, places: schema.places)
        .places(try words(of: places, "regions"))
      facts.audiences.append(.init(places: Set(codes).sorted(), facts: states))
    } catch {
      failures.append(error)
    }
  }
}

extension ValueType {
  /// Whether the word is a value of its own, or free text could be just that word.
  fileprivate func allows(_ word: String) -> Bool {
    switch self {
    case .symbol(let names), .symbols(let names): names.contains(word)
    default: false
    }
  }
}

extension FactDefinition {
  /// The places of one audience.
  fileprivate static var audience: FactDefinition {
    FactDefinition(path: "regions", type: .places, canBeAbsent: false, dataClass: .personal, question: "", help: "")
  }
}
