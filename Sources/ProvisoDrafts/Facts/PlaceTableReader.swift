import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Reads the places: `DE: { name: Germany, dialling: ["49"] }`, `EEA: { name: …, parts: [EU, IS] }`.
struct PlaceTableReader {
  let problems: DocumentProblems

  func read(_ entries: [DocumentNode.Entry]) -> PlaceTable {
    var parts: [String: [String]] = [:]
    var names: [String: String] = [:]
    var dialling: [String: [String]] = [:]
    let codes = Set(entries.map(\.key))
    for entry in entries {
      guard var place = MappingReader(entry.value, problems) else { continue }
      names[entry.key] = place.requiredText("name")
      parts[entry.key] = place.texts("parts").compactMap { part(of: $0, codes) }
      for node in place.texts("dialling") {
        if let code = diallingCode(node) { dialling[code, default: []].append(entry.key) }
      }
      place.finish()
    }
    return PlaceTable(parts: parts, names: names, dialling: dialling)
  }

  /// The code of a part; a part that is no place itself is most likely mistyped.
  private func part(of node: DocumentNode, _ codes: Set<String>) -> String? {
    guard let code = node.text else { return nil }
    if codes.contains(code) { return code }
    problems.report(
      "schema.place", "unknown place `\(code)`", at: node.span,
      help: suggestion(for: code, in: codes))
    return nil
  }

  private func diallingCode(_ node: DocumentNode) -> String? {
    guard let code = node.text else { return nil }
    if 1...7 ~= code.utf8.count, code.utf8.allSatisfy(\.isDigit) { return code }
    problems.report("schema.dialling", "a dialling code has one to seven digits and no plus", at: node.span)
    return nil
  }
}
