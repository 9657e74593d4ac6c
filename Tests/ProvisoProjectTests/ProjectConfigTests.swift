import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoProject

@Suite struct ProjectConfigTests {
  private static let head = "apiVersion: proviso/v1\nkind: Config\n"

  private static func read(_ text: String) -> (config: ProjectConfig?, problems: [String]) {
    let source = SourceFile(name: ".proviso.yaml", text: head + text)
    let (config, diagnostics) = ProjectConfig.read(source)
    let index = LineIndex(source.bytes)
    return (config, diagnostics.map { "\(index.position(of: $0.span.lower).line): \($0.message)" })
  }

  @Test func `everything that can be said is read with its line`() throws {
    let (config, problems) = Self.read(
      """
      packs: [gdpr, packs/shop.yaml]
      levels: { gdpr.missing-opt-out: warn, whatsapp-content: off }
      fail-level: warn
      unknown: pass
      suppressions: exceptions.yaml
      baseline: known.json
      facts: { consent.status: explicit }
      drafts:
        - { paths: "de/**", facts: { recipient.regions: [DE] } }
      x-team: marketing
      """)
    #expect(problems == [])
    let read = try #require(config)
    #expect(read.packs?.value == ["gdpr", "packs/shop.yaml"] && read.packs?.line == 3)
    #expect(read.levels.map(\.id) == ["gdpr.missing-opt-out", "whatsapp-content"])
    #expect(read.levels.map(\.level) == [.level(.warn), .off])
    #expect(read.failLevel?.value == .warn && read.failLevel?.line == 5)
    #expect(read.unknown?.value == "pass")
    #expect(read.suppressions?.value == "exceptions.yaml" && read.baseline?.value == "known.json")
    #expect(read.drafts.count == 1)
  }

  @Test func `drafts may be named with facts of theirs and without`() throws {
    let (config, problems) = Self.read("drafts: [{ paths: [a, b/*] }, { paths: 'c/**', facts: {} }]")
    #expect(problems == [] && config?.draftPatterns == ["a", "b/*", "c/**"])
  }

  static let mistakes: [(text: String, problem: String)] = [
    ("fail-levle: warn", "3: unknown key `fail-levle`"),
    ("fail-level: wran", "3: `wran` is none of block, warn, advice"),
    ("unknown: maybe", "3: `maybe` is none of fail, warn, pass"),
    ("levels: { gdpr: of }", "3: `of` is none of block, warn, advice, off"),
    ("fail-level: off", "3: `off` is none of block, warn, advice"),
    ("drafts: [{ facts: {} }]", "3: the key `paths` is missing"),
    ("drafts: [{ paths: a, fact: {} }]", "3: unknown key `fact`"),
    ("packs: 3", "3: expected a text or a sequence of texts, found a number"),
    ("packs: gdpr\npacks: ccpa", "4: the key `packs` stands twice"),
  ]

  @Test(arguments: mistakes) func `a mistake is told with its line`(_ text: String, _ problem: String) {
    let problems = Self.read(text).problems
    #expect(problems.contains { $0.hasPrefix(problem.prefix { $0 != "`" }) }, "\(problems)")
    #expect(!problems.isEmpty)
  }

  /// What stands in `levels`, whether other packs may be named, the levels that count, and what is told.
  static let levels: [(text: String, allowsOthers: Bool, levels: [String], problems: [String])] = [
    ("p: advice, p.a: warn", false, ["p", "p.a"], []),
    ("p.ab: warn", false, [], ["no rule and no pack `p.ab` takes part"]),
    ("p.ab: warn", true, [], ["no rule and no pack `p.ab` takes part"]),
    ("q: warn, q.a: warn", false, [], ["no rule and no pack `q` takes part", "no rule and no pack `q.a` takes part"]),
    ("p.a: warn, q: warn, q.a: warn", true, ["p.a"], []),
  ]

  @Test(arguments: levels) func `a level names a rule or a pack that takes part`(
    _ text: String, _ allowsOthers: Bool, _ levels: [String], _ problems: [String]
  ) throws {
    let config = try #require(Self.read("levels: { \(text) }").config)
    let found = config.levels(rules: ["p.a"], packs: ["p"], allowingOthers: allowsOthers)
    #expect(found.levels.map(\.id) == levels && found.diagnostics.map(\.message) == problems)
  }

  @Test func `another kind of file is refused`() {
    let source = SourceFile(name: "x.yaml", text: "apiVersion: proviso/v1\nkind: Suppressions\n")
    #expect(ProjectConfig.read(source).diagnostics.map(\.message) == ["expected `Config`"])
  }

  static let paths: [(folder: String, working: String, path: String, relative: String)] = [
    ("/a", "/a", "b/c.json", "b/c.json"), ("/a", "/a/b", "c.json", "b/c.json"), ("/a", "/a/b", "../d.json", "d.json"),
    ("/a/b", "/a", "c.json", "../c.json"), ("/a", "/x", "/a/b/./c.json", "b/c.json"), ("/", "/", "a/../b", "b"),
  ]

  @Test(arguments: paths) func `a draft is called from the project's folder`(
    _ folder: String, _ working: String, _ path: String, _ relative: String
  ) {
    #expect(ProjectPaths(folder: folder, working: working).relative(path) == relative)
  }
}
