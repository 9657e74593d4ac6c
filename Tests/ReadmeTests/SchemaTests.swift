import Proviso
import ProvisoDocuments
import ProvisoPacks
import Testing

@testable import ProvisoDrafts

/// The schemas say what the readers do.
@Suite struct SchemaTests {
  @Test func `the schema of facts has the facts and places there are`() throws {
    let text = FactsSchemaText(try Engine.schema()).text
    if Repository.isRecording { return try Repository.write(text, to: "Grammar/facts.schema.json") }
    let isCurrent = try Repository.text("Grammar/facts.schema.json") == text
    #expect(isCurrent, "run: PROVISO_RECORD=1 swift test --filter ReadmeTests")
  }

  @Test func `the words that the schema of facts offers are values of the facts`() throws {
    let (file, engine) = (try SchemaFile("facts.schema.json"), try PageSession.engine())
    for path in engine.schema.paths where engine.schema[path]?.each == nil {
      let value = try file.document(try file.node("$defs", path))
      let (_, problems) = engine.readFacts(SourceFile(name: "facts.json", text: "{ \"\(path)\": \(value) }"))
      #expect(problems.map(\.message) == [])
    }
  }

  @Test(arguments: ["pack", "draft", "facts", "report", "config", "suppressions"])
  func `every reference leads somewhere`(_ name: String) throws {
    let file = try SchemaFile("\(name).schema.json")
    for reference in file.nodes.compactMap({ $0["$ref"]?.text }) {
      #expect(try file.target(of: reference) != nil, "\(reference)")
    }
  }

  @Test func `the schema of drafts has the keys of the reader`() throws {
    let file = try SchemaFile("draft.schema.json")
    #expect(try file.properties("$defs", "draft") == Set(OwnForm.draftKeys))
    #expect(try file.properties("$defs", "button") == Set(OwnForm.buttonKeys))
    #expect(try file.properties("$defs", "card") == Set(OwnForm.cardKeys))
    let header = try #require(try file.node("$defs", "header", "anyOf").items?.last?["properties"]?.entries)
    #expect(header.map(\.key) == OwnForm.headerKeys)
    let kinds = try #require(try file.node("$defs", "button", "properties", "type", "enum").items)
    #expect(kinds.map(\.text) == OwnForm.buttonTypes.words)
  }

  // MARK: Packs

  /// A rule has only one of these.
  static let demands: Set<String> = ["require", "forbid", "cases"]

  /// What stands in one file.
  static let files = ["pack", "part"]

  private func problems(
    _ kind: String, _ demand: String, surplus: Bool
  ) throws -> (text: String, problems: [Diagnostic]) {
    let file = try SchemaFile("pack.schema.json")
    let text = try file.document(
      file.node("$defs", kind), omitting: SchemaTests.demands.subtracting([demand]), surplus: surplus)
    return (text, PackReader.read(SourceFile(name: "pack.yaml", text: text)).diagnostics)
  }

  @Test(arguments: files, demands) func `the reader of packs knows every key of the schema`(
    _ kind: String, _ demand: String
  ) throws {
    // The document has all keys of a case, which exclude each other.
    let found = try problems(kind, demand, surplus: false).problems.filter { $0.id != "case.end" }
    #expect(found.map(\.message) == [])
  }

  @Test(arguments: files, demands) func `the reader of packs refuses other keys in every object`(
    _ kind: String, _ demand: String
  ) throws {
    let (text, problems) = try problems(kind, demand, surplus: true)
    #expect(problems.count { $0.message.contains("`zz`") } == text.matches(of: /"zz"/).count)
  }

  @Test func `the schema has every key that the reader of packs asks for`() throws {
    let code = try Repository.names(in: "Sources/ProvisoPacks").filter { $0.hasPrefix("PackReader") }
      .map { try Repository.text("Sources/ProvisoPacks/\($0)") }.joined()
    let asked = code.matches(
      of: /\.(?:node|requiredNode|text|requiredText|texts|items|entries|mapping)\("([^"]+)"\)|case "(\w+)":/)
    let properties = try SchemaFile("pack.schema.json").nodes.flatMap { $0["properties"]?.entries ?? [] }
    #expect(Set(asked.compactMap { $0.1 ?? $0.2 }.map(String.init)) == Set(properties.map(\.key)))
  }

  static let words: [(path: [String], words: [String])] = [
    (["$defs", "level", "enum"], Level.allCases.map(\.rawValue)),
    (["$defs", "confidence", "enum"], Confidence.allCases.map(\.rawValue)),
    (["$defs", "vocabulary", "properties", "spacing", "enum"], Vocabulary.Spacing.allCases.map(\.rawValue)),
    (["$defs", "vocabulary", "properties", "spelling", "enum"], Vocabulary.Spelling.allCases.map(\.rawValue)),
    (["$defs", "test", "properties", "want", "enum"], Outcome.allCases.map(\.rawValue)),
    (["$defs", "part-of-message", "enum"], Remedy.Part.allCases.map(\.rawValue)),
    (["$defs", "setField", "properties", "field", "enum"], Remedy.Field.allCases.map(\.rawValue)),
    (["$defs", "setField", "properties", "by", "enum"], Remedy.NameForm.allCases.map(\.rawValue)),
    (
      ["$defs", "fix", "properties", "rewrite", "properties", "by", "enum"], Remedy.Rewriting.allCases.map(\.rawValue)
    ),
  ]

  @Test(arguments: words) func `the words of the schema are those of the reader`(_ path: [String], _ words: [String])
    throws
  {
    let node = try path.reduce(try SchemaFile("pack.schema.json").root) { try #require($0[$1]) }
    #expect(Set(node.items?.compactMap(\.text) ?? []) == Set(words))
  }
}
