import Proviso
import Testing

/// What counts as exercised, on one rule at a time.
@Suite struct CoverageTests {
  struct Example: CustomTestStringConvertible {
    let about: String
    /// The rule's own lines.
    let rule: String
    var top = ""
    /// The tests, each `draft | facts | outcome`; a draft's channel is sms.
    let tests: [String]
    /// What is never seen, as `gap: condition`.
    let gaps: [String]

    var testDescription: String { about }

    var pack: SourceFile {
      let tests = tests.map { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        return "      - { name: t, draft: { channel: sms, \(parts[0]) }, facts: { \(parts[1]) }, want: \(parts[2]) }"
      }
      let rule = PackText.rule("cover.r", "level: warn\n\(rule)", tests: [])
        .replacing("    tests: []", with: "    tests:\n\(tests.joined(separator: "\n"))")
      return SourceFile(name: "cover.yaml", text: PackText.pack("cover", top: top, rule))
    }
  }

  private static let offers = "vocabularies: { offer: { en: [offer, sale], de: [angebot] } }"

  static let examples: [Example] = [
    Example(
      about: "every test decides both ways",
      rule: "when: recipient.region in EEA\nforbid: length(body) > 5",
      tests: [
        "body: abcdefg | recipient.regions: [DE] | fail", "body: abc | recipient.regions: [DE] | pass",
        "body: abcdefg | recipient.regions: [US] | not-applicable",
      ], gaps: []),
    Example(
      about: "one test with two places shows both ways",
      rule: "when: recipient.region in EEA\nforbid: length(body) > 5",
      tests: ["body: abcdefg | recipient.regions: [DE, US] | fail", "body: abc | recipient.regions: [DE] | pass"],
      gaps: []),
    Example(
      about: "of two that hold neither is shown",
      rule: "forbid: length(body) > 5 or words(text) > 1",
      tests: ["body: abc defg | | fail", "body: abc | | pass"],
      gaps: ["never true: length(body) > 5", "never true: words(text) > 1"]),
    Example(
      about: "of two that do not hold neither is shown",
      rule: "forbid: length(body) > 5 and words(text) > 1",
      tests: ["body: abc defg | | fail", "body: abc | | pass"],
      gaps: ["never false: length(body) > 5", "never false: words(text) > 1"]),
    Example(
      about: "what an exception hides is not shown",
      rule: "when: length(body) > 5\nunless: words(text) > 1\nrequire: consent.status is explicit",
      tests: [
        "body: abcdefg | consent.status: none | fail", "body: abcdefg | consent.status: explicit | pass",
        "body: abc | consent.status: none | not-applicable",
      ], gaps: ["never true: words(text) > 1"]),
    Example(
      about: "an unknown fact is not seen",
      rule: "when: length(body) > 5\nrequire: consent.status is explicit or consent.status is given",
      tests: [
        "body: abcdefg | | undetermined", "body: abcdefg | consent.status: none | fail",
        "body: abcdefg | consent.status: given | pass", "body: abc | | not-applicable",
      ], gaps: ["never true: consent.status is explicit"]),
    Example(
      about: "items of a list are turned together",
      rule: "forbid: any button (type is url and length(url) > 9)",
      tests: [
        "buttons: [{ type: url, url: \"https://abc.de\" }] | | fail",
        "buttons: [{ type: quick-reply, text: a }] | | pass",
      ], gaps: ["never false: type is url", "never false: length(url) > 9"]),
    Example(
      about: "a definition is a test of its own, and so is what it says",
      rule: "forbid: long",
      top: "define: { long: length(body) > 5 or words(text) > 3 }",
      tests: ["body: abcdefg | | fail", "body: abc | | pass"],
      gaps: ["never true: words(text) > 3"]),
    Example(
      about: "a definition that no rule names is never seen",
      rule: "forbid: length(body) > 5", top: "define: { idle: words(text) > 3 }",
      tests: ["body: abcdefg | | fail", "body: abc | | pass"],
      gaps: ["never decides: words(text) > 3"]),
    Example(
      about: "a rule that is not in force shows nothing",
      rule: "effective: { from: 2027-01-01 }\nforbid: length(body) > 5",
      tests: ["body: abcdefg | | fail", "body: abc | | pass"],
      gaps: ["never decides: length(body) > 5"]),
    Example(
      about: "a case that decides no test",
      rule:
        "cases:\n  - { when: length(body) > 9, level: block }\n  - { when: length(body) > 5, level: warn }"
        + "\n  - { when: words(text) > 1, outcome: pass }",
      tests: ["body: abcdefg | | fail", "body: abc | | pass"],
      gaps: [
        "never true: length(body) > 9", "never decides: words(text) > 1", "never reached: length(body) > 9",
        "never reached: words(text) > 1",
      ]),
    Example(
      about: "a phrase counts for the language that its draft declares",
      rule: "forbid: text mentions @offer", top: offers,
      tests: [
        "language: en, body: an offer | | fail", "language: it, body: angebot | | fail",
        "language: de, body: rabatt | | pass",
      ], gaps: ["never spoken: de"]),
    Example(
      about: "without a declared language a phrase counts for its own",
      rule: "forbid: text mentions @offer", top: offers,
      tests: ["body: an offer or angebot | | fail", "body: rabatt | | pass"], gaps: []),
  ]

