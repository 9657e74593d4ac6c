import Proviso
import ProvisoDocuments
import Testing

/// What this repository offers to programs that run checks.
@Suite struct ContinuousIntegrationTests {
  private static func document(_ path: String) throws -> DocumentNode {
    try YAMLReader.read(try Repository.source(path))
  }

  /// A file that the README shows.
  private static func shown(_ name: String) throws -> DocumentNode {
    let block = try #require(try MarkdownPage("README.md").blocks.first { $0.text.hasPrefix("# \(name)\n") })
    return try YAMLReader.read(SourceFile(name: name, text: block.text))
  }

  private static func hook() throws -> DocumentNode {
    try #require(try document(".pre-commit-hooks.yaml").items?.first)
  }

  @Test func `the hook is a command of the program`() throws {
    let entry = try #require(try Self.hook()["entry"]?.text)
    #expect(throws: Never.self) { try ShellCommand("\(entry) templates/a.json") }
  }

  static let files: [(path: String, isChecked: Bool)] = [
    ("templates/a.json", true), ("a.eml", true), ("a b/ü.yaml", true), ("a.jsonl", true), ("notes.md", true),
    ("a.facts.yaml", false), (".proviso.yaml", false), ("a/.github/b.yaml", false), ("a.html", false), ("json", false),
  ]

  @Test(arguments: files) func `the hook is given drafts, and no other files`(_ path: String, _ isChecked: Bool) throws
  {
    let (files, exclude) = (try Self.hook()["files"]?.text, try Self.hook()["exclude"]?.text)
    let (wanted, unwanted) = (try Regex(#require(files)), try Regex(#require(exclude)))
    #expect((path.contains(wanted) && !path.contains(unwanted)) == isChecked)
  }

  @Test func `the hook shown is the hook there is, with options of the program`() throws {
    let hook = try #require(try Self.shown(".pre-commit-config.yaml")["repos"]?.items?[0]["hooks"]?.items?.first)
    #expect(hook["id"]?.text == (try Self.hook()["id"]?.text))
    let words = hook["args"]?.items?.compactMap(\.text) ?? []
    #expect(words.count > 1)
    #expect(throws: Never.self) { try ShellCommand("proviso check \(words.joined(separator: " ")) a.json") }
  }

  @Test func `the action is given inputs that it has`() throws {
    let inputs = try #require(try Self.document(".github/actions/check/action.yml")["inputs"]?.entries).map(\.key)
    let steps = try Self.shown(".github/workflows/drafts.yaml")["jobs"]?["drafts"]?["steps"]?.items ?? []
    let step = try #require(steps.first { $0["uses"]?.text?.contains(".github/actions/check@") == true })
    let given = try #require(step["with"]?.entries).map(\.key)
    #expect(!given.isEmpty && Set(given).isSubset(of: inputs))
  }

  @Test func `the action leaves the fail level to the configuration`() throws {
    let inputs = try Self.document(".github/actions/check/action.yml")["inputs"]
    #expect(inputs?["fail-level"]?["default"]?.text == "")
  }

  @Test func `no input of the action is put into a script`() throws {
    let steps = try #require(try Self.document(".github/actions/check/action.yml")["runs"]?["steps"]?.items)
    let scripts = steps.compactMap { $0["run"]?.text }
    #expect(scripts.count == steps.count)
    for script in scripts { #expect(!script.contains("${{")) }
  }
}
