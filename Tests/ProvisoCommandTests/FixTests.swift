import Foundation
import ProvisoTestSupport
import Testing

@Suite struct FixTests {
  static let pack = """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata: { id: mini, title: A pack for tests, version: 1.0.0, languages: [en], verified: 2026-11-22, review: 12 months }
    sources: { law: { title: The law, url: "https://law.example" } }
    texts:
      stop: { en: Reply STOP, pt: Responda SAIR }
    rules:
      - id: mini.stop
        title: Say how to stop
        level: block
        require: text matches /stop|sair/
        message: It does not say how to stop.
        fix: { advice: Add a line., apply: safe, append: { to: footer, text: stop } }
        cite: law
        tests: [{ name: a, draft: { body: Hi }, want: fail }, { name: b, draft: { body: stop }, want: pass }]
      - id: mini.calm
        title: Calm
        level: advice
        forbid: body matches /!!/
        message: Too loud.
        fix: { advice: One mark is enough., apply: suggested, rewrite: { in: body, by: single-marks } }
        cite: law
        tests: [{ name: a, draft: { body: Hi!! }, want: fail }, { name: b, draft: { body: Hi }, want: pass }]
      - id: mini.gold
        title: No gold
        level: block
        forbid: text matches /gold/
        message: It speaks of gold.
        fix: { advice: Leave it out. }
        cite: law
        tests: [{ name: a, draft: { body: gold }, want: fail }, { name: b, draft: { body: Hi }, want: pass }]

    """

  static let template = """
    {
      "name": "spring",
      "language": "pt_BR",
      "category": "MARKETING",
      "components": [
        { "type": "BODY", "text": "Oferta!! S\\u00f3 hoje" }
      ]
    }
    """

  private func folder() throws -> DraftFolder {
    try DraftFolder([
      "mini.yaml": Self.pack, "drafts/a.json": Self.template, "drafts/b.yaml": "channel: whatsapp\nbody: Old gold!!\n",
      "drafts/b.facts.yaml": "draft.languages: [de]\n", "clean.txt": "Stop by.\n",
    ])
  }

  static let runs: [(name: String, arguments: [String], input: String)] = [
    ("fix", ["drafts"], ""), ("fix.safe", ["drafts", "--safe"], ""),
    ("fix.rule", ["drafts", "--rule", "mini.calm"], ""),
    ("fix.written", ["drafts", "--write"], ""), ("fix.clean", ["clean.txt"], ""),
    ("fix.stream", ["-", "--fact", "draft.languages=en"], "Hello!!\n"),
    ("fix.unknown-rule", ["drafts", "--rule", "mini.clam"], ""),
    ("fix.usage", ["drafts", "--safe", "--suggested"], ""), ("fix.stream.write", ["-", "--write"], ""),
  ]

  @Test(arguments: runs) func `drafts are mended as the transcript says`(
    _ name: String, _ arguments: [String], _ input: String
  ) throws {
    let arguments = ["fix"] + arguments + ["--pack", "mini.yaml", "--as-of", "2026-11-22"]
    let run = try Program.run(arguments, in: folder(), input: input)
    try GoldenFile.expect(run.transcript(arguments), matches: "\(name).txt")
  }

  private func text(_ folder: DraftFolder, _ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  @Test func `nothing is written unless it is asked for`() throws {
    let folder = try folder()
    _ = try Program.run(["fix", "drafts", "--pack", "mini.yaml"], in: folder)
    #expect(try text(folder, "drafts/a.json") == Self.template)
  }

  @Test func `safe edits are written, and suggested ones when they are wanted too`() throws {
    let folder = try folder()
    _ = try Program.run(["fix", "drafts", "--pack", "mini.yaml", "--write"], in: folder)
    let safe = Self.template.replacing(
      "hoje\" }\n", with: "hoje\" },\n    { \"type\": \"FOOTER\", \"text\": \"Responda SAIR\" }\n")
    #expect(try text(folder, "drafts/a.json") == safe)
    _ = try Program.run(["fix", "drafts", "--pack", "mini.yaml", "--write", "--suggested"], in: folder)
    #expect(try text(folder, "drafts/a.json") == safe.replacing("!!", with: "!"))
    #expect(try text(folder, "drafts/b.yaml") == "channel: whatsapp\nbody: \"Old gold!\"\n")
    #expect(try folder.names(in: "drafts") == ["a.json", "b.facts.yaml", "b.yaml"])
  }

  @Test func `a link stays a link, and permissions stay`() throws {
    let folder = try folder()
    try folder.link("link.json", to: "drafts/a.json")
    chmod(folder.path("drafts/a.json"), 0o640)
    let run = try Program.run(["fix", "link.json", "--pack", "mini.yaml", "--write"], in: folder)
    #expect(run.status == 0)
    #expect(try text(folder, "drafts/a.json").contains("SAIR"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("drafts/a.json"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.json")) == "drafts/a.json")
  }

  @Test func `a broken file is reported and left alone`() throws {
    let folder = try folder()
    try folder.write("{\"channel\": \"sms\", ", to: "drafts/bad.json")
    let run = try Program.run(["fix", "drafts", "--pack", "mini.yaml", "--write"], in: folder)
    #expect(run.status == 2 && run.errors.contains("drafts/bad.json:1"))
    #expect(try text(folder, "drafts/bad.json") == "{\"channel\": \"sms\", ")
    #expect(try text(folder, "drafts/a.json").contains("SAIR"))
  }
}
