import ProvisoDocuments
import ProvisoSource
import Testing

/// Everything that is said about a rule inside of a YAML file relies on these maps.
@Suite struct YAMLScalarMapTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let yaml: String
    let value: String
    /// What does not stand in the file as it is, in order: value, arrow, what was written.
    var replaced: [String] = []
    var testDescription: String { yaml }
  }

  static let examples: [Example] = [
    .init(yaml: "k: abc", value: "abc"),
    .init(yaml: "k: ab cd \t ef  # x", value: "ab cd \t ef"),
    .init(yaml: "k: ab \n   cd", value: "ab cd", replaced: ["  <- \n"]),
    .init(yaml: "k: ab\n\n  \n  cd", value: "ab\n\ncd"),
    .init(yaml: "k: ab\r\n  cd\r\n\r\n  ef", value: "ab cd\nef", replaced: ["  <- \r\n", "\n <- \r\n"]),
    .init(yaml: "é: &x !!str ü😀b", value: "ü😀b"),
    .init(yaml: "k: &x # ' no\n  !!str 'ab'", value: "ab"),
    .init(yaml: "k: ''", value: ""),
    .init(yaml: "k: 'ab''''cd'", value: "ab''cd", replaced: ["' <- ''", "' <- ''"]),
    .init(yaml: "k: ' ab \n\n  cd\n  e '", value: " ab\ncd e ", replaced: ["  <- \n"]),
    .init(
      yaml: #"k: "a\nb\x41\u00e9\U0001F600\\\" \_\N""#, value: "a\nbAé😀\\\" \u{A0}\u{85}",
      replaced: [
        #"\#n <- \n"#, #"A <- \x41"#, #"é <- \u00e9"#, #"😀 <- \U0001F600"#, #"\ <- \\"#, #"" <- \""#,
        "\u{A0} <- \\_", "\u{85} <- \\N",
      ]),
    .init(yaml: "k: \"ab \\\n   \\  cd\\\n\n  ef\"", value: "ab   cd\nef", replaced: ["  <- \\ "]),
    .init(yaml: "k: \"ab\r\n  cd \\\r\n  ef\"", value: "ab cd ef", replaced: ["  <- \r\n"]),
    .init(yaml: "k: |\n  ab\n   cd\n\n  ef\n\n\nm: 1", value: "ab\n cd\n\nef\n"),
    .init(yaml: "k: |- # x\n  ab\n    \n  cd \n\n", value: "ab\n  \ncd "),
    .init(yaml: "k: |+\n  ab\n\n \n", value: "ab\n\n\n"),
    .init(yaml: "k: |2\n    ab\n   cd\n", value: "  ab\n cd\n"),
    .init(yaml: "k:\n  - |1-\n     ab\n   cd\n", value: "  ab\ncd"),
    .init(yaml: "k: |\n\n  \n  ab\n", value: "\n\nab\n"),
    .init(yaml: "k: |\r\n  ab\r\n  cd\r\n", value: "ab\ncd\n", replaced: ["\n <- \r\n", "\n <- \r\n"]),
    .init(yaml: "k: |\n  ab", value: "ab"),
    .init(yaml: "k: >\n  ab\n  cd\n\n  ef\n", value: "ab cd\nef\n", replaced: ["  <- \n"]),
    .init(yaml: "k: >-\n\n  ab\n   cd\n   ef\n\n  gh\n  ij\n", value: "\nab\n cd\n ef\n\ngh ij", replaced: ["  <- \n"]),
    .init(yaml: "k: >+2\n    ab\n   cd\n  ef\n  gh\n\n", value: "  ab\n cd\nef gh\n\n", replaced: ["  <- \n"]),
    .init(yaml: "k: >\r\n  ab\r\n  cé\r\n", value: "ab cé\n", replaced: ["  <- \r\n", "\n <- \r\n"]),
    .init(yaml: "k: >\n  ab\n  \tcd\n  ef\n", value: "ab\n\tcd\nef\n"),
    .init(yaml: "k: |+\n\n \n", value: "\n\n"),
    .init(yaml: "k: |\n\nm: 1", value: ""),
  ]

  @Test(arguments: examples) func mapsEachByteToTheByteThatHoldsIt(_ example: Example) throws {
    for prefix in ["", "\u{FEFF}", "# é\r\n"] {
      let source = SourceFile(name: "t.yaml", text: prefix + example.yaml)
      let node = try #require(try YAMLReader.read(source).entries?.first?.value.all.last)
      #expect(node.scalarText == example.value)
      #expect(ScalarMapCheck(node, in: source).complaints == [])
      #expect(replaced(node, in: source) == example.replaced)
    }
  }

  /// The letters of these examples stand once in each text, so the same letter is the same place.
  private func replaced(_ node: DocumentNode, in source: SourceFile) -> [String] {
    guard let map = node.textMap, let text = node.scalarText else { return ["no map"] }
    var found: [String] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      let written = source.text(in: map.source(of: Span(offset, offset + length)))
      if written != String(scalar) { found.append("\(scalar) <- \(written)") }
      offset += length
    }
    return found
  }

  @Test func coversAStretchFromItsFirstToItsLastByte() throws {
    let source = SourceFile(name: "t.yaml", text: "when: >\n  sender is\n  known and x\n")
    let map = try #require(try YAMLReader.read(source)["when"]?.textMap)
    #expect(source.text(in: map.source(of: Span(7, 15))) == "is\n  known")
    #expect(map.source(of: Span(22, 22)).length == 0)
  }

  @Test(arguments: 0..<40) func mapsGeneratedScalars(_ seed: Int) throws {
    var generator = ScalarGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let source = SourceFile(name: "t.yaml", text: generator.document())
      guard let tree = try? YAMLReader.read(source) else {
        Issue.record("seed \(seed): \(Drawing.yaml(source)) in\n\(source.text(in: Span(0, source.bytes.count)))")
        continue
      }
      for node in tree.all where node.scalarText != nil {
        #expect(ScalarMapCheck(node, in: source).complaints == [], "seed \(seed)")
        expectWordsInPlace(node, in: source)
      }
    }
  }

  /// Every word of a generated text is another, so each must be found where it stands.
  private func expectWordsInPlace(_ node: DocumentNode, in source: SourceFile) {
    guard let map = node.textMap, let text = node.scalarText else { return }
    let bytes = Array(text.utf8)
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let lower = text.utf8.distance(from: text.startIndex, to: word.startIndex)
      #expect(lower < bytes.count)
      #expect(source.text(in: map.source(of: Span(lower, lower + word.utf8.count))) == word)
    }
  }
}
