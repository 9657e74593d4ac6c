import Proviso

/// Writes `Grammar/facts.schema.json` from the facts and places there are.
struct FactsSchemaText {
  private let schema: FactSchema
  /// The facts that can be declared.
  private let definitions: [FactDefinition]

  init(_ schema: FactSchema) {
    self.schema = schema
    definitions = schema.paths.compactMap { schema[$0] }.filter { $0.each == nil }
  }

  var text: String {
    let parts =
      [
        ("states", states), ("audiences", audiences), ("place", "{ \"enum\": \(list(schema.places.codes)) }"),
      ] + definitions.map { ($0.path, state($0)) } + groups.map { ("\($0).*", group($0)) }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Proviso facts",
        "description": "What is declared about a draft. Names are dotted or nested. `null`: there is none. `unknown`: not declared.",
        "type": "object",
        "$ref": "#/$defs/states",
        "properties": { "audiences": { "$ref": "#/$defs/audiences" } },
        "unevaluatedProperties": false,
        "$defs": {
      \(parts.map { "    \(quoted($0.0)): \($0.1)" }.joined(separator: ",\n"))
        }
      }

      """
  }

  // MARK: Names

  /// The beginnings of dotted names, such as `consent` and `consent.record`.
  private var groups: [String] {
    let all = definitions.flatMap { definition in
      let words = definition.path.split(separator: ".")
      return (1..<words.count).map { words.prefix($0).joined(separator: ".") }
    }
    return Set(all).sorted()
  }

  private var states: String {
    "{\n      \"properties\": {\n\(properties(below: ""))\n      }\n    }"
  }

  private func group(_ name: String) -> String {
    "{\n      \"type\": \"object\",\n      \"properties\": {\n\(properties(below: name + "."))\n      },\n"
      + "      \"additionalProperties\": false\n    }"
  }

  /// What can stand below a group: the rest of each name in it, dotted, and the groups in it.
  private func properties(below prefix: String) -> String {
    let facts = definitions.map { (name: $0.path, target: $0.path) }
    let inner = groups.map { (name: $0, target: "\($0).*") }
    let lines = (facts + inner).filter { $0.name.hasPrefix(prefix) && $0.name.count > prefix.count }
      .sorted { $0.name < $1.name }
      .map { "        \(quoted(String($0.name.dropFirst(prefix.count)))): { \"$ref\": \"#/$defs/\($0.target)\" }" }
    return lines.joined(separator: ",\n")
  }

  private var audiences: String {
    """
    {
          "description": "What holds for some of the recipients only, by where they are.",
          "type": "array",
          "items": {
            "anyOf": [
              { "$ref": "#/$defs/place" },
              {
                "type": "object",
                "required": ["regions"],
                "$ref": "#/$defs/states",
                "properties": { "regions": { "anyOf": [{ "$ref": "#/$defs/place" }, { "type": "array", "items": { "$ref": "#/$defs/place" }, "minItems": 1 }] } },
                "unevaluatedProperties": false
              }
            ]
          }
        }
    """
  }

  // MARK: Values

  private func state(_ definition: FactDefinition) -> String {
    let description = "\"description\": \(quoted("\(definition.question) \(definition.help)"))"
    let absent = definition.canBeAbsent ? ", { \"const\": null }" : ""
    return "{ \(description), \"anyOf\": [\(alternatives(definition.type))\(absent)] }"
  }

  private func alternatives(_ type: ValueType) -> String {
    switch type {
    case .truth: "{ \"enum\": [true, false, \"yes\", \"no\", \"true\", \"false\", \"unknown\"] }"
    case .number: "{ \"type\": \"number\", \"examples\": [12] }, \(written("-?[0-9]+([.][0-9]+)?", "12"))"
    case .text: scalar
    case .texts: "\(scalar), { \"type\": \"array\", \"items\": \(scalar) }"
    case .symbol(let words): "{ \"enum\": \(list(words, with: "unknown")) }"
    case .symbols(let words):
      "{ \"enum\": \(list(words, with: "unknown")) }, { \"type\": \"array\", \"items\": { \"enum\": \(list(words)) } }"
    case .place: "\(place), \(unknown)"
    case .places: "\(place), \(unknown), { \"type\": \"array\", \"items\": \(place) }"
    case .date: written("[0-9]{4}-[0-9]{2}-[0-9]{2}", "2026-11-22")
    case .instant:
      written(
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})", "2026-11-22T18:30:00+01:00"
      )
    case .time: written("[0-9]{2}:[0-9]{2}", "08:00")
    }
  }

  private var scalar: String { "{ \"type\": [\"string\", \"number\", \"boolean\"] }" }
  private var place: String { "{ \"$ref\": \"#/$defs/place\" }" }
  private var unknown: String { "{ \"const\": \"unknown\" }" }

  private func written(_ pattern: String, _ example: String) -> String {
    "{ \"type\": \"string\", \"pattern\": \"^(\(pattern)|unknown)$\", \"examples\": [\(quoted(example))] }"
  }

  /// A list of words; what YAML would take for a number stands there as a number, too.
  private func list(_ words: [String], with extra: String? = nil) -> String {
    let all = words + (extra.map { words.contains($0) ? [] : [$0] } ?? [])
    let numbers = words.filter { Number($0) != nil }
    return "[\((all.map(quoted) + numbers).joined(separator: ", "))]"
  }

  /// A JSON string; the texts of the schema hold neither control characters nor backslashes.
  private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\\\""))\"" }
}
