import ProvisoDocuments

/// Rules that compare declared facts and nothing else.
struct FactWorkload: WorkloadWriter {
  private let facts: [DocumentNode]
  private let types: [String: String]

  init(_ tree: DocumentNode) {
    facts = tree["facts"]?.items ?? []
    types = facts.reduce(into: [:]) { $0[$1["name"]?.text ?? ""] = $1["type"]?.text }
  }

  var schema: String {
    schema(
      facts.map { fact in
        let name = "workload.\(fact["name"]?.text ?? "")"
        switch fact["type"]?.text {
        case "enum": return symbolFact(name, (fact["values"]?.items ?? []).compactMap(\.text))
        case "bool": return "  \(name): { type: truth, class: public, ask: Is it? }"
        default: return "  \(name): { type: number, class: public, ask: How many? }"
        }
      })
  }

  func pack(_ rules: [DocumentNode]) throws -> String {
    pack(
      rules: try rules.map { rule in
        guard let condition = rule["when"] else { throw BenchFailure("a rule without `when`") }
        return self.rule(rule["id"]?.text ?? "", forbid: try expression(condition))
      })
  }

  func draft(_ input: DocumentNode) throws -> String {
    let facts = (input["facts"]?.entries ?? []).map { "\"workload.\($0.key)\": \($0.value.json)" }
    return "{\"channel\": \"whatsapp\", \"body\": \"a\", \"facts\": {\(facts.joined(separator: ", "))}}"
  }

  private func expression(_ node: DocumentNode) throws -> String {
    for (key, word) in [("all", " and "), ("any", " or ")] {
      if let parts = node[key]?.items { return "(" + (try parts.map(expression).joined(separator: word)) + ")" }
    }
    guard let name = node["fact"]?.text, let comparison = node["op"]?.text, let value = node["value"] else {
      throw BenchFailure("a condition that is none of all, any and a comparison")
    }
    let fact = "workload.\(name)"
    if types[name] == "bool" {
      let wants = (value.content == .truth(true)) == (comparison == "eq")
      return wants ? fact : "not \(fact)"
    }
    switch comparison {
    case "in": return "\(fact) in [\((value.items ?? []).map(\.word).joined(separator: ", "))]"
    case "eq": return "\(fact) is \(value.word)"
    case "ne": return "\(fact) is not \(value.word)"
    case "lt": return "\(fact) < \(value.word)"
    case "le": return "\(fact) <= \(value.word)"
    case "gt": return "\(fact) > \(value.word)"
    case "ge": return "\(fact) >= \(value.word)"
    default: throw BenchFailure("unknown comparison `\(comparison)`")
    }
  }
}

extension DocumentNode {
  /// A scalar as it is written in JSON.
  fileprivate var json: String { text.map { "\"\($0)\"" } ?? scalarText ?? "" }
  /// A scalar as it is written in an expression: a text is a word.
  fileprivate var word: String { scalarText ?? "" }
}
