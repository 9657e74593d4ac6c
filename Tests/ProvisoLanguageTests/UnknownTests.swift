import ProvisoLanguage
import ProvisoModel
import Testing

@Suite struct UnknownTests {
  /// What a rule that demands `source` comes to; nil when it is undetermined.
  static func result(_ source: String, _ facts: String = "", draft: StubDraft = StubDraft()) throws -> DecisionTable
    .Result?
  {
    let table = DecisionTable(rows: [.init(try Sample.condition(source), .pass)], otherwise: .fail(0))
    if case .decided(let result) = try Sample.evaluator(Sample.facts(facts), draft: draft).decide(table) {
      return result
    }
    return nil
  }

  static let certain = [
    "data.encrypted or not data.encrypted",
    "recipient.visits <= 5 or recipient.visits > 3",
    "recipient.visits < 3 or recipient.visits is 3 or recipient.visits > 3",
    "not (recipient.visits > 5) or recipient.visits > 3",
    "not (recipient.age > 5) or recipient.age > 3",
    "not (recipient.age > 5) or recipient.age is known",
    "not (consent.status is none and consent.status is given)",
    "consent.status in [explicit, given] or consent.status in [none, withdrawn]",
    "not (recipient.region in US-CA) or recipient.region in US",
    "not (recipient.region in EEA and recipient.region in US)",
    "recipient.region in [EEA, BR] or recipient.region in US",
    "not (request.received < 2026-01-01) or request.received <= 2026-01-01",
    "not (consent.givenAt < 2026-01-01) or consent.givenAt < 2026-01-02",
    "not (draft.purpose within [receipt]) or draft.purpose has no [newsletter]",
    "not (consent.purposes has all [newsletter, promotion]) or consent.purposes has any [newsletter, research]",
    "not (consent.purposes has all draft.purpose and draft.purpose has receipt)",
    "not text mentions @promo or consent.recorded",
    "not (sender.name contains \"a\") or sender.name contains \"a\"",
    "not (draft.channel in consent.channels) or draft.channel is email or consent.channels has sms",
    "not (draft.channel is push and draft.channel in consent.channels)",
    "not (recipient.region in sender.licences) or recipient.region in sender.licences",
    "not (sender.name in sender.brandNames) or sender.name in sender.brandNames",
    "not (recipient.visits + 1 > 3) or recipient.visits + 1 > 3",
  ]

  @Test(arguments: certain) func whatHoldsForEveryValueIsDecided(_ source: String) throws {
    #expect(try UnknownTests.result(source) == .pass)
    #expect(try UnknownTests.result("not (\(source))") == .fail(0))
  }

  static let open = [
    "data.encrypted or consent.recorded",
    "recipient.visits < 3 or recipient.visits > 3",
    "recipient.age <= 5 or recipient.age > 3",
    "not (recipient.visits > 3) or recipient.visits > 5",
    "consent.status in [explicit, given] or consent.status is none",
    "consent.recorded or consent.recorded is known",
    "recipient.region in US-CA or recipient.region in EEA",
    "request.received < 2026-01-01 or request.received >= 2026-01-02",
    "draft.purpose has any [newsletter, promotion, receipt]",
    "sender.name contains \"a\" or not sender.name contains \"b\"",
    "draft.channel in consent.channels or consent.channels has email",
    "recipient.region in sender.licences or recipient.region in EEA",
  ]

  @Test(arguments: open) func whatDependsOnAValueIsOpen(_ source: String) throws {
    #expect(try UnknownTests.result(source) == nil)
    #expect(try UnknownTests.result("not (\(source))") == nil)
  }

  /// Values near one limit say nothing about other limits of the same fact.
  static let computed: [(String, String)] = [
    ("recipient.visits > 5 or recipient.visits + 1 > 5", ""),
    ("recipient.visits < 100 or recipient.visits * 2 < 4", ""),
    (
      "not (request.received < 2026-06-01 and request.answered > request.received + 1 month)",
      "request.answered: 2026-03-01"
    ),
    (
      "not (request.received < 2026-06-01 and request.answered < 2026-01-01 and request.answered > request.received)",
      ""
    ),
    ("fee[draft.category] is known or draft.category is utility", ""),
    ("count(buttons, recipient.visits > 3) > 0 or recipient.visits > 10", ""),
    ("any button (position < recipient.visits) or recipient.visits > 10", ""),
  ]

  @Test(arguments: computed)
  func whatIsComputedFromAFactIsOpenBesideTestsOfTheFactItself(_ source: String, _ facts: String) throws {
    #expect(try UnknownTests.result(source, facts, draft: StubDraft(buttons: ["url a"])) == nil)
  }

  /// The first button and the first link are two things, although their fields have the same names.
  @Test func itemsOfDifferentListsHaveAnswersOfTheirOwn() throws {
    var draft = StubDraft(buttons: ["url https://a.b"])
    draft.lists[.link] = [DraftItem(fields: ["url": .text("https://c.d")], segment: nil, place: nil)]
    let source = "any button (url contains sender.name) and no link (url contains sender.name)"
    #expect(try UnknownTests.result(source, draft: draft) == nil)
    #expect(try UnknownTests.result(source, "sender.name: a.b", draft: draft) == .pass)
  }

  @Test func aPlaceKnownInPartIsThereWhicheverItIs() throws {
    let table = DecisionTable(
      rows: [
        .init(try Sample.condition("sender.country in US-CA and data.encrypted"), .fail(0)),
        .init(try Sample.condition("sender.country in US"), .pass),
      ], otherwise: .fail(1))
    guard case .undetermined(let open) = try Sample.evaluator(Sample.facts("sender.country: US")).decide(table) else {
      Issue.record("decided, although the state makes the difference")
      return
    }
    #expect(open.possible == [.pass, .fail(0)])
  }

