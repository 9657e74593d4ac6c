import Proviso
import Testing

@Suite struct EvaluationTests {
  static let drafts = [
    "channel: whatsapp\ncategory: marketing\nbody: Flash sale! 20% off today\nfacts: { recipient.regions: [DE, US-CA, BR] }",
    "channel: email\nsubject: Your lab result\nbody: Reply STOP\nfacts: { recipient.regions: [US], consent.status: none }",
    "channel: sms\nbody: Só hoje, {{nome}}\nexamples: { nome: Ana }\nfacts: { recipient.regions: [BR] }",
    "channel: push\nbody: Hello",
  ]

  @Test func `the example in the documentation runs`() throws {
    var verdicts: [Verdict] = []
    let engine = try Shared.builtIn()
    let reading = engine.read(SourceFile(name: "promo.txt", text: "Flash sale! 20% off today"))
    for draft in reading.drafts {
      let report = engine.evaluate(draft, asOf: try #require(CalendarDate("2026-11-22")))
      verdicts.append(report.verdict)
    }
    #expect(verdicts == [.needsFacts])
  }

  @Test func `what is broken in any case is shown at its mildest, and what would make it graver is asked`() throws {
    let report = try Shared.builtIn().report("channel: whatsapp\nlanguage: en\nbody: Vote for our candidate on Sunday")
    let results = report.results.filter { $0.ruleID == "whatsapp-content.political" }
    #expect(results.map(\.outcome) == [.fail, .undetermined])
    #expect(results.map(\.level) == [.warn, .block])
    #expect(results.first?.locations.isEmpty == false)
    #expect(results.last?.missingFacts.contains("sender.sector") == true)
    #expect(report.verdict == .needsFacts)
  }

  @Test func `phrases that were counted are shown where they stand`() throws {
    let facts = "facts: { recipient.regions: [FR], consent.status: explicit }"
    let report = try Shared.builtIn()
      .report("channel: sms\nlanguage: en\nbody: Treat yourself until Sunday. Book now!\n\(facts)")
    let result = try #require(report.results.first { $0.ruleID == "gdpr.missing-opt-out" })
    #expect(result.outcome == .fail)
    #expect(result.locations.map(\.matched).contains("Book now"))
  }

  @Test(arguments: [
    ("text matches /order #[0-9]+/", "yes"), ("text matches /order #[a-z]+/", "no"),
    ("no button (text matches /pay \\/ now/)", "no"), ("any link (url matches /shop\\.example/)", "yes"),
    ("text has detector email-address", "yes"), ("count(buttons, text matches /^pay/) is 1", "yes"),
  ]) func `an expression that is tried looks for what no rule looks for`(_ expression: String, _ answer: String) throws
  {
    let engine = try Shared.user()
    let draft = try engine.draft(
      "channel: sms\nbody: 'Your order #4711, see https://shop.example/a or mail ana@shop.example'\n"
        + "buttons: [{ type: quick-reply, text: pay / now }]")
    let (lines, problems) = engine.evaluate(expression: expression, on: draft, facts: Facts(), asOf: Shared.day)
    #expect(problems.isEmpty)
    #expect(lines.map { String($0.prefix { $0 != " " }) } == [answer])
  }

  @Test func `a pattern that cannot be compiled is told with its place in the expression`() throws {
    let engine = try Shared.user()
    let draft = try engine.draft("channel: sms\nbody: Hi")
    let (lines, problems) = engine.evaluate(
      expression: "text matches /(?=a)b/", on: draft, facts: Facts(), asOf: Shared.day)
    #expect(lines.isEmpty)
    #expect(problems.map(\.file) == ["<expression>"])
    #expect(problems.map(\.id) == ["pattern.unusable"])
  }

  @Test func `the preheader is a text of its own, and part of the whole`() throws {
    let engine = try Shared.user()
    let draft = try engine.draft("channel: email\nsubject: News\npreheader: Flash sale\nbody: Hello")
    for (expression, answer) in [
      ("preheader contains \"sale\"", "yes"), ("text contains \"sale\"", "yes"), ("body contains \"sale\"", "no"),
      ("length(preheader) is 10", "yes"), ("count(variables(preheader)) is 0", "yes"),
    ] {
      let lines = engine.evaluate(expression: expression, on: draft, facts: Facts(), asOf: Shared.day).lines
      #expect(lines.map { String($0.prefix { $0 != " " }) } == [answer], "\(expression)")
    }
  }

  @Test func `a finding names the sources of its case`() throws {
    let rule = PackText.rule(
      "ladder.r",
      """
      confidence: verified
      cases:
        - { when: length(body) > 9, level: warn, cite: law art. 9, confidence: secondary }
        - { when: length(body) > 5, level: block }
      """)
    let file = SourceFile(name: "ladder.yaml", text: PackText.pack("ladder", rule))
    let engine = try Engine(packs: [], files: [file])
    let results = try ["1234567890", "1234567"].map { try engine.report("channel: sms\nbody: '\($0)'").results[0] }
    #expect(results.map { $0.citations.map(\.locator) } == [["art. 9"], ["art. 1"]])
    #expect(results.map(\.confidence) == [.secondary, .verified])
    let explanation = try #require(engine.explanation(of: "ladder.r")).text
    #expect(
      explanation.contains("Says (warn): Broken.\nConfidence in the law: secondary.\nRests on:\n  The law, art. 9"))
  }

