import Testing

/// What is looked at when no paths are given: the drafts that the configuration names, else the working folder.
@Suite struct DraftPathsTests {
  private static let head = "apiVersion: proviso/v1\nkind: Config\npacks: [packs/mini.yaml]\n"

  private static func run(
    _ arguments: [String], config: String, from folder: String = "", _ files: [String: String] = [:]
  ) throws -> Program.Run {
    let own = [
      ".proviso.yaml": head + config, "packs/mini.yaml": Sample.pack, "de/sale.txt": "Flash sale\n",
      "fr/hello.txt": "Hello\n", "fr/hello.facts.yaml": "consent.status: none\n", "known.json": "",
    ]
    let project = try DraftFolder(own.merging(files) { _, other in other })
    return try Program.run(arguments, in: project, below: folder)
  }

  /// What the configuration says of drafts, the drafts that are checked, and what is said of it.
  static let named: [(config: String, drafts: [String], says: String)] = [
    (
      "drafts: [{ paths: 'de/*', facts: { recipient.regions: [DE] } }]", ["de/sale.txt"],
      "No paths given: 1 file of de/*, as .proviso.yaml says.\n"
    ),
    (
      "drafts: [{ paths: ['fr/**', 'de/*'] }]", ["fr/hello.txt", "de/sale.txt"],
      "No paths given: 2 files of fr/**, de/*, as .proviso.yaml says.\n"
    ),
    (
      "", ["de/sale.txt", "fr/hello.txt"],
      "No paths given: 2 files of this folder, since .proviso.yaml names no drafts.\n"
    ),
  ]

  @Test(arguments: named) func `without paths the drafts of the configuration are checked, and that is said`(
    _ config: String, _ drafts: [String], _ says: String
  ) throws {
    let known = "baseline: known.json\n" + config
    let files = ["known.json": "{\"apiVersion\": \"proviso/v1\", \"kind\": \"Baseline\", \"entries\": []}"]
    let run = try Self.run(["check", "-f", "json"], config: known, files)
    #expect(run.errors == says)
    let checked = run.output.matches(of: /\n {6}"path": "([^"]+)"/).map { String($0.1) }
    #expect(checked == drafts, "\(run.output)")
    #expect(try Self.run(["check", "--quiet"], config: known, files).errors == "")
  }

  @Test(arguments: [["check"], ["matrix", "--in", "DE"], ["fix"]])
  func `every command that takes many drafts does so`(_ arguments: [String]) throws {
    let run = try Self.run(arguments, config: "drafts: [{ paths: 'de/*' }]", ["known.json": "{}"])
    #expect(run.errors.hasPrefix("No paths given: 1 file of de/*") && run.output.contains("de/sale.txt"))
    #expect(!run.output.contains("hello") && run.status == 1)
  }

  @Test func `the drafts are those of the configuration from a folder below, too`() throws {
    let run = try Self.run(["check"], config: "drafts: [{ paths: 'de/*' }]", from: "fr")
    #expect(run.output.contains("../de/sale.txt") && run.status == 1, "\(run.errors)")
  }

  @Test func `what is read is told when somebody wants to know`() throws {
    let run = try Self.run(
      ["check", "--verbose", "--facts", "all.yaml"], config: "drafts: [{ paths: [de/*, fr/*] }]",
      ["all.yaml": "recipient.regions: [DE]\n"])
    #expect(
      run.errors == """
        No paths given: 2 files of de/*, fr/*, as .proviso.yaml says.
        configuration: .proviso.yaml (found)
        packs: mini 1.2.3 (.proviso.yaml:3)
        facts: all.yaml (--facts)
        facts: fr/hello.facts.yaml (beside drafts)
        drafts: de/sale.txt, fr/hello.txt

        """)
    let contrary = try Self.run(["check", "--verbose", "--quiet"], config: "")
    #expect(contrary.status == 2 && contrary.errors.contains("--quiet and --verbose exclude each other"))
  }

  static let empty: [(config: String, problem: String)] = [
    ("drafts: [{ paths: 'es/*' }]", "nothing matches es/*"), ("drafts: [{ paths: es }]", "no such file: es"),
  ]

  @Test(arguments: empty) func `a configuration that names no file that is there is no clean run`(
    _ config: String, _ problem: String
  ) throws {
    let run = try Self.run(["check"], config: config)
    #expect(run.status == 2 && run.output.contains(problem), "\(run.output)\(run.errors)")
  }

  @Test func `a folder with nothing but the files of a run is no clean run`() throws {
    let folder = try DraftFolder([".proviso.yaml": Self.head, "packs/mini.yaml": Sample.pack])
    let run = try Program.run(["check"], in: folder)
    #expect(run.status == 2 && run.output.contains("there are no drafts"), "\(run.output)\(run.errors)")
  }
}