  @Test func missingFactsAreThoseAPersonDeclares() throws {
    let table = DecisionTable(
      rows: [
        .init(try Sample.condition("recipient.region not in EEA"), .notApplicable),
        .init(try Sample.condition("consent.status is explicit or data.encrypted and recipient.age > 17"), .pass),
      ], otherwise: .fail(0))
    #expect(
      try Sample.evaluator([:]).decide(table)
        == .undetermined(
          Undetermined(
            possible: [.pass, .fail(0)],
            missing: ["consent.status", "recipient.regions", "data.encrypted", "recipient.age"],
            deciding: [
              ["recipient.regions"], ["consent.status"], ["data.encrypted", "recipient.age"],
            ])))
  }

  @Test func factsThatMakeNoDifferenceAreNotMissing() throws {
    let table = DecisionTable(
      rows: [.init(try Sample.condition("data.encrypted and (consent.recorded or not consent.recorded)"), .pass)],
      otherwise: .fail(0))
    guard case .undetermined(let open) = try Sample.evaluator([:]).decide(table) else {
      Issue.record("decided")
      return
    }
    #expect(open.missingFacts == ["data.encrypted"])
    #expect(open.missingSets == [["data.encrypted"]])
  }

  /// Past the bound of work the rule names everything that is open, and claims nothing more.
  @Test func aRuleTooLargeToTryIsUndeterminedByAllThatIsOpen() throws {
    let pairs = (1...12).map { "sender.name contains \"a\($0)\" and sender.name contains \"b\($0)\"" }
    let source = pairs.joined(separator: " or ") + " or data.encrypted"
    let table = DecisionTable(rows: [.init(try Sample.condition(source), .pass)], otherwise: .fail(0))
    guard case .undetermined(let open) = try Sample.evaluator([:]).decide(table) else {
      Issue.record("decided")
      return
    }
    #expect(open.missingFacts == ["data.encrypted", "sender.name"])
    #expect(open.missingSets.isEmpty)
  }
}

@Suite struct ExactnessTests {
  /// Kept and inapplicable are one end of a rule that had to be tried out.
  static func merged(_ result: DecisionTable.Result?) -> DecisionTable.Result? {
    result == .notApplicable ? .pass : result
  }

  @Test(arguments: 0..<120) func theDecisionIsWhatAllValuesOfTheUnknownFactsComeTo(_ seed: UInt64) throws {
    try expectExactness(of: RandomRule(seed: seed), "seed \(seed)")
  }

  /// An empty set may decide alone what the evaluator takes to need both facts.
  @Test(arguments: 0..<60) func factsHeldAgainstEachOtherAreDecidedTogether(_ seed: UInt64) throws {
    try expectExactness(of: RandomRule(seed: seed, .pairs), "seed \(seed)", setsAreSmallest: false)
  }

  private func expectExactness(of rule: RandomRule, _ name: String, setsAreSmallest: Bool = true) throws {
    let slow = try BruteForce(rule.table, rule.facts, rule.domains)
    #expect(slow.isComplete)
    let decision = try Sample.evaluator(rule.declared).decide(rule.table)
    switch decision {
    case .failed(let error): Issue.record("\(name): \(error.message)")
    case .decided(let result):
      #expect(slow.possible.count == 1 || result.failure == nil, "\(name): \(rule.source)")
      #expect(ExactnessTests.merged(result) == ExactnessTests.merged(slow.settled), "\(name): \(rule.source)")
    case .broken(let cases):
      #expect(slow.settled?.failure == cases.first, "\(name): \(rule.source)")
      #expect(slow.possible == Set(cases.map(DecisionTable.Result.fail)), "\(name): \(rule.source)")
    case .undetermined(let open):
      #expect(slow.settled == nil, "\(name): \(rule.source)")
      let names = { (path: String) in path == "recipient.region" ? "recipient.regions" : path }
      #expect(
        Set(open.possible) == Set(slow.possible.compactMap(ExactnessTests.merged)), "\(name): \(rule.source)")
      #expect(Set(open.missingFacts) == Set(slow.missing.map(names)), "\(name): \(rule.source)")
      let sets = (named: Set(open.missingSets.map(Set.init)), deciding: Set(slow.deciding.map { Set($0.map(names)) }))
      if setsAreSmallest {
        #expect(sets.named == sets.deciding, "\(name): \(rule.source)")
      } else {
        let areDeciding = sets.named.allSatisfy { named in sets.deciding.contains { $0.isSubset(of: named) } }
        #expect(areDeciding, "\(name): \(rule.source)")
      }
    }
  }

  /// With computations the evaluator may say less than could be said, and nothing that is wrong.
  @Test(arguments: 0..<40) func nothingIsDecidedThatSomeValueContradicts(_ seed: UInt64) throws {
    let rule = try RandomRule(seed: seed, .computing)
    let slow = try BruteForce(rule.table, rule.facts, rule.domains)
    switch try Sample.evaluator(rule.declared).decide(rule.table) {
    case .failed(let error): Issue.record("seed \(seed): \(error.message)")
    case .decided(let result):
      #expect(slow.possible.allSatisfy { slow.end($0) == slow.end(result) }, "seed \(seed): \(rule.source)")
    case .broken(let cases):
      #expect(slow.possible.isSubset(of: cases.map(DecisionTable.Result.fail)), "seed \(seed): \(rule.source)")
    case .undetermined(let open):
      #expect(slow.missing.isSubset(of: open.missingFacts), "seed \(seed): \(rule.source)")
    }
  }
}
