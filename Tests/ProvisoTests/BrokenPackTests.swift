import Proviso
import Testing

/// Packs that must not compile, and what is said about them.
@Suite struct BrokenPackTests {
  struct BrokenPack: CustomTestStringConvertible {
    let about: String
    let id: String
    /// The pack, with what is underlined between `«` and `»`.
    let marked: String
    var help: String?

    var testDescription: String { about }
    var name: String { "\(about.replacing(" ", with: "-")).yaml" }
    var file: SourceFile { SourceFile(name: name, text: Marked.read(marked).text) }
  }

  private static func ruled(
    _ about: String, _ id: String, _ body: String, top: String = "", tests: [String] = ["fail", "pass"],
    rule: String = "r", help: String? = nil
  ) -> BrokenPack {
    let pack = about.replacing(" ", with: "-")
    return BrokenPack(
      about: about, id: id,
      marked: PackText.pack(pack, top: top, PackText.rule(rule == "r" ? "\(pack).r" : rule, body, tests: tests)),
      help: help)
  }

  static let all: [BrokenPack] = expressions + patterns + rules + packs

  static let expressions: [BrokenPack] = [
    ruled(
      "plain scalar", "name.unknown", "level: warn\nforbid: «consent.statos» is none",
      help: "did you mean `consent.status`?"),
    ruled(
      "folded block", "name.unknown", "level: warn\nforbid: >-\n  draft.channel is sms\n  and «consent.statos» is none"),
    ruled(
      "literal block", "name.unknown", "level: warn\nforbid: |\n  draft.channel is sms\n  and «consent.statos» is none"),
    ruled(
      "single quotes", "vocabulary.unknown",
      "level: warn\nforbid: 'text contains \"it''s\" or text mentions «@nothing»'"),
    ruled(
      "double quotes", "name.unknown",
      #"level: warn"# + "\n" + #"forbid: "draft.channel \x69s sms and «consent.statos» is none""#),
    ruled(
      "slot of a message", "name.unknown",
      "level: warn\nforbid: draft.channel is sms\nfix: { advice: 'it''s {«bodi»}' }"),
    ruled(
      "vocabulary", "vocabulary.unknown", "level: warn\nforbid: text mentions «@ofer»",
      top: "vocabularies: { offer: { en: [offer] } }", help: "did you mean `@offer`?"),
    ruled(
      "circle", "define.cycle", "level: warn\nforbid: a", top: "define:\n  «a»: not b\n  b: not a"),
  ]

  static let patterns: [BrokenPack] = [
    ruled("look behind", "pattern.unusable", "level: warn\nforbid: body matches «/(?<=a)b/»"),
    ruled("open group", "pattern.unusable", "level: warn\nforbid: body matches /a«(»b/"),
    ruled(
      "open group in quotes", "pattern.unusable", #"level: warn"# + "\n" + #"forbid: "body matches /\\d\\d«(»b/""#),
    ruled(
      "open group behind a slash", "pattern.unusable", #"level: warn"# + "\n" + #"forbid: body matches /a\/b\/«(»c/"#),
    ruled(
      "phrase of a star", "phrase.unusable", "level: warn\nforbid: text mentions @v",
      top: "vocabularies:\n  v:\n    en: [fine, «\"*\"»]"),
    ruled(
      "phrase of gaps", "phrase.unusable", "level: warn\nforbid: text mentions @v",
      top: "vocabularies:\n  v:\n    en: [«…», fine]"),
  ]

  static let rules: [BrokenPack] = [
    ruled(
      "no failing test", "rule.untested", "level: warn\nforbid: draft.channel is sms",
      tests: ["pass", "not-applicable"], rule: "«no-failing-test.x»"),
    ruled(
      "no passing test", "rule.untested", "level: warn\nforbid: draft.channel is sms", tests: ["fail"],
      rule: "«no-passing-test.x»"),
    ruled(
      "unverified", "rule.unverified-block", "level: block\nconfidence: unverified\nforbid: draft.channel is sms",
      rule: "«unverified.x»"),
    ruled("foreign id", "rule.prefix", "level: warn\nforbid: draft.channel is sms", rule: "«other.x»"),
    ruled(
      "two demands", "rule.demand", "level: warn\nforbid: draft.channel is sms\nrequire: draft.channel is sms",
      rule: "«two-demands.x»"),
    ruled(
      "effective order", "effective.order",
      "level: warn\neffective: { from: 2026-02-01, until: «2026-01-31» }\nforbid: draft.channel is sms"),
    ruled(
      "misspelt key", "key.unknown", "level: warn\n«forbids»: draft.channel is sms\nrequire: draft.channel is sms",
      help: "did you mean `forbid`?"),
    ruled(
      "misspelt level", "value.unknown", "level: «blok»\nforbid: draft.channel is sms", help: "did you mean `block`?"),
  ]

  static let packs: [BrokenPack] = [
    BrokenPack(
      about: "self", id: "import.cycle", marked: PackText.pack("self", top: "imports: [«self»]", harmless("self"))),
    BrokenPack(about: "one", id: "import.none", marked: PackText.pack("one", top: "imports: [two]", harmless("one"))),
    BrokenPack(
      about: "two", id: "import.cycle", marked: PackText.pack("two", top: "imports: [«one»]", harmless("two"))),
    BrokenPack(
      about: "import", id: "import.unknown",
      marked: PackText.pack("import", top: "imports: [«comon»]", harmless("import")),
      help: "did you mean `common`?"),
    BrokenPack(about: "no pack", id: "type.mismatch", marked: "«just a text»"),
    BrokenPack(
      about: "duplicate key", id: "yaml.duplicate-key", marked: PackText.pack("dup", harmless("dup")) + "\n«rules»: []"),
  ]

  private static func harmless(_ pack: String) -> String {
    PackText.rule("\(pack).x", "level: warn\nforbid: draft.channel is sms")
  }

  /// All of them given to one engine: what is wrong with one does not hide the others.
  private static let error: EngineError? = {
    do throws(EngineError) {
      _ = try Engine(packs: [], files: all.map(\.file))
      return nil
    } catch {
      return error
    }
  }()

  @Test(arguments: all) func `a broken pack is refused with the place in its file`(_ pack: BrokenPack) throws {
    let error = try #require(Self.error)
    #expect(error.code == .invalidPack)
    let problems = error.diagnostics.filter { $0.file == pack.name }
    let spans = Marked.read(pack.marked).spans
    #expect(problems.map(\.id) == spans.map { _ in pack.id })
    #expect(problems.map(\.span) == spans, "underlined: \(problems.map { pack.file.text(in: $0.span) })")
    if let help = pack.help { #expect(problems.map(\.help) == [help]) }
  }

  @Test func `an error is drawn with the line it stands in`() throws {
    let error = try #require(Self.error)
    #expect(error.drawing.contains("misspelt-key.yaml:13:5: error: unknown key `forbids` [key.unknown]"))
    #expect(error.drawing.contains("  13 |     forbids: draft.channel is sms\n     |     ^~~~~~~\n"))
  }
}
