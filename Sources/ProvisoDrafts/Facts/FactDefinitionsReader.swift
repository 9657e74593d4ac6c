import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Reads the facts: `consent.status: { type: symbol, values: […], class: personal, ask: …, help: … }`.
struct FactDefinitionsReader {
  let problems: DocumentProblems

  func read(_ entries: [DocumentNode.Entry]) -> [FactDefinition] {
    let definitions = entries.compactMap(definition)
    let sets = Set(definitions.filter { $0.type == .places }.map(\.path))
    for entry in entries {
      guard let each = entry.value["each"], let path = each.text, !sets.contains(path) else { continue }
      problems.report("schema.each", "`\(path)` is no fact of type `places`", at: each.span)
    }
    return definitions
  }

  private func definition(of entry: DocumentNode.Entry) -> FactDefinition? {
    guard var fact = MappingReader(entry.value, problems) else { return nil }
    let type = type(of: &fact)
    let dataClass = dataClass(of: &fact)
    let scope = scope(of: &fact)
    let question = fact.requiredText("ask") ?? ""
    let help = fact.text("help") ?? ""
    let (canBeAbsent, each) = (fact.truth("absent") ?? false, fact.text("each"))
    fact.finish()
    guard let type, let dataClass else { return nil }
    return FactDefinition(
      path: entry.key, type: type, canBeAbsent: canBeAbsent, dataClass: dataClass, question: question, help: help,
      each: each, scope: scope)
  }

  /// Reads the fields of list items: `button.type: { type: symbol, values: […] }`.
  func readFields(_ entries: [DocumentNode.Entry]) -> [String: ValueType] {
    entries.reduce(into: [:]) { fields, entry in
      guard var field = MappingReader(entry.value, problems) else { return }
      fields[entry.key] = type(of: &field)
      field.finish()
    }
  }

  private func type(of fact: inout MappingReader) -> ValueType? {
    let values = fact.texts("values").compactMap(\.text)
    guard let node = fact.requiredNode("type"), let name = problems.text(node) else { return nil }
    if name == "symbol" || name == "symbols" {
      if values.isEmpty { problems.report("schema.values", "a fact of type `\(name)` needs `values`", at: node.span) }
      return name == "symbol" ? .symbol(values) : .symbols(values)
    }
    if !values.isEmpty { problems.report("schema.values", "a fact of type `\(name)` has no `values`", at: node.span) }
    if let type = FactDefinitionsReader.types[name] { return type }
    let names = (FactDefinitionsReader.types.keys + ["symbol", "symbols"]).sorted()
    problems.report(
      "schema.type", "unknown type `\(name)`", at: node.span, help: "use one of \(names.joined(separator: ", "))")
    return nil
  }

  private static let types: [String: ValueType] = [
    "truth": .truth, "number": .number, "text": .text, "texts": .texts, "place": .place, "places": .places,
    "date": .date, "instant": .instant, "time": .time,
  ]

  private func scope(of fact: inout MappingReader) -> FactScope {
    guard let node = fact.node("scope"), let name = problems.text(node) else { return .draft }
    if let found = FactScope(rawValue: name) { return found }
    let names = FactScope.allCases.map(\.rawValue).joined(separator: " or ")
    problems.report("schema.scope", "unknown scope `\(name)`", at: node.span, help: "use \(names)")
    return .draft
  }

  private func dataClass(of fact: inout MappingReader) -> DataClass? {
    guard let node = fact.requiredNode("class"), let name = problems.text(node) else { return nil }
    if let found = DataClass(rawValue: name) { return found }
    let names = DataClass.allCases.map(\.rawValue).joined(separator: ", ")
    problems.report("schema.class", "unknown class `\(name)`", at: node.span, help: "use one of \(names)")
    return nil
  }
}
