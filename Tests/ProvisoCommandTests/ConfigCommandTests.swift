import ProvisoTestSupport
import Testing

/// `proviso config` tells what is in force, and where each value comes from.
@Suite struct ConfigCommandTests {
  private static let config = """
    apiVersion: proviso/v1
    kind: Config
    packs: [mini.yaml]
    levels: { mini.thanks: off, mini: warn }
    fail-level: warn
    unknown: warn
    baseline: known.json
    facts:
      consent: { status: explicit }
      sender.sector: [retail, travel]
    drafts:
      - paths: [de/**, at/**]
        facts:
          recipient.regions:
            - DE
            - AT

    """

  private static func folder() throws -> DraftFolder {
    try DraftFolder([
      "team/.proviso.yaml": config, "team/mini.yaml": Sample.pack, "mini.yaml": Sample.pack,
      "team/.proviso-suppressions.yaml": "apiVersion: proviso/v1\nkind: Suppressions\n",
      "bad/.proviso.yaml": config.replacing("mini.thanks", with: "mini.thank").replacing(
        "mini.yaml", with: "../mini.yaml"),
      "facts/.proviso.yaml": config.replacing("explicit", with: "explict").replacing("mini.yaml", with: "../mini.yaml"),
    ])
  }

  static let environment = [
    "PROVISO_FAIL_LEVEL": "advice", "PROVISO_UNKNOWN": "pass", "PROVISO_BASELINE": "old.json",
    "PROVISO_SUPPRESSIONS": "mine.yaml", "PROVISO_PACKS": "mini.yaml", "PROVISO_CONFIG": "team/.proviso.yaml",
  ]

  static let transcripts: [(name: String, arguments: [String], environment: [String: String])] = [
    ("config.none", ["--pack", "mini.yaml"], [:]),
    ("config.file", ["--config", "team/.proviso.yaml"], [:]),
    ("config.json", ["--config", "team/.proviso.yaml", "--format", "json"], [:]),
    ("config.environment", [], environment),
    (
      "config.flags",
      [
        "--fail-level", "block", "--unknown", "fail", "--baseline", "new.json", "--suppressions", "ours.yaml", "--pack",
        "gdpr",
      ], environment
    ),
    ("config.without", ["--no-config", "--pack", "mini.yaml"], environment),
    ("config.level", ["--config", "bad/.proviso.yaml"], [:]),
    ("config.fact", ["--config", "facts/.proviso.yaml"], [:]),
    ("config.variable", ["--pack", "mini.yaml"], ["PROVISO_FAIL_LEVEL": "blocks"]),
  ]

  @Test(arguments: transcripts) func `what is in force is as the transcript says`(
    _ name: String, _ arguments: [String], _ environment: [String: String]
  ) throws {
    let words = ["config"] + arguments
    let run = try Program.run(words, in: Self.folder(), environment: environment)
    let given = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
    try GoldenFile.expect(given + run.transcript(words), matches: "\(name).txt")
  }
}