  @Test(arguments: examples) func `what no test exercises is named`(_ example: Example) throws {
    let engine = try Engine(packs: [], files: [example.pack.speaking("en, de")])
    let coverage = try #require(engine.runTests(measuringCoverage: true).coverage)
    #expect(coverage.gaps == example.gaps)
    #expect(coverage.isComplete == example.gaps.isEmpty)
  }

  @Test func `what the tests exercise is placed in its file`() throws {
    let pack = Self.examples[2].pack
    let coverage = try #require(try Engine(packs: [], files: [pack]).runTests(measuringCoverage: true).coverage)
    let lines = pack.text.split(separator: "\n", omittingEmptySubsequences: false)
    for condition in coverage.conditions {
      #expect(condition.place.file == "cover.yaml")
      #expect(lines[condition.place.line - 1].contains(condition.text))
    }
    #expect(coverage.conditions.count == 2)
  }

  @Test func `phrases are counted by vocabulary`() throws {
    let example = try #require(Self.examples.first { $0.about.hasPrefix("a phrase counts") })
    let coverage = try #require(try Engine(packs: [], files: [example.pack]).runTests(measuringCoverage: true).coverage)
    #expect(coverage.vocabularies.map { "\($0.id) \($0.used) of \($0.phrases)" } == ["cover/offer 2 of 3"])
  }

  @Test func `a report tells which languages drafts declare, and measures only when asked`() throws {
    let example = try #require(Self.examples.first { $0.about.hasPrefix("a phrase counts") })
    let report = try Engine(packs: [], files: [example.pack]).runTests()
    #expect(report.languages == ["de", "en", "it"])
    #expect(report.coverage == nil)
  }
}

extension SourceFile {
  /// The pack with other languages in its header.
  fileprivate func speaking(_ languages: String) -> SourceFile {
    SourceFile(name: name, text: text.replacing("languages: [en]", with: "languages: [\(languages)]"))
  }

  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension TestCoverage {
  fileprivate var gaps: [String] {
    let seen = conditions.compactMap { condition -> String? in
      switch (condition.isSeenTrue, condition.isSeenFalse) {
      case (true, true): nil
      case (false, true): "never true: \(condition.text)"
      case (true, false): "never false: \(condition.text)"
      case (false, false): "never decides: \(condition.text)"
      }
    }
    return seen + cases.filter { !$0.isReached }.map { "never reached: \($0.text)" }
      + languages.filter { !$0.isSpoken }.map { "never spoken: \($0.language)" }
  }
}
