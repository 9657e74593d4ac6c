import ProvisoDocuments
import ProvisoSource
import Testing

/// Inputs made to crash a reader, fill the memory or take for ever.
@Suite(.timeLimit(.minutes(1))) struct HostileDocumentTests {
  @Test func refusesDeepNestingWithoutRecursion() {
    #expect(Drawing.json(String(repeating: "[", count: 100_000)) == "json.too-deep '['")
    #expect(Drawing.json(String(repeating: "{\"a\":", count: 100_000)) == "json.too-deep '{'")
    #expect(Drawing.yaml(String(repeating: "[", count: 100_000)) == "yaml.too-deep '['")
    #expect(Drawing.yaml(String(repeating: "{a: ", count: 100_000)) == "yaml.too-deep '{'")
    #expect(Drawing.yaml(String(repeating: "- ", count: 100_000)) == "yaml.too-deep '-'")
    #expect(
      Drawing.yaml((0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()) == "yaml.too-deep 'a'")
  }

  @Test func acceptsNestingUpToTheLimit() {
    let limits = DocumentLimits(depth: 3)
    #expect(Drawing.json("[[[1]]]", limits: limits) == "[[[1]]]")
    #expect(Drawing.json("[[[[]]]]", limits: limits) == "json.too-deep '['")
    #expect(Drawing.yaml("[[[1]]]", limits: limits) == "[[[1]]]")
    #expect(Drawing.yaml("[[[[]]]]", limits: limits) == "yaml.too-deep '['")
    #expect(Drawing.yaml("- &a [[1]]\n- [*a]", limits: limits) == "yaml.too-deep '*a'")
  }

  @Test func stopsAnAliasBombBeforeItGrows() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(Drawing.yaml(bomb) == "yaml.too-many '*a5'")
  }

  @Test func boundsTheNumberOfNodes() {
    let limits = DocumentLimits(nodes: 4)
    #expect(Drawing.json("[1, 2, 3]", limits: limits) == "[1, 2, 3]")
    #expect(Drawing.json("[1, 2, 3, 4]", limits: limits) == "json.too-many '4'")
    #expect(Drawing.yaml("[1, 2, 3]", limits: limits) == "[1, 2, 3]")
    #expect(Drawing.yaml("[1, 2, 3, 4]", limits: limits) == "yaml.too-many '4'")
  }

  @Test func boundsTheSize() {
    #expect(Drawing.json("[1, 2]", limits: .init(bytes: 5)) == "json.too-large ''")
    #expect(Drawing.yaml("[1, 2]", limits: .init(bytes: 5)) == "yaml.too-large ''")
  }

  @Test func readsATextOfFiftyMegabytes() throws {
    #if DEBUG
      let megabytes = 5  // unoptimised code would take a quarter of a minute
    #else
      let megabytes = 50
    #endif
    let text = Array(repeating: UInt8(ascii: "x"), count: megabytes << 20)
    let source = SourceFile(name: "t", bytes: [0x22] + text + [0x22])
    for node in [try JSONReader.read(source), try YAMLReader.read(source)] {
      #expect(node.text?.utf8.count == text.count)
      #expect(node.textMap?.source(of: Span(1_000_000, 1_000_001)) == Span(1_000_001, 1_000_002))
    }
  }

  @Test(
    arguments: [
      ([UInt8(ascii: "a"), 0], "yaml.encoding ''", "json.encoding ''"),
      ([0x5B, 0x0A, 0, 0x5D], "yaml.character '\0'", "json.unexpected '\0'"),
      ([0x22, 0xFF, 0x22], "yaml.encoding '\u{FFFD}'", "json.encoding '\u{FFFD}'"),
      ([0x22, 0xC0, 0x80, 0x22], "yaml.encoding '\u{FFFD}'", "json.encoding '\u{FFFD}'"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "yaml.encoding '\u{FFFD}'", "json.encoding '\u{FFFD}'"),
      ([0x22, 0xE2, 0x82], "yaml.encoding '\u{FFFD}'", "json.encoding '\u{FFFD}'"),
      ([0xFF, 0xFE, 0x5B, 0, 0x5D, 0], "yaml.encoding ''", "json.encoding ''"),
      ([0xFE, 0xFF, 0, 0x5B], "yaml.encoding ''", "json.encoding ''"),
      ([0x5B, 0, 0x5D, 0], "yaml.encoding ''", "json.encoding ''"),
      ([], "null", "json.empty ''"),
      ([0xEF, 0xBB, 0xBF], "null", "json.empty ''"),
      ([0xEF], "yaml.encoding '\u{FFFD}'", "json.encoding '\u{FFFD}'"),
    ] as [([UInt8], String, String)]) func refusesWhatIsNoText(_ bytes: [UInt8], _ yaml: String, _ json: String)
  {
    #expect(Drawing.yaml(SourceFile(name: "t", bytes: bytes)) == yaml)
    #expect(Drawing.json(SourceFile(name: "t", bytes: bytes)) == json)
  }

  @Test func survivesEveryTruncationAndEveryFlippedByte() {
    let yaml =
      "a: &x [1, \"b\\u00e9\\\n c\", 'd''e']\nk: |2-\n    f\n\n  g\nm: >+\n  h\n\n  é\nn: !!str *x\n? o\n: {p: q}\n"
    let json = #"{"a": [1.5e3, "b\u00e9\ud83d\ude00", true, null], "é": {}}"#
    for text in [yaml, json] {
      let bytes = Array(text.utf8)
      for place in bytes.indices {
        var flipped = bytes
        for byte: UInt8 in [0, 0x09, 0x0A, 0x22, 0x27, 0x5B, 0x7D, 0xC3, bytes[place] ^ 1, bytes[place] ^ 0x20] {
          flipped[place] = byte
          for source in [flipped, Array(bytes[..<place])].map({ SourceFile(name: "t", bytes: $0) }) {
            #expect(!Drawing.yaml(source).isEmpty && !Drawing.json(source).isEmpty)
          }
        }
      }
    }
  }

  @Test func capsTheProblemsOfOneText() {
    let anchors = (0..<10_000).map { "- &a\($0) x\n" }.joined()
    let source = SourceFile(name: "t", text: anchors + String(repeating: "- *x\n", count: 10_000))
    let failure = #expect(throws: DocumentFailure.self) { try YAMLReader.read(source) }
    #expect(failure?.diagnostics.count == 100)
  }
}
