import Proviso
import Testing

@Suite struct MendingTests {
  /// Rules whose fixes a machine can make, and some that stand in their way.
  static let engine = Result {
    try Engine(
      packs: [],
      files: [
        SourceFile(
          name: "own.yaml",
          text: PackText.pack(
            "own",
            top: """
              texts:
                stop: { en: Reply STOP, de: Antworte STOPP }
              """,
            PackText.rule(
              "own.stop",
              """
              level: block
              when: recipient.region in EEA
              require: text matches /stopp?/
              fix:
                advice: Say how to stop.
                apply: safe
                append: { to: footer, text: stop }
                add-button: { type: quick-reply, text: stop }
              """),
            PackText.rule(
              "own.breaks",
              """
              level: warn
              forbid: body matches /\\n\\n\\n/
              fix: { advice: Fewer., apply: safe, rewrite: { in: body, by: one-blank-line } }
              """),
            PackText.rule(
              "own.calm",
              """
              level: advice
              forbid: body matches /!!/
              fix: { advice: Calm down., apply: suggested, rewrite: { in: body, by: single-marks } }
              """),
            PackText.rule("own.no-footer", "level: advice\nforbid: footer matches /./ and body matches /bare/"),
            PackText.rule("own.no-buttons", "level: warn\nforbid: count(buttons) > 0"),
            PackText.rule("own.short", "level: advice\nrequire: length(body) <= 60")))
      ])
  }

  private func mended(
    _ text: String, _ selection: FixSelection = FixSelection(), name: String = "a.json"
  ) throws -> Mending {
    let engine = try Self.engine.get()
    let facts = engine.readFacts(SourceFile(name: "facts.yaml", text: "recipient.regions: [DE, US]")).facts
    return engine.mend(SourceFile(name: name, text: text), facts: facts, asOf: Shared.day, selection).mending
  }

  static func template(_ body: String, language: String = "en_US") -> String {
    #"{"name":"a","language":"\#(language)","category":"MARKETING","components":[{"type":"BODY","text":"\#(body)"}]}"#
  }

  private func text(_ mending: Mending) -> String { String(decoding: mending.after.bytes, as: UTF8.self) }

