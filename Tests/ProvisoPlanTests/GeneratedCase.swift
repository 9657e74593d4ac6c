import ProvisoDrafts
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource
import ProvisoTestSupport

@testable import ProvisoPlan

/// A random pack, and a draft and facts to judge by it; the same seed gives the same.
struct GeneratedCase {
  indirect enum Test {
    case leaf(String), not(Test), all([Test]), any([Test])

    var text: String {
      switch self {
      case .leaf(let text): text
      case .not(let test): "not (\(test.text))"
      case .all(let parts): "(\(parts.map(\.text).joined(separator: " and ")))"
      case .any(let parts): "(\(parts.map(\.text).joined(separator: " or ")))"
      }
    }

    /// The parts, each of which is smaller.
    var parts: [Test] {
      switch self {
      case .leaf: []
      case .not(let test): [test]
      case .all(let parts), .any(let parts): parts
      }
    }
  }

  struct Rule {
    var when: Test?, unless: Test?
    var demand: Test
    var isRequired: Bool
  }

  /// The phrases of the vocabularies `v0`, `v1` and `v2`.
  var vocabularies: [[String]]
  var rules: [Rule]
  var facts: [String: FactState] = [:]
  var words: [String] = []
  var day = CalendarDate(day: 20_700)

  // MARK: Making

  private static let tests: [String] = [
    "draft.channel is email", "draft.channel in [sms, whatsapp]", "draft.channel in consent.channels",
    "consent.channels has sms", "consent.channels within [email, sms]", "recipient.region in EEA",
    "recipient.region in US", "recipient.region is US-CA", "recipient.region in sender.countries",
    "recipient.lastInboundAt is known", "recipient.lastInboundAt > 2026-09-01",
    "weekday(recipient.lastInboundAt) is monday", "sender.legalName is known",
    "sender.legalName in sender.brandNames", "emoji(body) > 0",
    "recipient.lastInboundAt + 30 days < sending.date", "sending.date >= 2026-09-01",
    "text mentions @v0", "text mentions @v1", "body mentions @v2", "text mentions @v0 near @v1 within 2 words",
    "text mentions @v1 followed by @v2", "text mentions @v0 not preceded by @v2 within 3 words",
    "text mentions @v2 not near @v0", "length(body) > 30", "words(body) >= 4",
  ]
  private static let vocabulary = ["alpha", "beta", "gamma", "alphabet", "5", "euro", "new", "offer", "%"]
  private static let separators = [" ", " ", " ", ", ", ". ", "-"]
  private static let phraseParts = ["alpha", "beta", "gamma", "alph*", "#", "euro", "new", "*er", "%"]

  /// A pack without a draft.
  init(_ random: inout SeededRandom) {
    vocabularies = (0..<3).map { _ in
      (0...Int.random(in: 0...2, using: &random)).map { _ in
        var parts = (0...Int.random(in: 0...2, using: &random)).map { _ in
          Self.phraseParts.randomElement(using: &random) ?? ""
        }
        // A phrase needs a word.
        if !parts.contains(where: { $0.contains { $0.isLetter } }) { parts.append("euro") }
        if parts.count == 2, Int.random(in: 0..<5, using: &random) == 0 { parts.insert("…", at: 1) }
        return parts.joined(separator: " ")
      }
    }
    rules = (0..<Int.random(in: 2...6, using: &random)).map { _ in
      Rule(
        when: Bool.random(using: &random) ? Self.test(2, &random) : nil,
        unless: Int.random(in: 0..<3, using: &random) == 0 ? Self.test(1, &random) : nil,
        demand: Self.test(2, &random), isRequired: Bool.random(using: &random))
    }
  }

  /// Gives the pack another draft and other facts: some known, some absent, some unknown.
  mutating func redraw(_ random: inout SeededRandom) {
    words = (0..<Int.random(in: 0...9, using: &random)).flatMap { _ in
      [Self.vocabulary.randomElement(using: &random) ?? "", Self.separators.randomElement(using: &random) ?? ""]
    }
    facts = [:]
    for path in LanguageAgreementTests.values.keys.sorted() where Int.random(in: 0..<3, using: &random) > 0 {
      facts[path] = LanguageAgreementTests.values[path]?.randomElement(using: &random)
    }
    day = CalendarDate(day: [20_600, 20_700].randomElement(using: &random) ?? 0)
  }

  private static func test(_ depth: Int, _ random: inout SeededRandom) -> Test {
    switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &random) {
    case 0: return .leaf(tests.randomElement(using: &random) ?? "yes")
    case 1: return .not(test(depth - 1, &random))
    case let sign:
      let parts = (0...Int.random(in: 1...2, using: &random)).map { _ in test(depth - 1, &random) }
      return sign % 2 == 0 ? .all(parts) : .any(parts)
    }
  }

  // MARK: Using

  var body: String { words.joined() + "." }

  var pack: String {
    let rules = rules.enumerated().map { number, rule in
      let clauses = [
        rule.when.map { "when: '\($0.text)'" }, rule.unless.map { "unless: '\($0.text)'" },
        "\(rule.isRequired ? "require" : "forbid"): '\(rule.demand.text)'",
      ].compactMap(\.self).joined(separator: ", ")
      return """
          - { id: made.r\(number), title: A rule, level: warn, \(clauses), message: No., cite: law,
              tests: [{ name: a, draft: {}, want: fail }, { name: b, draft: {}, want: pass }] }
        """
    }
    let lists = vocabularies.enumerated().map { number, phrases in
      "  v\(number): { en: [\(phrases.map { "\"\($0)\"" }.joined(separator: ", "))] }"
    }
    return """
      apiVersion: proviso/v1
      kind: PolicyPack
      metadata: { id: made, title: Made, version: 1, verified: 2026-01-31, review: 1 month }
      sources: { law: { title: The law, url: "https://example.org" } }
      vocabularies:
      \(lists.joined(separator: "\n"))
      rules:
      \(rules.joined(separator: "\n"))
      """
  }

  /// The same with one part less: what to try when a case fails.
  var smaller: [GeneratedCase] {
    var cases: [GeneratedCase] = []
    func add(_ change: (inout GeneratedCase) -> Void) {
      var copy = self
      change(&copy)
      cases.append(copy)
    }
    if rules.count > 1 { for number in rules.indices { add { $0.rules.remove(at: number) } } }
    for path in facts.keys.sorted() { add { $0.facts[path] = nil } }
    for number in stride(from: 0, to: words.count - 1, by: 2) { add { $0.words.removeSubrange(number...number + 1) } }
    for number in rules.indices {
      if rules[number].when != nil { add { $0.rules[number].when = nil } }
      if rules[number].unless != nil { add { $0.rules[number].unless = nil } }
      for part in rules[number].demand.parts { add { $0.rules[number].demand = part } }
      for part in rules[number].when?.parts ?? [] { add { $0.rules[number].when = part } }
      for part in rules[number].unless?.parts ?? [] { add { $0.rules[number].unless = part } }
    }
    for list in vocabularies.indices where vocabularies[list].count > 1 {
      for number in vocabularies[list].indices { add { $0.vocabularies[list].remove(at: number) } }
    }
    return cases
  }
}