  private static let openLadder = PackText.rule(
    "open.r",
    """
    confidence: verified
    when: recipient.region in EEA
    cases:
      - { when: consent.status is explicit, outcome: pass }
      - { when: recipient.type is corporate-subscriber, level: warn, message: To companies., cite: law art. 9, confidence: secondary, fix: { advice: Look at it. } }
      - { when: data.minorsData, level: block, message: Sensitive., cite: law art. 2 }
      - { when: consent.status is none, level: block, message: No consent., fix: { advice: Leave it out. } }
    """)

  /// What the rule says of a draft to Italy, of which `facts` are known.
  private func openLadder(_ facts: String) throws -> [RuleResult] {
    let file = SourceFile(name: "open.yaml", text: PackText.pack("open", Self.openLadder))
    let text = "channel: sms\nbody: Hi\nfacts: { recipient.regions: [IT], \(facts) }"
    return try Engine(packs: [], files: [file]).report(text).results
  }

  @Test func `a rule that is broken in any case tells its open cases, and by no message of one of them`() throws {
    let results = try openLadder("consent.status: none, data.minorsData: no")
    let (broken, open) = (try #require(results.first), try #require(results.last))
    #expect([broken.outcome, open.outcome] == [.fail, .undetermined])
    #expect([broken.level, open.level] == [.warn, .block])
    #expect([broken.message, open.message] == ["A rule", "A rule"])
    #expect(broken.reason == "recipient.region is IT; consent.status is none; data.minorsData is no")
    #expect(broken.missingFacts == ["recipient.type"])
    #expect(broken.citations.map(\.locator) == ["art. 9", "art. 1"])
    #expect(broken.confidence == .secondary)
    #expect(broken.fixes.map(\.advice) == ["Look at it.", "Leave it out."])
    let conditions = broken.openCases.map(\.condition)
    #expect(broken.openCases.map(\.level) == [.warn, .block])
    #expect(conditions.first == "recipient.type is corporate-subscriber")
    #expect(conditions.last??.hasPrefix("recipient.type is consumer") == true)
    #expect(broken.openCases.map(\.messages) == [["To companies."], ["No consent."]])
  }

  @Test func `open cases of one level leave nothing to ask, and are both told`() throws {
    let results = try openLadder("consent.status: none, recipient.type: consumer")
    let broken = try #require(results.first)
    #expect(results.count == 1)
    #expect((broken.outcome, broken.level, broken.message) == (.fail, .block, "A rule"))
    #expect(broken.missingFacts.isEmpty)
    #expect(broken.openCases == [OpenCase(level: .block, condition: nil, messages: ["Sensitive.", "No consent."])])
    #expect(broken.citations.map(\.locator) == ["art. 2", "art. 1"])
  }

  @Test func `where no answer to one question tells the case, the cases are told without`() throws {
    let broken = try #require(try openLadder("consent.status: none").first)
    #expect(broken.openCases.map(\.level) == [.warn, .block])
    #expect(broken.openCases.last?.messages == ["Sensitive.", "No consent."])
  }

  @Test func `a certain case is told by its own message`() throws {
    let result = try #require(
      try openLadder("consent.status: none, data.minorsData: no, recipient.type: corporate-subscriber").first)
    #expect(result.message == "To companies.")
    #expect(result.openCases.isEmpty)
  }

  @Test func `many threads get the same reports as one`() async throws {
    let engine = try Shared.builtIn()
    let drafts = try Self.drafts.map { try engine.draft($0) }
    let expected = drafts.map { engine.evaluate($0, asOf: Shared.day, includingAll: true) }
    await withTaskGroup(of: (Int, DraftReport).self) { group in
      for number in 0..<32 {
        let draft = drafts[number % drafts.count]
        group.addTask { (number, engine.evaluate(draft, asOf: Shared.day, includingAll: true)) }
      }
      for await (number, report) in group { #expect(report == expected[number % expected.count]) }
    }
  }

  @Test func `two engines of the same packs give the same reports`() throws {
    let (first, second) = (try Shared.user(), try Engine(packs: [], files: UserPack.all))
    for text in Self.drafts { #expect(try first.report(text) == second.report(text)) }
  }

  @Test func `only failures and open rules are listed unless all are asked for`() throws {
    let engine = try Shared.user()
    let draft = try engine.draft("channel: sms\nbody: Flash sale\nfacts: { recipient.regions: [DE] }")
    let few = engine.evaluate(draft, asOf: Shared.day).results
    let all = engine.evaluate(draft, asOf: Shared.day, includingAll: true).results
    #expect(Set(few.map(\.outcome)) == [.fail, .undetermined])
    #expect(few == all.filter { $0.outcome == .fail || $0.outcome == .undetermined })
    #expect(Set(all.map(\.outcome)) == [.fail, .undetermined, .pass, .notApplicable])
  }

  @Test func `facts of the caller stand in front of those of the draft`() throws {
    let engine = try Shared.user()
    let text = "channel: sms\nbody: Hi\nfacts: { recipient.regions: [DE], consent.status: explicit }"
    let none = engine.readFact(SourceFile(name: "--fact", text: "consent.status=none")).facts
    #expect(try engine.report(text).findings(of: "places.consent").isEmpty)
    #expect(try engine.report(text, facts: none).findings(of: "places.consent") == ["fail DE"])
  }

  @Test func `the verdict is the worst of the outcomes`() throws {
    let engine = try Shared.user()
    let verdicts = try [
      "body: Hi\nfacts: { recipient.regions: [BR] }", "body: A letter too long\nfacts: { recipient.regions: [BR] }",
      "body: A letter too long\nfacts: { recipient.regions: [DE] }",
      "body: Flash sale\nfacts: { recipient.regions: [DE] }",
    ].map { try engine.report("channel: sms\n\($0)").verdict }
    #expect(verdicts == [.pass, .warn, .needsFacts, .block])
  }
}
