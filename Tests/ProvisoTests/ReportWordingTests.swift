import Proviso
import ProvisoPacks
import Testing

/// What reports on drafts say, with the built-in packs.
@Suite struct ReportWordingTests {
  static let newsletter = """
    channel: email
    category: marketing
    language: en
    subject: Our spring news
    body: Spring is here. Discover our new collection at 20% off.
    facts: { recipient.regions: [DE] }
    """

  @Test func `what a text lacks is the first thing asked about`() throws {
    let report = try Shared.builtIn().report(Self.newsletter)
    let first = try #require(report.results.first { $0.outcome == .undetermined })
    #expect(first.ruleID == "gdpr.missing-opt-out")
    #expect(first.isSuspected)
    #expect(first.locations.first?.line == 5)
    #expect(first.reason.contains("nothing in text says @opt-out-offer"))
    // Behind them come those that only facts decide, each group the gravest first.
    let open = report.results.filter { $0.outcome == .undetermined }
    let split = open.prefix(while: \.isSuspected)
    #expect(!open.dropFirst(split.count).contains { $0.isSuspected })
    #expect(split.count < open.count)
  }

  @Test func `a reason holds no regular expression`() throws {
    let report = try Shared.builtIn().report(Self.newsletter)
    for result in report.results { #expect(!result.reason.contains("matches /"), "\(result.ruleID)") }
    #expect(report.results.contains { $0.reason.contains("matches “stop and number”") })
  }

  @Test func `a quotation reads as the message does`() throws {
    let text =
      #"{"name": "a", "category": "MARKETING", "language": "pt_BR", "components": [{"type": "BODY", "text": "Promo\u00e7\u00e3o exclusiva\u0021"}]}"#
    let engine = try Shared.builtIn()
    let report = engine.evaluate(try engine.draft(text, named: "a.json"), facts: Facts(), asOf: Shared.day)
    #expect(report.results.contains { $0.reason.contains("text says “Promoção”") })
  }

  @Test(arguments: [("de", "Antworte STOPP, um dich abzumelden"), ("fr", "Répondez STOP"), ("en", "Reply STOP to uns")])
  func `advice quotes the text that a machine would put in`(_ language: String, _ quoted: String) throws {
    let report = try Shared.builtIn().report(
      "channel: whatsapp\nkind: whatsapp-template\ncategory: marketing\nlanguage: \(language)\nbody: Flash sale, 20% off\n"
    )
    let result = try #require(report.results.first { $0.ruleID == "whatsapp-content.opt-out-instructions" })
    #expect(result.outcome == .fail)
    #expect(result.fixes.map(\.advice).joined().contains(quoted))
  }

  @Test func `all advice that a machine can follow quotes what it puts in`() throws {
    for pack in try Shared.builtIn().checkedPacks.packs {
      for rule in pack.rules {
        for ruleCase in rule.cases {
          guard let text = ruleCase.remedy?.texts.first, let advice = ruleCase.advice?.filled({ _ in "" }) else {
            continue
          }
          #expect(text.texts.values.contains { advice.contains($0) }, "\(rule.id): \(advice)")
        }
      }
    }
  }

  @Test func `a question says whether its answer is the same for all drafts`() throws {
    let questions = try Shared.builtIn().report(Self.newsletter).questions
    #expect(questions.first { $0.path == "consent.status" }?.scope == .draft)
    #expect(questions.first { $0.path == "sender.legalName" }?.scope == .organisation)
    #expect(zip(questions, questions.dropFirst()).allSatisfy { $0.weight >= $1.weight })
  }

  @Test func `a vocabulary tells its phrases and its rules`() throws {
    let engine = try Shared.builtIn()
    let text = try #require(engine.vocabularyExplanations(of: "@opt-out-offer").first?.text)
    #expect(text.hasPrefix("@opt-out-offer: "))
    #expect(text.contains("\n  gdpr.missing-opt-out"))
    #expect(engine.vocabularyExplanations(of: "@common/opt-out-offer").map(\.text) == [text])
    #expect(engine.vocabularyExplanations(of: "@offer-out").isEmpty)
  }
}