  @Test func `each rule is mended by an edit of its own, the safe first`() throws {
    let mending = try mended(Self.template(#"Hi!!\n\n\nthere"#, language: "de"))
    let draft = try #require(mending.drafts.first)
    #expect(draft.steps.map(\.result.ruleID) == ["own.stop", "own.breaks", "own.calm"])
    #expect(draft.steps.map(\.applicability) == [.safe, .safe, .suggested])
    #expect(draft.after.verdict == .pass && draft.before.verdict == .block)
    #expect(text(mending).contains(#""text":"Hi!\n\nthere"},{"type":"FOOTER","text":"Antworte STOPP"}"#))
  }

  @Test func `a second time changes nothing`() throws {
    let once = try mended(Self.template(#"Hi!!\n\n\nthere"#))
    #expect(try mended(text(once)).pieces.isEmpty)
  }

  @Test func `an edit that breaks another rule gives way to the next`() throws {
    let mending = try mended(Self.template("bare"))
    #expect(text(mending).contains(#""text":"bare\nReply STOP""#))
    #expect(mending.drafts.first?.steps.map(\.result.ruleID) == ["own.stop"])
  }

  @Test func `where every edit breaks a rule, none is made`() throws {
    let body = "bare " + String(repeating: "a", count: 55)
    let mending = try mended(Self.template(body))
    #expect(mending.pieces.isEmpty && mending.after == mending.before)
    #expect(mending.drafts.first?.refusals == ["own.stop": "the edit would break own.no-buttons"])
  }

  @Test(arguments: [
    ("pt_BR", "there is no text in pt; there are texts in de, en")
  ]) func `nothing is put in in a language without a text`(_ language: String, _ reason: String) throws {
    let mending = try mended(Self.template("Hi", language: language))
    #expect(mending.pieces.isEmpty)
    #expect(mending.drafts.first?.refusals["own.stop"] == reason)
  }

  @Test func `a language that nobody declared is asked for`() throws {
    let mending = try mended("Hello there\n", name: "a.txt")
    #expect(
      mending.drafts.first?.refusals["own.stop"]
        == "the language is not declared (draft.languages); there are texts in de, en")
  }

  static let selections: [(FixSelection, [String])] = [
    (FixSelection(), ["own.stop", "own.calm"]), (FixSelection(onlySafe: true), ["own.stop"]),
    (FixSelection(rules: ["own.calm"]), ["own.calm"]), (FixSelection(onlySafe: true, rules: ["own.calm"]), []),
  ]

  @Test(arguments: selections) func `only what is wanted is mended`(_ selection: FixSelection, _ rules: [String]) throws
  {
    let mending = try mended(Self.template("Hi!!"), selection)
    #expect(mending.drafts.first?.steps.map(\.result.ruleID) == rules)
  }

  @Test func `of many drafts in a file each is mended where it stands`() throws {
    let lines = [Self.template("One!!"), #"{"channel":"sms","body":7}"#, Self.template("stop"), Self.template("Two")]
    let text = lines.joined(separator: "\n") + "\n"
    let mending = try mended(text, name: "a.jsonl")
    let after = self.text(mending).split(separator: "\n").map(String.init)
    #expect(after.count == 4 && after[1] == lines[1] && after[2] == lines[2])
    #expect(after[0].contains("One!\"},{\"type\":\"FOOTER\"") && after[3].contains("Two\"},{\"type\":\"FOOTER\""))
    #expect(mending.pieces.count == 2)
  }

  @Test func `what stands around the edits stays byte for byte`() throws {
    let text = "\u{FEFF}\n [ \(Self.template("One!!")) ,\t\(Self.template("stop"))  ]\r\n\n"
    let mending = try mended(text)
    let piece = try #require(mending.pieces.first)
    #expect(mending.pieces.count == 1)
    let (before, after) = (mending.before.bytes, mending.after.bytes)
    #expect(before[..<piece.before.lower] == after[..<piece.after.lower])
    #expect(Array(before[piece.before.upper...]) == Array(after[piece.after.upper...]))
  }

  @Test func `a result has the edits that mend it, in the places of the file`() throws {
    let engine = try Self.engine.get()
    let text = "[\n  \(Self.template("stop")),\n  \(Self.template("Hi!!"))\n]"
    let reading = engine.read(SourceFile(name: "a.json", text: text))
    let draft = try #require(reading.drafts.last)
    let report = engine.evaluate(draft, asOf: Shared.day)
    let result = try #require(report.results.first { $0.ruleID == "own.calm" })
    let fix = try #require(engine.fixes(for: result, of: draft, asOf: Shared.day).first)
    #expect(fix.applicability == .suggested && fix.advice == "Calm down.")
    let edit = try #require(fix.edits.first)
    #expect(fix.edits.count == 1 && edit.newText.isEmpty && edit.location.matched == "!" && edit.location.line == 3)
  }

  @Test func `a result that a machine cannot mend keeps its advice`() throws {
    let engine = try Self.engine.get()
    let draft = try engine.draft("channel: whatsapp\nbody: Hello\nbuttons: [{ type: reply, text: A }]\n")
    let result = try #require(engine.evaluate(draft, asOf: Shared.day).results.first { $0.ruleID == "own.no-buttons" })
    #expect(engine.fixes(for: result, of: draft, asOf: Shared.day) == result.fixes)
  }

  @Test func `a plan that was kept mends as before`() throws {
    let cache = MemoryCache()
    let files = [
      SourceFile(
        name: "own.yaml",
        text: PackText.pack(
          "own",
          PackText.rule(
            "own.calm",
            """
            level: advice
            forbid: body matches /!!/
            fix: { advice: Calm down., apply: suggested, rewrite: { in: body, by: single-marks } }
            """)))
    ]
    _ = try Engine(packs: [], files: files, cache: cache)
    let kept = try Engine(packs: [], files: files, cache: cache)
    let mending = kept.mend(SourceFile(name: "a.txt", text: "Hi!!\n"), asOf: Shared.day).mending
    #expect(mending.after.bytes == Array("Hi!\n".utf8))
  }

  @Test func `a large file of many drafts is mended in time`() throws {
    let lines = (0..<2_000).map { Self.template("Number \($0)!!") }
    let start = ContinuousClock.now
    let mending = try mended(lines.joined(separator: "\n"), name: "a.jsonl")
    #expect(mending.pieces.count == 2_000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
