import ProvisoDocuments
import ProvisoSource
import Testing

@Suite struct YAMLReaderTests {
  @Test(arguments: [
    ("a: 1\nb: [x, y]\nc: {d: e}", #"{a: 1, b: ["x", "y"], c: {d: "e"}}"#),
    (
      "[no, yes, on, Off, y, 1.0.0, 2026-11-22, 12:30, 1_000, .inf, .NaN, 0b1, '1', \"true\"]",
      #"["no", "yes", "on", "Off", "y", "1.0.0", "2026-11-22", "12:30", "1_000", ".inf", ".NaN", "0b1", "1", "true"]"#
    ),
    ("[true, True, FALSE, null, ~, NULL, tRUE]", #"[true, true, false, null, null, null, "tRUE"]"#),
    (
      "[1, -2, +3, 012, 0x1F, 0o17, 0o8, 0x, 1., .5, -1.5e-3, 1e, ., -]",
      #"[1, -2, +3, 012, 0x1F, 0o17, "0o8", "0x", 1., .5, -1.5e-3, "1e", ".", "-"]"#
    ),
    ("", "null"), ("# only\n", "null"), ("---\n...\n", "null"), ("\u{FEFF}a: b", #"{a: "b"}"#),
    ("a: &x [1]\nb: *x\nc: &x 2\nd: *x", "{a: [1], b: [1], c: 2, d: 2}"),
    ("<<: {a: 1}\n", "{<<: {a: 1}}"),
    ("[!!str 1, !!int 2, !!float 2, ! 3, !!null '']", #"["1", 2, 2, "3", null]"#),
    ("- !!seq [a]\n- !!map {}", #"[["a"], {}]"#),
    ("2018-05-25: 2 days\n1: x\ntrue: y", #"{2018-05-25: "2 days", 1: "x", true: "y"}"#),
    ("a:\n- b\n-\n", #"{a: ["b", null]}"#),
    ("%YAML 1.2\n---\na", #""a""#),
  ]) func reads(_ text: String, _ tree: String) {
    #expect(Drawing.yaml(text) == tree)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\nb: 4", "yaml.duplicate-key 'a', yaml.duplicate-key 'b'"),
    ("1: a\n'1': b", "yaml.duplicate-key ''1''"),
    ("a:\n\tb: 1", "yaml.tab '\t'"),
    ("a: |\n\tb", "yaml.tab '\t'"),
    ("a: b\n\tc", "yaml.tab '\t'"),
    ("[*x, *y]", "yaml.alias '*x', yaml.alias '*y'"),
    ("&a [*a]", "yaml.alias '*a'"),
    ("a: !foo b", "yaml.tag '!foo '"),
    ("a: !foo {}", "yaml.tag '!foo '"),
    ("a: !!binary b", "yaml.tag '!!binary '"),
    ("a: !!int b", "yaml.tag '!!int '"),
    ("a: !!map []", "yaml.tag '!!map '"),
    ("a: !x!y b", "yaml.tag '!'"),
    ("a\n---\nb", "yaml.documents '---'"),
    ("[a]: b", "yaml.key '[a]'"),
    ("? {a: b}\n: c", "yaml.key '{a: b}'"),
    ("a: b: c", "yaml.colon ':'"),
    ("a: 'b", "yaml.unclosed ''"),
    ("a: [b", "yaml.unclosed ''"),
    ("a: {b: c", "yaml.unclosed ''"),
    ("a: @b", "yaml.start '@'"),
    ("a: \"\\q\"", "yaml.escape '\\'"),
    ("a: b\n  c: d", "yaml.colon ':'"),
    ("  a: b\n c: d", "yaml.indentation 'c'"),
    ("a: - b", "yaml.indentation '-'"),
    ("body: *Flash* sale", "yaml.anchor '*'"),
    ("body: **Flash**", "yaml.anchor '*'"),
    ("a: &b:c d", "yaml.anchor '&b'"),
    ("a: [?b]", "yaml.start '?'"),
    ("a: [\n\tb]", "yaml.tab '\t'"),
    ("a: [b,,]", "yaml.value ','"),
    ("a: | b", "yaml.block 'b'"),
    ("a: {b:,}", "yaml.colon ':'"),
    ("a: b\nfooter Hello\n", "yaml.colon 'footer Hello'"),
    ("a: b\nfooter Hello\r\nc: d\n", "yaml.colon 'footer Hello'"),
    (": a", "yaml.key ':'"),
    ("é: 'ü\u{7}'", "yaml.character '\u{7}'"),
    ("a: b\u{2028}c", "yaml.character '\u{2028}'"),
    ("a: b\u{FEFF}c", "yaml.character '\u{FEFF}'"),
  ]) func refuses(_ text: String, _ problem: String) {
    #expect(Drawing.yaml(text) == problem)
  }

  @Test(arguments: [
    (
      "é: 1\r\nb: ü\r\né: 3\r\n",
      """
      p.yaml:3:1: error: the key `é` stands twice in one mapping [yaml.duplicate-key]
        3 | é: 3
          | ^
      p.yaml:1:1: note: it stands here first
        1 | é: 1
          | ^
      """
    ),
    (
      "é: [ü,\n  b}\n",
      """
      p.yaml:2:4: error: expected `,` or `]` [yaml.unclosed]
        2 |   b}
          |    ^
      p.yaml:1:4: note: while parsing a flow sequence
        1 | é: [ü,
          |    ^
      """
    ),
    (
      "draft: &draft {}\na: *draf",
      """
      p.yaml:2:4: error: no anchor `&draf` stands before this alias [yaml.alias]
        2 | a: *draf
          |    ^~~~~
        help: did you mean `*draft`?
      """
    ),
  ]) func drawsProblems(_ text: String, _ drawing: String) {
    let source = SourceFile(name: "p.yaml", text: text)
    let failure = #expect(throws: DocumentFailure.self) { try YAMLReader.read(source) }
    #expect(failure?.diagnostics.map { $0.drawn(in: source) } == [drawing])
  }

  @Test(arguments: ["", "\u{FEFF}", "# 日本\r\n"]) func knowsTheSpanOfEveryNode(_ prefix: String) throws {
    let text = """
      é: &a !!map { ü: 'x' ,  y: [1, 2 ] }  # c
      block: |
        ab
        cd

      list:
        - *a
        - k: "v"

      empty:
      last: [a: b]
      """
    let source = SourceFile(name: "t.yaml", text: prefix + text)
    let node = try YAMLReader.read(source)
    let map = "{ ü: 'x' ,  y: [1, 2 ] }"
    #expect(
      node.all.dropFirst().map { source.text(in: $0.span) } == [
        map, "'x'", "[1, 2 ]", "1", "2", "|\n  ab\n  cd", "- *a\n  - k: \"v\"", map, "'x'", "[1, 2 ]", "1", "2",
        "k: \"v\"", "\"v\"", "", "[a: b]", "a: b", "b",
      ])
    #expect(source.text(in: node.span) == "é" + text.dropFirst())
    #expect(node.entries?.map { source.text(in: $0.keySpan) } == ["é", "block", "list", "empty", "last"])
  }
}
