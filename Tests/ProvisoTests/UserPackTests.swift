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

  @Test func `a built-in pack given as a file takes its own place`() throws {
    let file = SourceFile(name: "Policies/gdpr.yaml", bytes: try PoliciesFolder.bytes(of: "gdpr.yaml"))
    #expect(try Engine(packs: [], files: [file]).packSummaries(on: Shared.day).map(\.id) == ["gdpr"])
  }

  @Test func `two files with the same pack are refused`() {
    let files = ["one.yaml", "two.yaml"].map { SourceFile(name: $0, bytes: UserPack.texts.bytes) }
    #expect(throws: EngineError.self) { try Engine(packs: [], files: files) }
  }
}
