import ProvisoDocuments
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource
import Testing

@Suite struct PackReadingTests {
  static func pack() throws -> Pack {
    let (packs, _, diagnostics) = SamplePack.check([SamplePack.file()])
    #expect(diagnostics.map(\.message) == [])
    return try #require(packs.first)
  }

  @Test func thePackSaysWhatItIsAndWhereItComesFrom() throws {
    let pack = try PackReadingTests.pack()
    #expect(pack.id == "own")
    #expect(pack.title == "Our own rules")
    #expect(pack.version == "1.10")
    #expect(pack.languages == ["en", "de"])
    #expect(pack.verified.description == "2026-11-22")
    #expect(pack.review == Period(12, .months))
    #expect(pack.reviewDue.description == "2027-11-22")
    #expect(pack.sources.mapValues(\.url) == ["law": "https://example.org/law"])
    #expect(pack.files.map(\.name) == ["own.yaml"])
  }

  @Test(arguments: [
    ("1 month", "2026-02-28"), ("90 days", "2026-05-01"), ("0 days", "2026-01-31"), ("9999999 years", "2026-01-31"),
  ])
  func theReviewIsDueOnePeriodAfterTheSourcesWereRead(_ review: String, _ due: String) throws {
    let file = SamplePack.small("a")
    let changed = SourceFile(
      name: file.name, text: file.text(in: Span(0, .max)).replacing("review: 1 month", with: "review: \(review)"))
    let pack = try #require(SamplePack.check([changed]).packs.first)
    #expect(pack.reviewDue.description == due)
  }

  @Test func vocabulariesKeepTheirPhrasesWithLanguageAndPlace() throws {
    let pack = try PackReadingTests.pack()
    let vocabulary = try #require(pack.vocabularies.first)
    #expect(pack.vocabularies.count == 1)
    #expect(vocabulary.id == "own/promo")
    #expect(
      vocabulary.phrases.map { "\($0.language) \($0.text)" } == [
        "en sale", "en % off", "en 100", "de rabatt", "any promo",
      ])
    #expect(
      vocabulary.phrases.map { pack.files[0].text(in: $0.span) } == ["sale", "\"% off\"", "100", "rabatt", "promo"])
    #expect(vocabulary.exceptions.map { "\($0.language) \($0.text)" } == ["en for sale"])
    #expect(vocabulary.spacing == .exact)
    #expect(vocabulary.spelling == .loose)
  }

  @Test func aRuleWithADemandBecomesATable() throws {
    let rule = try #require(try PackReadingTests.pack().rules.first)
    #expect(rule.id == "own.grown-up")
    #expect(rule.title == "Only for adults")
    #expect(rule.description == "More about it")
    #expect(rule.confidence == .verified)
    #expect(rule.level == .block)
    #expect(rule.table.rows.map(\.result) == [.notApplicable, .notApplicable, .pass])
    #expect(rule.table.otherwise == .fail(0))
    #expect(rule.clauses.map(\.key) == ["when", "unless", "require"])
    #expect(rule.clauses.map(\.text) == ["draft.category is marketing", "data.encrypted", "adult"])
    #expect(rule.citations.map(\.locator) == ["art. 13(1)", ""])
    #expect(rule.citations.map(\.title) == ["The law", "The law"])
  }

  @Test func aProhibitionFailsWhereItsConditionHolds() throws {
    let file = SamplePack.file(replacing: "require: adult", with: "forbid: adult")
    let rule = try #require(SamplePack.check([file]).packs.first?.rules.first)
    #expect(rule.table.rows.map(\.result) == [.notApplicable, .notApplicable, .fail(0)])
    #expect(rule.table.otherwise == .pass)
    #expect(rule.clauses.last?.key == "forbid")
  }

  @Test func casesAreTriedInTheirOrderAndHaveEndsOfTheirOwn() throws {
    let pack = try PackReadingTests.pack()
    let rule = try #require(pack.rules.last)
    #expect(rule.table.rows.map(\.result) == [.fail(0), .pass, .fail(1)])
    #expect(rule.table.otherwise == .pass)
    #expect(rule.cases.map(\.level) == [.warn, .advice])
    #expect(rule.level == .warn)
    #expect(rule.confidence == .general)
    #expect(rule.cases.map { $0.message.filled { _ in nil } } == ["Too young.", "Look at it."])
    #expect(rule.cases.map { $0.advice?.filled { _ in nil } } == ["Wait.", nil])
    #expect(rule.clauses.map(\.key) == ["case", "case", "case"])
    #expect(pack.patterns.map(\.text) == ["a|b"])
    #expect(pack.patterns.map { pack.files[0].text(in: $0.span) } == ["/a|b/"])
  }

  @Test func aCaseRestsOnItsOwnSourcesOrOnThoseOfTheRule() throws {
    let file = SamplePack.file(
      replacing: "message: Too young.",
      with: "message: Too young.\n        cite: law § 3\n        confidence: secondary")
    let rule = try #require(SamplePack.check([file]).packs.first?.rules.last)
    #expect(rule.cases.map { $0.citations.map(\.locator) } == [["§ 3"], [""]])
    #expect(rule.cases.map(\.confidence) == [.secondary, .general])
    #expect(rule.confidence == .general)
  }

  @Test func theFirstAndTheLastDayOfARuleBelongToIt() throws {
    let rule = try #require(try PackReadingTests.pack().rules.first)
    for (day, isInForce) in [("2019-12-31", false), ("2020-01-01", true), ("2030-12-31", true), ("2031-01-01", false)] {
      #expect(rule.isInForce(on: try #require(CalendarDate(day))) == isInForce)
    }
    let always = try #require(try PackReadingTests.pack().rules.last)
    #expect(always.isInForce(on: CalendarDate(day: 0)))
  }

  @Test func testsSayWhatTheyWant() throws {
    let rule = try #require(try PackReadingTests.pack().rules.first)
    let test = try #require(rule.tests.first)
    #expect(rule.tests.map(\.name) == ["a child", "a grown-up"])
    #expect(rule.tests.map(\.want) == [.fail, .pass])
    #expect(test.level == .block)
    #expect(test.missing.map(\.fact) == ["recipient.age"])
    #expect(test.asOf?.description == "2026-01-01")
    #expect(test.facts?["recipient.age"]?.scalarText == "17")
    #expect(test.draft["body"]?.text == "Hi")
    #expect(rule.tests.last?.asOf == nil && rule.tests.last?.facts == nil)
  }

  @Test func parametersAndTablesAreValuesOfExpressions() throws {
    let (_, names, _) = SamplePack.check([SamplePack.file()])
    let environment = try #require(names["own"])
    let day = { (text: String) in try #require(CalendarDate(text)) }
    #expect(environment.parameters["limit"]?.value(on: try day("2019-12-31")) == nil)
    #expect(environment.parameters["limit"]?.value(on: try day("2026-06-30")) == .number(Number(10)))
    #expect(environment.parameters["limit"]?.value(on: try day("2026-07-01")) == .number(Number(20)))
    #expect(environment.parameters["kinds"]?.value(on: try day("2026-07-01")) == .words(["marketing", "utility"]))
    #expect(environment.tables["fee"]?.rows == ["DE": .number(Number(5)), "marketing": .number(Number(7))])
    #expect(environment.vocabularies == ["promo": "own/promo"])
    #expect(environment.definitions.keys.sorted() == ["adult"])
  }
}

