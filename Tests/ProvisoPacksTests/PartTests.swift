import ProvisoModel
import ProvisoPacks
import ProvisoSource
import Testing

/// Packs of several files.
@Suite struct PartTests {
  /// A part of the pack `own`, with what is in it.
  private static func part(_ name: String, of pack: String = "own", _ body: String) -> SourceFile {
    SourceFile(name: name, text: "apiVersion: proviso/v1\nkind: PolicyPackPart\npack: \(pack)\n\(body)\n")
  }

  private static func rule(_ id: String, require: String, cite: String = "law") -> String {
    """
    rules:
      - id: \(id)
        title: A rule
        level: warn
        require: \(require)
        message: No.
        cite: \(cite)
        tests: [{ name: a, draft: {}, want: fail }, { name: b, draft: {}, want: pass }]
    """
  }

  /// The problems of some files, each with its file and what is underlined there.
  private static func problems(_ files: [SourceFile]) -> [String] {
    SamplePack.check(files).diagnostics.map { problem in
      let file = files.first { $0.name == problem.file }
      return "\(problem.file): \(file.map(problem.summary) ?? problem.message)"
    }
  }

  static let main = SamplePack.small("own", ImportTests.names, require: "grown")
  static let names = part("own/names.yaml", "define: { young: recipient.age < 5 }\nvocabularies: { hi: { en: hello } }")
  static let rules = part("own/rules.yaml", rule("own.second", require: "young or text mentions [@hi, @promo]"))

  @Test func `names are shared by all files of a pack, whatever the order`() throws {
    for files in [[Self.main, Self.names, Self.rules], [Self.rules, Self.names, Self.main]] {
      #expect(Self.problems(files) == [])
      let pack = try #require(SamplePack.check(files).packs.first)
      #expect(pack.files.map(\.name) == ["own.yaml", "own/names.yaml", "own/rules.yaml"])
      #expect(pack.rules.map(\.id) == ["own.rule", "own.second"])
      #expect(pack.vocabularies.map(\.id) == ["own/promo", "own/hi"])
    }
  }

  @Test func `names of a part can be imported`() {
    let other = SamplePack.small("other", imports: ["own"], require: "young and text mentions @hi")
    #expect(Self.problems([other, Self.names, Self.main]) == [])
  }

