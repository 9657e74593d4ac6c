import Proviso
import Testing

/// An author sees everything that is wrong with a pack at once, whatever kind of mistake it is.
@Suite struct PackRoundTests {
  private static let broken = """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata: { id: p, title: P, version: one, verified: 2026-11-22, review: 12 months }
    sources:
      law: { title: The law, url: "not a url" }
    vocabularies:
      v: { xx: [offer], en: [] }
      w: { en: [Sale, "*"] }
      e: {}
    rules:
      - id: p.a
        title: A
        level: warn
        when: consent.statos is none
        forbid: text mention @w
        message: m
        cite: law art. 1
        tests:
          - { name: t, draft: { channel: smss, body: Hi }, want: fail, missing: [consent.statu] }
          - { name: u, draft: { channel: sms, body: Hi, bdy: x }, facts: { a.b: 1 }, want: pass }
      - id: p.b
        title: B
        title: C
        level: blok
        forbid: draft.channel is sms
        message: m
        cite: law art. 1
      - id: p.c
        title: C
        level: warn
        forbid: body matches /(?<=a)b/
        message: m
        cite: law art. 1
    """

  private static func problems(of pack: String) -> [String] {
    do throws(EngineError) {
      _ = try Engine(packs: [], files: [SourceFile(name: "p.yaml", text: pack)])
      return []
    } catch {
      let lines = LineIndex(SourceFile(name: "p.yaml", text: pack))
      return error.diagnostics.filter { $0.severity == .error }
        .map { "\($0.id) \(lines.position(of: $0.span.lower).line)" }
    }
  }

  @Test func `all mistakes of a pack are told in one round`() {
    #expect(
      Self.problems(of: Self.broken) == [
        "value.version 3", "value.url 5", "text.language 7", "vocabulary.empty 7", "phrase.unusable 8",
        "vocabulary.empty 9", "name.unknown 14", "expression.trailing 15", "fact.value 19", "fact.unknown 19",
        "key.unknown 20", "fact.unknown 20", "yaml.duplicate-key 23", "value.unknown 24", "rule.untested 28",
        "rule.untested 28", "pattern.unusable 31",
      ])
  }

  @Test func `a name that could not be read is not called unknown as well`() {
    let pack = PackText.pack(
      "p", top: "defin: { far: draft.channel is sms }", PackText.rule("p.a", "level: warn\nforbid: far"))
    #expect(Self.problems(of: pack) == ["key.unknown 6"])
  }

  private static func warnings(_ body: String, top: String = "", isRepeated: Bool = false) throws -> [String] {
    let text = PackText.pack("p", top: top, PackText.rule("p.a", body))
      .replacing("name: a test 1", with: isRepeated ? "name: a test" : "name: another")
    let engine = try Engine(packs: [], files: [SourceFile(name: "p.yaml", text: text)])
    return engine.runTests().warnings.compactMap {
      $0.split(separator: "\n").first.map { $0.drop { $0 != " " }.dropFirst() }.map(String.init)
    }
  }

  @Test func `a condition that is always the same is a warning`() throws {
    #expect(
      try Self.warnings("level: warn\nwhen: no\nforbid: length(body) > 3 and true") == [
        "warning: `no` never holds, whatever the draft [condition.constant]",
        "warning: `true` always holds, whatever the draft [condition.constant]",
      ])
  }

  @Test func `a phrase that another one finds already is a warning`() throws {
    #expect(
      try Self.warnings(
        "level: warn\nforbid: text mentions @v", top: "vocabularies: { v: { en: [Sale, other, sále], de: [sale] } }")
        == ["warning: `sále` is found by `Sale` already [phrase.duplicate]"])
  }

  @Test func `two tests of one name are a warning`() throws {
    #expect(
      try Self.warnings("level: warn\nforbid: length(body) > 3", isRepeated: true)
        == ["warning: another test of this rule is called `a test` too [test.duplicate]"])
  }
}
