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
