import ProvisoDocuments
import ProvisoSource
import Testing

@Suite struct MappingReaderTests {
  private let source = SourceFile(
    name: "p.yaml",
    text: """
      id: a
      titel: b
      version: 1.0
      tags: [x, 2, y]
      one: z
      on: true
      inner: { deep: [] }
      x-note: kept
      """)

  private func reader(_ problems: DocumentProblems) throws -> MappingReader {
    try #require(MappingReader(try YAMLReader.read(source), problems))
  }

  private func shown(_ problems: DocumentProblems) -> [String] {
    problems.diagnostics.inReadingOrder().map {
      "\($0.id) '\(source.text(in: $0.span))' \($0.message)" + ($0.help.map { "; " + $0 } ?? "")
    }
  }

  @Test func readsValuesByTheirKind() throws {
    let problems = DocumentProblems(in: source.name)
    var reader = try reader(problems)
    #expect(reader.requiredText("id") == "a")
    #expect(reader.text("absent") == nil)
    #expect(reader.scalar("version")?.scalarText == "1.0")
    #expect(reader.texts("one").map(\.text) == ["z"])
    #expect(reader.truth("on") == true)
    let mapping = reader.mapping("inner")
    var inner = try #require(mapping)
    #expect(inner.items("deep").isEmpty)
    inner.finish()
    #expect(reader.entries("inner").map(\.key) == ["deep"])
    #expect(shown(problems) == [])
  }

  @Test func reportsValuesOfAnotherKindAndGoesOn() throws {
    let problems = DocumentProblems(in: source.name)
    var reader = try reader(problems)
    #expect(reader.requiredText("version") == nil)
    #expect(reader.texts("tags").map(\.text) == ["x", "y"])
    #expect(reader.truth("id") == nil)
    #expect(reader.mapping("id")?.span == nil)
    #expect(
      shown(problems) == [
        "type.mismatch 'a' expected true or false, found a text",
        "type.mismatch 'a' expected a mapping, found a text",
        "type.mismatch '1.0' expected a text, found a number; put it in quotes",
        "type.mismatch '2' expected a text, found a number; put it in quotes",
      ])
  }

  @Test func reportsUnknownAndMissingKeys() throws {
    let problems = DocumentProblems(in: source.name)
    var reader = try reader(problems)
    for key in ["id", "version", "tags", "one", "on", "inner"] { _ = reader.node(key) }
    #expect(reader.requiredText("title") == nil)
    reader.finish()
    #expect(
      shown(problems) == [
        "key.missing 'id' the key `title` is missing",
        "key.unknown 'titel' unknown key `titel`; did you mean `title`?",
      ])
    reader.finish(ignoringExtensions: false)
    #expect(shown(problems).last == "key.unknown 'x-note' unknown key `x-note`")
  }

  @Test func refusesWhatIsNoMapping() throws {
    let problems = DocumentProblems(in: "t.json")
    let node = try JSONReader.read(SourceFile(name: "t.json", text: "[]"))
    #expect(MappingReader(node, problems)?.span == nil)
    #expect(problems.diagnostics.map(\.message) == ["expected a mapping, found a sequence"])
  }
}
