import ProvisoDocuments
import ProvisoSource
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    (#"{"a": [1, -0.5e+3, true, null], "": "x"}"#, #"{a: [1, -0.5e+3, true, null], : "x"}"#),
    (" \r\n\t7 ", "7"),
    ("[ ]", "[]"),
    ("{ }", "{}"),
    (#""\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\""#, "\"é😀/\u{8}\u{C}\n\r\t\"\\\""),
    ("\u{FEFF}[]", "[]"),
    ("12345678901234567890.10", "12345678901234567890.10"),
  ]) func reads(_ text: String, _ tree: String) {
    #expect(Drawing.json(text) == tree)
  }

  @Test(arguments: [
    ("", "json.empty ''"),
    ("[1, 2", "json.unclosed ''"),
    (#"{"a": "#, "json.unclosed ''"),
    (#"["a"#, "json.unclosed ''"),
    ("[1, 2, ]", "json.trailing-comma ','"),
    (#"{"a": 1,}"#, "json.trailing-comma ','"),
    ("// x\n1", "json.comment '/'"),
    ("[1 /* x */]", "json.comment '/'"),
    ("['a']", "json.quotes '''"),
    ("{a: 1}", "json.quotes 'a'"),
    ("[True]", "json.word 'True'"),
    ("[NaN]", "json.word 'NaN'"),
    ("[nulll]", "json.word 'nulll'"),
    ("[012]", "json.number '012'"),
    ("[+1]", "json.number '+1'"),
    ("[.5]", "json.number '.5'"),
    ("[1.]", "json.number '1.'"),
    ("[1e]", "json.number '1e'"),
    ("[-]", "json.number '-'"),
    ("[1 2]", "json.unexpected '2'"),
    ("[1é]", "json.unexpected 'é'"),
    ("1 2", "json.unexpected '2'"),
    (#"{"a" 1}"#, "json.unexpected '1'"),
    ("\"a\tb\"", "json.control-character '\t'"),
    (#""\x41""#, #"json.escape '\x'"#),
    (#""\u00g9""#, #"json.escape '\u00'"#),
    (#""\ud800""#, #"json.surrogate '\ud800'"#),
    (#""\ud800\u0041""#, #"json.surrogate '\ud800'"#),
    (#""\udc00""#, #"json.surrogate '\udc00'"#),
    (#"{"a": 1, "\u0061": 2}"#, #"json.duplicate-key '"\u0061"'"#),
  ]) func refuses(_ text: String, _ problem: String) {
    #expect(Drawing.json(text) == problem)
  }

  @Test func drawsTheProblemWithItsSecondPlaceAndHelp() throws {
    let source = SourceFile(name: "d.json", text: "{\n  \"a\": 1,\n  \"a\": 2\n}")
    let failure = #expect(throws: DocumentFailure.self) { try JSONReader.read(source) }
    #expect(
      failure?.diagnostics.map { $0.drawn(in: source) } == [
        """
        d.json:3:3: error: the key `a` stands twice in one object [json.duplicate-key]
          3 |   "a": 2
            |   ^~~
        d.json:2:3: note: it stands here first
          2 |   "a": 1,
            |   ^~~
        """
      ])
  }

  @Test func knowsTheSpanOfEveryNode() throws {
    let source = SourceFile(name: "t.json", text: "\u{FEFF} {\"ké\": [true, \"x\\ny\"], \"n\": -1.5 }")
    let node = try JSONReader.read(source)
    #expect(
      node.all.map { source.text(in: $0.span) } == [
        "{\"ké\": [true, \"x\\ny\"], \"n\": -1.5 }", "[true, \"x\\ny\"]", "true", "\"x\\ny\"", "-1.5",
      ])
    #expect(node.entries?.map { source.text(in: $0.keySpan) } == ["\"ké\"", "\"n\""])
  }

  @Test func mapsEveryByteOfATextThroughItsEscapes() throws {
    let source = SourceFile(name: "t.json", text: #"["aé\u00e9\ud83d\ude00\nz"]"#)
    let text = try #require(try JSONReader.read(source).items?.first)
    let map = try #require(text.textMap)
    let parts = ["a", "é", "é", #"\u00e9"#, #"\u00e9"#] + Array(repeating: #"\ud83d\ude00"#, count: 4) + [#"\n"#, "z"]
    #expect(Array("aéé😀\nz".utf8).count == parts.count)
    for (offset, part) in parts.enumerated() {
      let found = source.text(in: map.source(of: Span(offset, offset + 1)))
      #expect(found == part || part == "é" && found == "\u{FFFD}")
    }
  }

  @Test func readsOneLineOfAFileWithPlacesInTheFile() throws {
    let source = SourceFile(name: "t.jsonl", text: "{\"a\": 1}\r\n \r\n\n  [true,\r\n\"é\"")
    let lines = JSONLines.lines(of: source)
    #expect(lines.map { source.text(in: $0) } == ["{\"a\": 1}", "[true,", "\"é\""])
    #expect(try JSONReader.read(source, in: lines[2]).span == lines[2])
    let failure = #expect(throws: DocumentFailure.self) { try JSONReader.read(source, in: lines[1]) }
    #expect(failure?.diagnostics.map(\.span) == [Span(lines[1].upper, lines[1].upper)])
  }
}
