import ProvisoTestSupport
import Testing

@Suite struct GraphTests {
  private static let pack = [
    "graph", "mini", "--pack", "mini.yaml", "--as-of", "2026-11-22",
  ]

  @Test(arguments: ["mermaid", "dot", "svg"]) func `all rules of a pack are drawn`(_ format: String) throws {
    let run = try Program.run(Self.pack + ["-f", format], in: Sample.folder())
    #expect(run.status == 0 && run.errors.isEmpty)
    try GoldenFile.expect(run.output, matches: "graph.\(format)")
    let again = try Program.run(Self.pack + ["-f", format], in: Sample.folder())
    #expect(again.output == run.output)
  }

  @Test func `a pack file is drawn like its id, and into a file`() throws {
    let folder = try Sample.folder()
    let byID = try Program.run(Self.pack, in: folder).output
    let byFile = try Program.run(["graph", "mini.yaml", "-o", "tree.mmd"], in: folder)
    #expect(byFile.status == 0 && byFile.output.isEmpty)
    #expect(try folder.text(of: "tree.mmd") == byID)
  }

  static let ways: [(facts: [String], marked: [String], unmarked: [String])] = [
    (["recipient.regions=DE", "consent.status=none"], ["EEA", "block"], ["does not apply", "kept"]),
    (["recipient.regions=BR"], ["does not apply"], ["block"]),
    ([], ["does not apply", "block", "kept"], []),
  ]

  @Test(arguments: ways) func `the way of a draft is marked, and every way that is open`(
    _ facts: [String], _ marked: [String], _ unmarked: [String]
  ) throws {
    let arguments = ["graph", "mini.consent", "--pack", "mini.yaml", "-f", "dot", "--path", "offer.txt"]
    let run = try Program.run(arguments + facts.flatMap { ["--fact", $0] }, in: Sample.folder())
    #expect(run.status == 0 && run.output.contains("Marked: offer.txt"))
    let thick = run.output.split(separator: "\n").filter { $0.contains("penwidth=3") }.joined(separator: "\n")
    for part in marked { #expect(thick.contains(part), "\(run.output)") }
    for part in unmarked { #expect(!thick.contains(part), "\(run.output)") }
  }

  static let failures: [(arguments: [String], status: Int32, says: String)] = [
    (["graph", "mini.laud", "--pack", "mini.yaml"], 2, "did you mean `mini.loud`?"),
    (["graph", "mimi", "--pack", "mini.yaml"], 2, "did you mean `mini`?"),
    (["graph", "broken.yaml"], 4, "unknown vocabulary `@sales`"),
    (["graph", "mini.loud", "--pack", "mini.yaml", "--path", "none.txt"], 2, "cannot read none.txt"),
    (["graph", "mini.loud", "--pack", "mini.yaml", "-o", "none/a.svg"], 2, "cannot write none/a.svg"),
    (["graph", "mini.loud", "--pack", "mini.yaml", "-f", "png"], 2, "mermaid"),
    (["graph", "large.yaml"], 2, "`proviso explain large.many` tells it in words"),
  ]

  @Test(arguments: failures) func `what cannot be drawn is said`(
    _ arguments: [String], _ status: Int32, _ says: String
  ) throws {
    let folder = try Sample.folder()
    let parts = (0..<70).map { "text contains \"word\($0)\" and length(body) > \($0)" }.joined(separator: " or ")
    try folder.write(
      """
      apiVersion: proviso/v1
      kind: PolicyPack
      metadata: { id: large, title: Large, version: 1.0.0, languages: [en], verified: 2026-11-22, review: 12 months }
      sources: { law: { title: The law, url: "https://law.example" } }
      rules:
        - id: large.many
          title: Many
          level: warn
          forbid: '\(parts)'
          message: Many.
          cite: [law]
          tests:
            - { name: a, draft: { channel: sms, body: word0 }, want: fail }
            - { name: b, draft: { channel: sms, body: Hello }, want: pass }

      """, to: "large.yaml")
    let run = try Program.run(arguments, in: folder)
    #expect(run.status == status && run.errors.contains(says), "\(run.output)\(run.errors)")
  }
}
