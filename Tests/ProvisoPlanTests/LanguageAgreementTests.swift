import ProvisoDrafts
import ProvisoModel
import ProvisoPacks
import ProvisoSource
import ProvisoTestSupport
import Testing

@testable import ProvisoPlan

/// Forms of the language that few packs use: plan, stored plan and interpreter must agree on them.
@Suite struct LanguageAgreementTests {
  static let conditions = [
    "draft.channel in consent.channels",
    "draft.channel not in consent.channels and (draft.channel is email or consent.channels has sms)",
    "recipient.region in sender.countries",
    "recipient.region in sender.countries or recipient.region in EEA",
    "not (recipient.region in sender.countries) or recipient.region in US or recipient.region is DE",
    "recipient.region in sender.countries and recipient.region not in sender.regulatedVertical.alcohol.licences",
    "recipient.region in sender.countries or sender.countries has DE",
    "sender.legalName in sender.brandNames",
    "sender.legalName in sender.brandNames or sender.legalName is not known",
    "any link (host not in sender.domains)",
    "all link (host in sender.domains) or draft.channel is sms",
    "text contains any sender.brandNames or sender.legalName in sender.brandNames",
    "text mentions @offer followed by @price within 3 words",
    "text mentions @offer not preceded by @price and recipient.region in sender.countries",
    "weekday(sending.date) in [saturday, sunday] and draft.channel is sms",
    "weekday(recipient.lastInboundAt) is monday or recipient.lastInboundAt > 2026-09-01",
    "weekday(recipient.lastInboundAt) is monday and recipient.lastInboundAt is known",
    "weekday(recipient.lastInboundAt) is monday or weekday(recipient.lastInboundAt) in [tuesday, friday]",
    "preheader mentions @offer or preheader is not known",
    "draft.channel in watched",
    "draft.channel in watched or recipient.region in EEA",
    "recipient.region in sender.countries and draft.channel not in watched",
    "length(body) < most and recipient.region in sender.countries",
    "text has detector card-number near @price within 2 words",
    "text has detector card-number not followed by @price",
  ]

  /// What facts are drawn from; a fact can also stay unknown.
  static let values: [String: [FactState]] = [
    "draft.channel": ["email", "sms", "whatsapp"].map { .known(.symbol($0)) },
    "consent.channels": [[], ["email"], ["sms", "whatsapp"]].map { .known(.symbols($0)) },
    "recipient.region": ["DE", "US", "US-CA", "BR"].map { .known(.place($0)) },
    "recipient.lastInboundAt": ["2026-09-04", "2026-08-03"].compactMap { CalendarDate($0) }
      .map { .known(.instant(Instant(seconds: $0.day * 86_400))) } + [.absent],
    "sender.countries": [[], ["DE"], ["US-CA"], ["EEA", "US"]].map { .known(.places($0)) },
    "sender.regulatedVertical.alcohol.licences": [[], ["DE", "BR"]].map { .known(.places($0)) },
    "sender.legalName": [.absent, .known(.text("Café Sol")), .known(.text("Luna"))],
    "sender.brandNames": [[], ["cafe sol", "Sol"]].map { .known(.texts($0)) },
    "sender.domains": [[], ["sol.example", "SOL.shop"]].map { .known(.texts($0)) },
  ]

  static let bodies = [
    "Hello", "An offer for 5 euro", "5 euro: an offer at https://sol.shop/x", "4111 1111 1111 1111 euro",
    "See https://www.sol.example and https://other.example", "Sol: 4111 1111 1111 1111",
  ]

  private static let plan = Result {
    let rules = conditions.enumerated().map { number, condition in
      """
        - { id: forms.r\(number), title: A rule, level: warn, forbid: '\(condition)', message: No., cite: law,
            tests: [{ name: a, draft: {}, want: fail }, { name: b, draft: {}, want: pass }] }
      """
    }
    let text = """
      apiVersion: proviso/v1
      kind: PolicyPack
      metadata: { id: forms, title: Forms, version: 1, verified: 2026-01-31, review: 1 month }
      sources: { law: { title: The law, url: "https://example.org" } }
      parameters: { watched: { 2026-08-01: [sms], 2026-10-01: [sms, email] }, most: { 2026-08-01: 9 } }
      vocabularies: { offer: { en: [offer, offers] }, price: { en: ["# euro", euro] } }
      rules:
      \(rules.joined(separator: "\n"))
      """
    let schema = BuiltInPlan.plan.schema
    let written = PackAssembly.join([PackReader.read(SourceFile(name: "forms.yaml", text: text))])
    let (packs, _, _, problems) = PackChecker.check(written.packs, schema: schema, detectors: Plan.detectors)
    #expect((written.diagnostics + problems).map(\.message) == [])
    return try #require(Plan.compile(packs, running: ["forms"], schema: schema).plan)
  }

  private static let stored = Result {
    let plan = try Self.plan.get()
    let patterns = plan.unsavedPatterns
    return try Plan(
      stored: StoredBytes(plan.stored), patterns: { $0 == patterns?.key ? patterns.map { StoredBytes($0.bytes) } : nil }
    )
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func `plan, stored plan and interpreter say the same`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var facts: [String: FactState] = [:]
    for path in Self.values.keys.sorted() where Int.random(in: 0..<3, using: &random) > 0 {
      facts[path] = Self.values[path]?.randomElement(using: &random)
    }
    let body = Self.bodies.randomElement(using: &random) ?? ""
    let source = SourceFile(name: "draft.yaml", text: "channel: sms\nbody: '\(body)'\n")
    // Before, between and after the days of the parameters, 20 666 and 20 727.
    let day = CalendarDate(day: [20_600, 20_666, 20_700, 20_727].randomElement(using: &random) ?? 0)
    for plan in [try Self.plan.get(), try Self.stored.get()] {
      let draft = try #require(DraftReader.read(source, schema: plan.schema).drafts.first)
      try PlanAgreement.expect(of: plan, on: draft, facts: facts, asOf: day, "seed \(seed), \(day), \(body)")
    }
  }

  @Test func `every condition has a diagram`() throws {
    #expect(try Self.plan.get().compileReport.interpreted == [])
  }
}
