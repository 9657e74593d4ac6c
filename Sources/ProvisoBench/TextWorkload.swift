import ProvisoDocuments

/// Rules that look for phrases in a message, for some regions and categories.
struct TextWorkload: WorkloadWriter {
  private let tree: DocumentNode

  init(_ tree: DocumentNode) { self.tree = tree }

  var schema: String {
    schema([
      symbolFact("workload.region", TextWorkload.texts(tree["regions"])),
      symbolFact("workload.category", TextWorkload.texts(tree["categories"])),
    ])
  }

  func pack(_ rules: [DocumentNode]) -> String {
    var vocabularies: [String] = []
    var written: [String] = []
    for rule in rules {
      let name = rule["id"]?.text ?? ""
      let phrases = TextWorkload.texts(rule["phrases"]).map { "\"\($0)\"" }.joined(separator: ", ")
      vocabularies.append("  \(name): { spacing: exact, any: [\(phrases)] }")
      let regions = TextWorkload.texts(rule["regions"]).joined(separator: ", ")
      let categories = TextWorkload.texts(rule["categories"]).joined(separator: ", ")
      written.append(
        self.rule(
          name, when: "workload.region in [\(regions)] and workload.category in [\(categories)]",
          forbid: "text mentions @\(name)"))
    }
    return pack(vocabularies: vocabularies, rules: written)
  }

  func draft(_ input: DocumentNode) -> String {
    let facts = ["region", "category"].map { "\"workload.\($0)\": \"\(input[$0]?.text ?? "")\"" }
    let text = (input["text"]?.text ?? "").unicodeScalars.map(TextWorkload.escaped).joined()
    return "{\"channel\": \"whatsapp\", \"body\": \"\(text)\", \"facts\": {\(facts.joined(separator: ", "))}}"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    guard scalar == "\"" || scalar == "\\" || scalar.value < 0x20 else { return String(scalar) }
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func texts(_ node: DocumentNode?) -> [String] { (node?.items ?? []).compactMap(\.text) }
}