@Suite struct MessageTests {
  /// A message with what is shown when every slot holds `7`.
  static let messages: [(String, String)] = [
    ("No slots.", "No slots."), ("{limit}", "7"), ("a {limit} b {length(body)}", "a 7 b 7"), ("{limit}{limit}", "77"),
    ("write {{1}} so", "write {{1}} so"), ("{{first_name}}: {limit}", "{{first_name}}: 7"),
    ("{{1}}{{2}}{limit}{{3}}", "{{1}}{{2}}7{{3}}"),
    ("an end } alone", "an end } alone"), ("an open {{1", "an open {{1"), ("über {limit} Zeichen", "über 7 Zeichen"),
    ("{ limit + 1 }", "7"),
  ]

  @Test(arguments: messages) func slotsAreFilledAndPlaceholdersLeftAlone(_ message: String, _ expected: String) throws {
    let file = SamplePack.file(
      replacing: "The text has {length(body)} characters, and {{1}} stands for itself.", with: "'\(message)'")
    let (packs, _, diagnostics) = SamplePack.check([file])
    #expect(diagnostics.map(\.message) == [])
    let shown = try #require(packs.first?.rules.first?.cases.first?.message)
    #expect(shown.filled { _ in "7" } == expected)
  }

  @Test func aSlotWithoutAValueShowsAnEllipsis() throws {
    let rule = try #require(try PackReadingTests.pack().rules.first)
    #expect(rule.cases.first?.message.filled { _ in nil } == "The text has … characters, and {{1}} stands for itself.")
    #expect(rule.cases.first?.advice?.filled { _ in "20" } == "20 is enough")
  }

  @Test func aFixSaysWhatAMachineMayTry() throws {
    let rules = try PackReadingTests.pack().rules
    #expect(
      rules[0].cases[0].remedy
        == Remedy(
          applicability: .safe,
          changes: [
            .append(.footer, TextInLanguages(["en": "Reply STOP", "de": "Antworte STOPP"])),
            .addButton(kind: "quick-reply", TextInLanguages(["en": "Stop"])),
          ]))
    #expect(
      rules[1].cases.map(\.remedy)
        == [Remedy(applicability: .suggested, changes: [.rewrite([.header, .body], .noEmoji)]), nil])
  }

  @Test func textsForDraftsComeWithAnImport() throws {
    let lender = SamplePack.small("lender", "texts: { stop: { en: Reply STOP } }")
    let rule = """
      rules:
        - id: own.rule
          title: A rule
          level: warn
          require: yes
          message: No.
          fix: { advice: Do., apply: safe, append: { to: body, text: stop } }
          cite: law
          tests: [{ name: a, draft: {}, want: fail }, { name: b, draft: {}, want: pass }]
      """
    let (packs, _, diagnostics) = SamplePack.check([lender, SamplePack.small("own", imports: ["lender"], rule)])
    #expect(diagnostics.map(\.message) == [])
    #expect(
      packs.last?.rules[0].cases[0].remedy?.changes == [.append(.body, TextInLanguages(["en": "Reply STOP"]))])
  }
}
