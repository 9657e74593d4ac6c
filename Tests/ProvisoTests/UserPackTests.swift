import Proviso
import Testing

@Suite struct UserPackTests {
  @Test func `a pack uses the vocabularies and conditions of an imported one`() throws {
    let engine = try Shared.user()
    #expect(try engine.report("channel: sms\nbody: 20% off").findings(of: "importing.promotion") == ["fail"])
    #expect(try engine.report("channel: sms\nbody: Hello").findings(of: "importing.promotion").isEmpty)
  }

  @Test func `a pack replaces the built-in one of its id`() throws {
    #expect(try Shared.user().ruleIDs.filter { $0.hasPrefix("gdpr.") } == ["gdpr.own"])
  }

  @Test func `only the packs asked for take part`() throws {
    let packs = try Shared.user().packSummaries(on: Shared.day).map(\.id)
    #expect(packs == ["importing", "dated", "places", "texts", "gdpr"])
  }

  @Test func `an unknown pack is refused with the nearest name`() {
    let error = #expect(throws: EngineError.self) { try Engine(packs: ["ccpa", "hippa"]) }
    #expect(error?.code == .unknownPack)
    #expect(error?.message.contains("unknown pack `hippa`, did you mean `hipaa`?") == true)
    #expect(error?.drawing == error?.message)
  }

  @Test func `a pack that is broken and asked for by name is broken, not unknown`() {
    let broken = PackText.pack("gdpr", PackText.rule("gdpr.own", "level: warn\nforbid: no-such-name"))
    let error = #expect(throws: EngineError.self) {
      try Engine(packs: ["gdpr"], files: [SourceFile(name: "gdpr.yaml", text: broken)])
    }
    #expect(error?.code == .invalidPack)
  }

  @Test func `a built-in pack given as files takes its own place`() throws {
    let files = try PoliciesFolder.names().filter { $0.hasPrefix("gdpr/") }.map {
      SourceFile(name: "Policies/\($0)", bytes: try PoliciesFolder.bytes(of: $0))
    }
    #expect(try Engine(packs: [], files: files).packSummaries(on: Shared.day).map(\.id) == ["gdpr"])
  }

  @Test func `two files with the same pack are refused`() {
    let files = ["one.yaml", "two.yaml"].map { SourceFile(name: $0, bytes: UserPack.texts.bytes) }
    #expect(throws: EngineError.self) { try Engine(packs: [], files: files) }
  }

  // MARK: Packs of several files

  private static func part(_ name: String, _ body: String) -> SourceFile {
    SourceFile(name: name, text: "apiVersion: proviso/v1\nkind: PolicyPackPart\npack: gdpr\n\(body)\n")
  }

  private static func main(_ rules: String...) -> SourceFile {
    let rules = rules.isEmpty ? ["  []"] : rules
    return SourceFile(name: "gdpr/pack.yaml", text: PackText.pack("gdpr", rules.joined(separator: "\n")))
  }

  private static let rules = part(
    "gdpr/sale.yaml",
    "rules:\n" + PackText.rule("gdpr.sale", "level: block\nforbid: text mentions @sale", tests: ["pass", "fail"]))
  private static let words = part("gdpr/words.yaml", "vocabularies: { sale: { en: [flash sale] } }")

  @Test func `a pack of several files works as one, and replaces all files of a built-in one`() throws {
    let engine = try Engine(packs: [], files: [Self.rules, Self.words, Self.main()])
    #expect(engine.ruleIDs.filter { $0.hasPrefix("gdpr.") } == ["gdpr.sale"])
    #expect(try engine.report("channel: sms\nbody: A flash sale").findings(of: "gdpr.sale") == ["fail"])
    let results = engine.runTests(packs: ["gdpr"]).results
    #expect(results.map { "\($0.file):\($0.line)" } == ["gdpr/sale.yaml:12", "gdpr/sale.yaml:13"])
  }

  @Test func `a part is not added to a built-in pack`() {
    let error = #expect(throws: EngineError.self) { try Engine(packs: [], files: [Self.words]) }
    #expect(error?.diagnostics.map(\.id) == ["part.alone"])
  }

  static let unusable: [(String, String)] = [
    ("vocabularies: { stars: { en: [fine, \"*\"] } }", "phrase.unusable"),
    ("rules:\n" + PackText.rule("gdpr.x", "level: warn\nforbid: body matches /a(b/"), "pattern.unusable"),
  ]

  @Test(arguments: unusable) func `what cannot be searched for is shown in its own file`(
    _ body: String, _ id: String
  ) {
    let files = [Self.main(), Self.words, Self.rules, Self.part("gdpr/x.yaml", body)]
    let error = #expect(throws: EngineError.self) { try Engine(packs: [], files: files) }
    #expect(error?.diagnostics.map { "\($0.file) \($0.id)" } == ["gdpr/x.yaml \(id)"])
  }
}
