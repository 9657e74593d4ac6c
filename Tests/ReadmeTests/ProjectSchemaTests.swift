import Proviso
import ProvisoDocuments
import ProvisoProject
import Testing

@testable import ProvisoCommand

/// The schemas of the files of a project say what their readers do.
@Suite struct ProjectSchemaTests {
  static let names = ["config", "suppressions"]

  /// What the reader of such a file reports.
  private static func problems(_ name: String, _ text: String) -> [String] {
    let source = SourceFile(name: "\(name).yaml", text: text)
    let diagnostics =
      name == "config" ? ProjectConfig.read(source).diagnostics : SuppressionFile.read(source).diagnostics
    return diagnostics.map(\.message)
  }

  @Test(arguments: names) func `the reader knows every key of the schema`(_ name: String) throws {
    let file = try SchemaFile("\(name).schema.json")
    #expect(Self.problems(name, try file.document(file.root)) == [])
  }

  @Test(arguments: names) func `the reader refuses other keys in every object`(_ name: String) throws {
    let file = try SchemaFile("\(name).schema.json")
    let text = try file.document(file.root, surplus: true)
    #expect(text.matches(of: /"zz"/).count == 2)
    #expect(Self.problems(name, text) == ["unknown key `zz`", "unknown key `zz`"])
  }

  @Test(arguments: names) func `the reader asks for a key that the schema demands`(_ name: String) throws {
    let file = try SchemaFile("\(name).schema.json")
    for object in file.nodes where object["properties"] != nil {
      for key in object["required"]?.items?.compactMap(\.text) ?? [] {
        let problems = Self.problems(name, try file.document(file.root, omitting: [key]))
        #expect(problems.contains("the key `\(key)` is missing"), "\(problems)")
      }
    }
  }

  /// The files with the readers of each schema.
  static let readers = [
    ("config", "Configuration/ProjectConfig.swift"), ("suppressions", "Exceptions/SuppressionFile.swift"),
  ]

  @Test(arguments: readers) func `the schema has every key that the reader asks for`(_ name: String, _ file: String)
    throws
  {
    let code = try ["ProjectFile.swift", file].map { try Repository.text("Sources/ProvisoProject/\($0)") }.joined()
    let asked = code.matches(
      of: /\.(?:node|requiredNode|text|requiredText|requiredWords|word|texts|items|entries)\("([^"]+)"/)
    let properties = try SchemaFile("\(name).schema.json").nodes.flatMap { $0["properties"]?.entries ?? [] }
    #expect(Set(asked.map { String($0.1) }) == Set(properties.map(\.key)))
  }

  @Test func `the words of the schema are those of the reader`() throws {
    let file = try SchemaFile("config.schema.json")
    func words(_ node: DocumentNode) -> [String] { node["enum"]?.items?.compactMap(\.text) ?? [] }
    #expect(words(try file.node("$defs", "level")) == Level.allCases.reversed().map(\.rawValue))
    #expect(words(try file.node("properties", "unknown")) == UnknownPolicy.allCases.map(\.rawValue))
    let taken = try #require(try file.node("$defs", "taken-as", "anyOf").items)
    #expect(taken.compactMap { $0["const"]?.text } == [LevelOverride.off.word])
    #expect(taken.compactMap { $0["$ref"]?.text } == ["#/$defs/level"])
  }

  /// The files that the README shows.
  static let shown = [("config", ".proviso.yaml"), ("suppressions", ".proviso-suppressions.yaml")]

  @Test(arguments: shown) func `the file shown is read as it is`(_ name: String, _ file: String) throws {
    let blocks = try MarkdownPage("README.md").blocks.filter { $0.text.hasPrefix("# \(file)\n") }
    #expect(blocks.count == 1)
    for block in blocks { #expect(Self.problems(name, block.text) == []) }
  }

  @Test func `the configuration shown has levels and facts that there are`() throws {
    let block = try #require(try MarkdownPage("README.md").blocks.first { $0.text.hasPrefix("# .proviso.yaml\n") })
    let config = try #require(ProjectConfig.read(SourceFile(name: ".proviso.yaml", text: block.text)).config)
    let engine = try PageSession.engine()
    #expect(config.readFacts(engine.schema).diagnostics.map(\.message) == [])
    let levels = config.levels(rules: engine.ruleIDs, packs: engine.packIDs, allowingOthers: false)
    #expect(levels.diagnostics.map(\.message) == [] && levels.levels.count == 2)
  }
}