  @Test func `rules, vocabularies and patterns know the file they stand in`() throws {
    let patterns = Self.part("own/a.yaml", Self.rule("own.third", require: "text matches /x+/"))
    let pack = try #require(SamplePack.check([Self.main, Self.names, Self.rules, patterns]).packs.first)
    #expect(pack.rules.map(\.file) == ["own.yaml", "own/a.yaml", "own/rules.yaml"])
    let spans = try pack.rules.map { try #require(pack.file(named: $0.file)).text(in: $0.span) }
    #expect(spans == pack.rules.map(\.id))
    #expect(pack.vocabularies.map(\.file) == ["own.yaml", "own/names.yaml"])
    #expect(pack.patterns.map { patterns.text(in: $0.span) } == ["/x+/"])
    #expect(pack.patterns.map(\.file) == ["own/a.yaml"])
  }

  @Test func `the digest is of all files, and does not depend on their order or folder`() throws {
    func digest(_ files: SourceFile...) throws -> String { try #require(SamplePack.check(files).packs.first).digest }
    func moved(_ file: SourceFile) -> SourceFile { SourceFile(name: "elsewhere/\(file.name)", bytes: file.bytes) }
    let all = try digest(Self.main, Self.names, Self.rules)
    #expect(try digest(Self.rules, Self.main, Self.names) == all)
    #expect(try digest(moved(Self.rules), moved(Self.main), moved(Self.names)) == all)
    #expect(try digest(Self.main) == SHA256.hexDigest(of: Self.main.bytes))
    #expect(try digest(Self.main, Self.names) != all)
    let changed = SourceFile(name: Self.names.name, bytes: Self.names.bytes + [0x0A])
    #expect(try digest(Self.main, changed, Self.rules) != all)
  }

  // MARK: Mistakes

  static let mistakes: [(about: String, files: [SourceFile], problems: [String])] = [
    (
      "an unknown name is shown in the part's own text", [main, part("p.yaml", rule("own.x", require: "yung"))],
      ["p.yaml: name.unknown | yung | unknown name `yung`"]
    ),
    (
      "an unknown source is shown in the part's own text",
      [main, part("p.yaml", rule("own.x", require: "grown", cite: "lwa art. 1"))],
      ["p.yaml: cite.unknown | lwa art. 1 | unknown source `lwa` | did you mean `law`?"]
    ),
    (
      "a rule of another pack", [main, part("p.yaml", rule("other.x", require: "grown"))],
      ["p.yaml: rule.prefix | other.x | the id of a rule begins with its pack, `own.`"]
    ),
    (
      "a rule defined in two files", [main, part("p.yaml", rule("own.rule", require: "grown"))],
      ["p.yaml: rule.duplicate | own.rule | a rule `own.rule` stands already in own.yaml:11"]
    ),
    (
      "names defined in two files",
      [main, part("p.yaml", ImportTests.names), part("q.yaml", "parameters: { grown: { 2020-01-01: 1 } }")],
      [
        "p.yaml: name.taken | grown | `grown` is defined already, in own.yaml:6",
        "p.yaml: name.taken | limit | `limit` is defined already, in own.yaml:7",
        "p.yaml: name.taken | fee | `fee[]` is defined already, in own.yaml:8",
        "p.yaml: name.taken | promo | `@promo` is defined already, in own.yaml:9",
        "q.yaml: name.taken | grown | `grown` is defined already, in own.yaml:6",
      ]
    ),
    (
      "definitions in a circle over two files",
      [main, part("p.yaml", "define: { a: b }"), part("q.yaml", "define: { b: a }")],
      ["p.yaml: define.cycle | a | `a` is defined by itself"]
    ),
    (
      "a part of no pack", [main, part("p.yaml", of: "onw", "")],
      [
        "p.yaml: part.alone | onw | this is a part of the pack `onw`, whose main file is not given | did you mean `own`?"
      ]
    ),
    (
      "a part without its pack", [names],
      [
        "own/names.yaml: part.alone | own | this is a part of the pack `own`, whose main file is not given | give the folder of the pack, or its main file too"
      ]
    ),
    (
      "two main files", [main, SourceFile(name: "zwo.yaml", bytes: main.bytes), names],
      ["zwo.yaml: pack.duplicate |  | a pack `own` was given already, in own.yaml"]
    ),
    (
      "a key of main files in a part", [main, part("p.yaml", "imports: [other]")],
      ["p.yaml: key.unknown | imports | unknown key `imports`"]
    ),
    (
      "no pack named", [main, SourceFile(name: "p.yaml", text: "apiVersion: proviso/v1\nkind: PolicyPackPart\n")],
      ["p.yaml: key.missing | apiVersion | the key `pack` is missing"]
    ),
    (
      "a part with a mistake in its shape does not echo",
      [main, part("p.yaml", "defin: { young: recipient.age < 5 }"), rules],
      ["p.yaml: key.unknown | defin | unknown key `defin` | did you mean `define`?"]
    ),
  ]

  @Test(arguments: mistakes.map(\.about)) func `a mistake is reported once, in the file it was made in`(
    _ about: String
  ) throws {
    let mistake = try #require(Self.mistakes.first { $0.about == about })
    #expect(Self.problems(mistake.files) == mistake.problems)
  }

  @Test func `a file that is no YAML does not echo in the pack of its folder`() {
    let broken = SourceFile(name: "own/names.yaml", text: "a: b: c")
    let main = SourceFile(name: "own/pack.yaml", bytes: Self.main.bytes)
    #expect(SamplePack.check([main, broken, Self.rules]).diagnostics.map(\.file) == ["own/names.yaml"])
    let lost = SourceFile(name: "own/pack.yaml", text: "a: b: c")
    #expect(SamplePack.check([lost, Self.names, Self.rules]).diagnostics.map(\.file) == ["own/pack.yaml"])
  }
}
