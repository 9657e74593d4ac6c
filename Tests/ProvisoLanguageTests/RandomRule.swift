import ProvisoLanguage
import ProvisoTestSupport
import ProvisoModel

/// A random rule over a few facts of small domains, with some of them declared; the same seed gives the same rule.
struct RandomRule {
  /// A fact with everything it can turn out to be, as far as `tests` tell it apart, and what is asked about it.
  struct Subject {
    let path: String
    let values: String
    let tests: [String]
  }

  static let subjects: [Subject] = [
    Subject(path: "data.encrypted", values: "yes, no", tests: ["data.encrypted"]),
    Subject(
      path: "consent.recorded", values: "yes, no, absent",
      tests: ["consent.recorded", "consent.recorded is no", "consent.recorded is known"]),
    Subject(
      path: "consent.status", values: "explicit, given, none, withdrawn",
      tests: ["consent.status is none", "consent.status in [explicit, given]", "consent.status not in [given, none]"]),
    Subject(
      path: "recipient.visits", values: "2, 3, 4, 5, 6",
      tests: ["recipient.visits > 3", "recipient.visits > 5", "recipient.visits <= 3", "recipient.visits is 5"]),
    Subject(
      path: "recipient.age", values: "2, 3, 4, 5, 6, absent",
      tests: ["recipient.age < 3", "recipient.age >= 5", "recipient.age in [3, 5]", "recipient.age is known"]),
    Subject(
      path: "request.received", values: "2026-01-09, 2026-01-10, 2026-01-15, 2026-01-20, 2026-01-21, absent",
      tests: ["request.received < 2026-01-10", "request.received >= 2026-01-20", "request.received is not known"]),
    Subject(
      path: "recipient.region", values: "DE, FR, IS, BR, US-CA, US-TX, US-NY",
      tests: [
        "recipient.region in EEA", "recipient.region in [US, DE]", "recipient.region is US-CA",
        "recipient.region in US",
      ]),
    Subject(
      path: "draft.purpose",
      values:
        ", newsletter, promotion, receipt, newsletter promotion, newsletter receipt, promotion receipt, newsletter promotion receipt",
      tests: [
        "draft.purpose has newsletter", "draft.purpose has any [newsletter, receipt]", "draft.purpose within [receipt]",
      ]),
  ]

  /// Facts that are held against each other.
  static let pairs: [Subject] = [
    Subject(
      path: "draft.channel", values: "email, push, sms",
      tests: ["draft.channel in consent.channels", "draft.channel is email", "draft.channel in [push, sms]"]),
    Subject(
      path: "consent.channels",
      values: ", absent, email, letter, sms, email letter, email sms, letter sms, email letter sms",
      tests: ["draft.channel not in consent.channels", "consent.channels has sms", "consent.channels within [letter]"]),
    Subject(
      path: "recipient.region", values: "DE, FR, IS, BR, US-CA, US-TX, US-NY",
      tests: [
        "recipient.region in sender.licences", "recipient.region in EEA", "recipient.region in [US, DE]",
        "recipient.region is US-CA",
      ]),
    Subject(
      path: "sender.licences",
      values: ", absent, DE, FR, IS, BR, US-CA, US-TX, US-NY, EEA, US, US-CA DE, EEA BR US",
      tests: ["recipient.region not in sender.licences"]),
  ]

  /// Tests that compute with facts, which the evaluator does not take apart.
  static let computing: [String: [String]] = [
    "recipient.visits": [
      "recipient.visits + 1 > 4", "recipient.visits * 2 < 12", "4 - recipient.visits < recipient.visits",
    ],
    "recipient.age": [
      "recipient.age - 1 < recipient.visits", "recipient.age <= recipient.visits",
      "fee[consent.status] < recipient.age",
    ],
    "request.received": [
      "request.received + 1 week < 2026-01-20", "sending.date - request.received < 10 months",
      "request.received < request.received",
    ],
    "consent.status": ["fee[consent.status] is known"],
  ]

  let source: [String]
  let table: DecisionTable
  let facts: [String: FactState]
  let domains: [String: [FactState]]

  /// What a rule asks.
  enum Kind {
    /// Facts by themselves.
    case single
    /// What is computed from facts, too.
    case computing
    /// Facts against facts.
    case pairs
  }

  init(seed: UInt64, _ kind: Kind = .single) throws {
    var random = SeededRandom(seed: seed)
    let computing = kind == .computing
    let subjects =
      switch kind {
      case .single: Array(RandomRule.subjects.shuffled(using: &random).prefix(3 + Int(seed % 2)))
      // What a test reads besides must have a domain too.
      case .computing: RandomRule.subjects.filter { RandomRule.computing[$0.path] != nil }
      case .pairs: RandomRule.pairs
      }
    let tests = subjects.map { $0.tests + (computing ? RandomRule.computing[$0.path] ?? [] : []) }
    let count = Int.random(in: 1...3, using: &random)
    let source = (0..<count).map { _ in RandomRule.condition(tests, depth: 3, &random) }
    let results: [DecisionTable.Result] = [.notApplicable, .pass, .fail(0), .fail(1)]
    self.source = source
    table = DecisionTable(
      rows: try source.map { .init(try Sample.condition($0), results.randomElement(using: &random) ?? .pass) },
      otherwise: results.randomElement(using: &random) ?? .pass,
      gravities: [[0, 1], [1, 0], [1, 1]].randomElement(using: &random) ?? [])
    var domains = try Dictionary(uniqueKeysWithValues: subjects.map { ($0.path, try RandomRule.states($0)) })
    var facts: [String: FactState] = [:]
    for path in domains.keys.sorted() where Int.random(in: 0..<4, using: &random) == 0 {
      if path == "recipient.region" {
        // Known in part: somewhere in the US.
        domains[path] = domains[path]?.filter { "\($0)".contains("US-") }
      } else {
        facts[path] = domains[path]?.randomElement(using: &random)
      }
    }
    self.facts = facts
    self.domains = domains
  }

  /// What is declared; the region in part where only some of its values are left.
  var declared: [String: FactState] {
    var declared = facts
    if domains["recipient.region"]?.count == 3 { declared["recipient.region"] = .known(.place("US")) }
    return declared
  }

  private static func states(_ subject: Subject) throws -> [FactState] {
    try subject.values.split(separator: ",", omittingEmptySubsequences: false).compactMap {
      try Sample.facts("\(subject.path): \($0)")[subject.path]
    }
  }

  private static func condition(_ tests: [[String]], depth: Int, _ random: inout SeededRandom) -> String {
    switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &random) {
    case 0: return tests.randomElement(using: &random)?.randomElement(using: &random) ?? "yes"
    case 1: return "not (\(condition(tests, depth: depth - 1, &random)))"
    case let sign:
      let parts = (0...Int.random(in: 1...2, using: &random)).map { _ in condition(tests, depth: depth - 1, &random) }
      return "(\(parts.joined(separator: sign % 2 == 0 ? " and " : " or ")))"
    }
  }
}
