import ProvisoTestSupport
import Testing

@Suite struct MatrixCommandTests {
  private static func folder() throws -> DraftFolder {
    let folder = try Sample.folder()
    try folder.write(
      "audiences:\n  - { regions: [DE], consent.status: none }\n  - { regions: [EU], consent.status: explicit }\n",
      to: "audiences.yaml")
    try folder.write("audiences: [{ regions: [DEE] }]\n", to: "unknown.yaml")
    try folder.write("audiences: [{ regions: [EU] }, { regions: [FR, DE] }]\n", to: "shadowed.yaml")
    try folder.write("# nothing\n", to: "nothing.yaml")
    try folder.write("", to: "empty.txt")
    try folder.write("channel: sms\nbody: A special offer\nfacts: { recipient.regions: [BR, MX] }\n", to: "placed.yaml")
    return folder
  }

  /// What is typed behind `matrix`, the exit code, and a part of what is printed, on either stream.
  static let cases: [(arguments: String, status: Int32, says: String)] = [
    ("clean.txt --in DE,US-CA", 0, "2 places"),
    ("clean.txt", 0, "300 places"),
    ("clean.txt --all-places --each", 0, "ZW Zimbabwe"),
    ("sale.txt --in de", 1, "mini.no-sale"),
    ("offer.txt --in DE", 3, "needs-facts"),
    ("offer.txt --in BR", 0, "pass"),
    ("offer.txt --in BR,FR --in EEA", 3, "38 places"),
    ("offer.txt --in DE --fact consent.status=none", 1, "mini.consent"),
    ("placed.yaml", 0, "2 places"),
    ("placed.yaml --all-places", 3, "300 places"),
    ("offer.txt --audiences audiences.yaml", 1, "34 places"),
    ("offer.txt --audiences audiences.yaml --in FR,IT", 0, "2 places"),
    ("loud.txt --in DE", 0, "warn"),
    ("loud.txt --in DE --fail-level warn", 1, "mini.loud"),
    ("sale.txt offer.txt --in DE", 1, "offer.txt"),
    ("none.txt --in DE", 2, "no such file: none.txt"),
    ("sale.txt none.txt --in DE", 2, "mini.no-sale"),
    ("bad.json --in DE", 2, "bad.json:1:28"),
    ("empty.txt --in DE", 2, "empty.txt"),
    ("clean.txt --in DEE", 2, "--in: unknown place `DEE`, did you mean `DE`?"),
    ("clean.txt --in DE,,FR", 2, "unknown place ``"),
    ("clean.txt --in DEE", 2, "did you mean `DE`?"),
    ("clean.txt --in DE --all-places", 2, "--all-places and --in exclude each other"),
    ("clean.txt --audiences none.yaml", 2, "cannot read none.yaml"),
    ("clean.txt --audiences nothing.yaml", 2, "nothing.yaml declares no audiences"),
    ("clean.txt --audiences unknown.yaml", 2, "unknown place `DEE`"),
    ("clean.txt --audiences shadowed.yaml", 2, "nobody is left for the audience DE, FR"),
    ("clean.txt --format xml", 2, "html"),
    ("", 2, "no drafts are named"),
    ("clean.txt --as-of tomorrow", 2, "--as-of: expected a date such as"),
  ]

  @Test(arguments: cases) func `the exit code tells where a draft may not go`(
    _ arguments: String, _ status: Int32, _ says: String
  ) throws {
    let words = ["matrix", "--pack", "mini.yaml"] + arguments.split(separator: " ").map(String.init)
    let run = try Program.run(words, in: Self.folder())
    #expect(run.status == status, "\(run.output)\(run.errors)")
    #expect("\(run.output)\(run.errors)".contains(says))
  }

  @Test func `an invalid pack is named as such`() throws {
    let run = try Program.run(["matrix", "clean.txt", "--pack", "broken.yaml"], in: Self.folder())
    #expect(run.status == 4)
  }

  static let transcripts: [(name: String, arguments: [String])] = [
    ("matrix.pretty", ["offer.txt", "sale.txt", "--in", "EU,GB,BR,US-CA", "--fact", "consent.status=none"]),
    ("matrix.audiences", ["offer.txt", "--audiences", "audiences.yaml"]),
    ("matrix.json", ["offer.txt", "--in", "DE,BR", "--format", "json"]),
    ("matrix.html", ["offer.txt", "bad.json", "--in", "DE,BR", "--format", "html"]),
  ]

  @Test(arguments: transcripts) func `the matrix is as its transcript says`(_ name: String, _ arguments: [String])
    throws
  {
    let words = ["matrix"] + arguments + ["--pack", "mini.yaml", "--as-of", "2026-11-22"]
    let text = try Program.run(words, in: Self.folder()).transcript(words)
    try GoldenFile.expect(text, matches: "\(name).txt")
  }

  @Test func `the built-in packs judge a draft everywhere`() throws {
    let folder = try DraftFolder(["promo.txt": "Flash sale! 20% off today"])
    let facts = ["consent.status=none", "draft.channel=sms", "sender.hipaaRole=none"].flatMap { ["--fact", $0] }
    let run = try Program.run(["matrix", "promo.txt", "--pack", "gdpr", "--pack", "lgpd"] + facts, in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("300 places"))
    #expect(run.output.contains("BR Brazil"))
    #expect(run.output.contains("gdpr.marketing-without-consent"))
  }
}
