import ProvisoPacks
import ProvisoSource
import Testing

@Suite struct PackMistakeTests {
  /// A mistake made in the sample pack: the part replaced, what stands there then, and the problem in one line.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let part, other: String
    let problems: [String]

    init(_ part: String, _ other: String, _ problems: String...) {
      self.part = part
      self.other = other
      self.problems = problems
    }

    var testDescription: String { problems.joined(separator: "; ") }
  }

  static let headers: [Mistake] = [
    .init("proviso/v1", "proviso/v2", "pack.header | proviso/v2 | expected `proviso/v1`"),
    .init("PolicyPack", "Policy", "pack.header | Policy | expected `PolicyPack` or `PolicyPackPart`"),
    .init("apiVersion: proviso/v1\n", "", "key.missing | kind | the key `apiVersion` is missing"),
    .init("kind: PolicyPack\n", "", "key.missing | apiVersion | the key `kind` is missing"),
    .init("title: Our own rules\n  ", "", "key.missing | id | the key `title` is missing"),
    .init("version: 1.10\n  ", "", "key.missing | id | the key `version` is missing"),
    .init("title: Our own rules", "title: 5", "type.mismatch | 5 | expected a text, found a number | put it in quotes"),
    .init(
      "verified: 2026-11-22", "verified: 2026-02-30",
      "value.date | 2026-02-30 | `2026-02-30` is no date of the calendar: 2026-02 has 28 days"),
    .init(
      "verified: 2026-11-22", "verified: [2026]", "type.mismatch | [2026] | expected a single value, found a sequence"),
    .init(
      "review: 12 months", "review: twelve months",
      "value.period | twelve months | expected a period such as `12 months`"),
    .init(
      "review: 12 months", "review: -9223372036854775808 days",
      "value.period | -9223372036854775808 days | expected a period such as `12 months`"),
    .init(
      "languages: [en, de]", "languages: 5",
      "type.mismatch | 5 | expected a text or a sequence of texts, found a number"),
    .init(
      "languages: [en, de]", "languages: [en, 5]",
      "type.mismatch | 5 | expected a text, found a number | put it in quotes"),
  ]

  static let keys: [Mistake] = [
    .init(
      "parameters:", "paramters:", "key.unknown | paramters | unknown key `paramters` | did you mean `parameters`?"),
    .init("version: 1.10", "version: 1.10\n  licence: free", "key.unknown | licence | unknown key `licence`"),
    .init("x-owner:", "owner:", "key.unknown | owner | unknown key `owner`"),
    .init(
      "url: \"https", "ulr: \"https", "key.missing | title | the key `url` is missing",
      "key.unknown | ulr | unknown key `ulr` | did you mean `url`?"),
    .init(
      "description:", "desciption:", "key.unknown | desciption | unknown key `desciption` | did you mean `description`?"
    ),
    .init("unless:", "unles:", "key.unknown | unles | unknown key `unles` | did you mean `unless`?"),
    .init("from: 2020", "form: 2020", "key.unknown | form | unknown key `form` | did you mean `from`?"),
    .init(
      "advice: \"", "advise: \"", "key.missing | advise | the key `advice` is missing",
      "key.unknown | advise | unknown key `advise` | did you mean `advice`?"),
    .init("as-of:", "as-off:", "key.unknown | as-off | unknown key `as-off` | did you mean `as-of`?"),
    .init("message: Too", "mesage: Too", "key.unknown | mesage | unknown key `mesage` | did you mean `message`?"),
    .init("title: Only for adults\n    ", "", "key.missing | id | the key `title` is missing"),
    .init("id: own.grown-up\n    ", "", "key.missing | title | the key `id` is missing"),
    .init("message: Look at it.\n    ", "", "key.missing | id | the key `message` is missing"),
    .init("name: a child\n        ", "", "key.missing | draft | the key `name` is missing"),
    .init("draft: { body: Hi }\n        ", "", "key.missing | name | the key `draft` is missing"),
    .init("want: fail\n        ", "", "key.missing | name | the key `want` is missing"),
    .init("when: recipient.age < 3\n        ", "", "key.missing | level | the key `when` is missing"),
  ]

  static let values: [Mistake] = [
    .init(
      "level: block", "level: blok",
      "value.unknown | blok | `blok` is none of advice, warn, block | did you mean `block`?"),
    .init(
      "level: block", "level: fatal",
      "value.unknown | fatal | `fatal` is none of advice, warn, block"),
    .init("level: block", "level: 3", "type.mismatch | 3 | expected a text, found a number | put it in quotes"),
    .init(
      "confidence: verified", "confidence: sure",
      "value.unknown | sure | `sure` is none of verified, secondary, general, unverified"),
    .init(
      "spacing: exact", "spacing: exct",
      "value.unknown | exct | `exct` is none of loose, exact | did you mean `exact`?"),
    .init(
      "spelling: loose", "spelling: lose",
      "value.unknown | lose | `lose` is none of exact, loose | did you mean `loose`?"),
    .init(
      "want: fail", "want: fails",
      "value.unknown | fails | `fails` is none of fail, pass, not-applicable, undetermined | did you mean `fail`?"),
    .init("until: 2030-12-31", "until: 2030", "value.date | 2030 | expected a date such as `2026-11-22`, found `2030`"),
    .init(
      "as-of: 2026-01-01", "as-of: today", "value.date | today | expected a date such as `2026-11-22`, found `today`"),
    .init(
      "level: warn", "level: wran",
      "value.unknown | wran | `wran` is none of advice, warn, block | did you mean `warn`?"
    ),
    .init(
      "level: warn\n", "x-level: warn\n",
      "case.end | when: recipient.age < 3\n        x-level: warn\n        message: Too young.\n        fix: { advice: Wait., apply: suggested, rewrite: { in: [header, body], by: no-emoji } } | a case has either a `level` or `outcome: pass`"
    ),
    .init(
      "outcome: pass }", "outcome: pass, level: warn }",
      "case.end | { when: recipient.age > 90, outcome: pass, level: warn } | a case has either a `level` or `outcome: pass`"
    ),
    .init(
      "outcome: pass }", "outcome: fail }",
      "case.end | { when: recipient.age > 90, outcome: fail } | a case has either a `level` or `outcome: pass`"),
    .init(
      "outcome: pass }", "outcome: passes }",
      "value.unknown | passes | `passes` is none of fail, pass, not-applicable, undetermined | did you mean `pass`?"),
    .init(
      "require: adult\n    ", "",
      "rule.demand | own.grown-up | a rule has exactly one of `require`, `forbid` and `cases`"),
    .init(
      "require: adult", "require: adult\n    forbid: adult",
      "rule.demand | own.grown-up | a rule has exactly one of `require`, `forbid` and `cases`"),
    .init("require: adult", "require:", "type.mismatch |  | expected a single value, found nothing"),
    .init("require: adult", "require: { a: b }", "type.mismatch | { a: b } | expected a single value, found a mapping"),
    .init(
      "require: adult", "require:\n    - adult", "type.mismatch | - adult | expected a single value, found a sequence"),
    .init(
      "when: draft.category is marketing", "when: [yes]", "type.mismatch | [yes] | expected a condition, found a set"),
    .init("message: Look at it.", "message: [a]", "type.mismatch | [a] | expected a text, found a sequence"),
    .init(
      "cite: law", "cite: { a: b }",
      "type.mismatch | { a: b } | expected a text or a sequence of texts, found a mapping"),
    .init(
      "effective: { from: 2020-01-01, until: 2030-12-31 }", "effective: 2020",
      "type.mismatch | 2020 | expected a mapping, found a number"),
  ]

  static let names: [Mistake] = [
    .init(
      "{ 2020-01-01: 10, 2026-07-01: 20 }", "{ yesterday: 10 }",
      "parameter.date | yesterday | expected a date such as `2026-11-22`, found `yesterday` | it is the first day the value is in force: write `{ 2018-05-25: 2 days }`"
    ),
    .init(
      "effective: { from: 2020-01-01, until: 2030-12-31 }", "effective: { from: 2020-01-02, until: 2020-01-01 }",
      "effective.order | 2020-01-01 | the rule ends before it begins, on 2020-01-02"),
    .init("{ 2020-01-01: 10, 2026-07-01: 20 }", "10", "type.mismatch | 10 | expected a mapping, found a number"),
    .init("{ 2020-01-01: 10, 2026-07-01: 20 }", "{}", "parameter.empty | limit | `limit` has no value"),
    .init(
      "2026-07-01: 20 }", "2026-07-01: 20 days }",
      "parameter.type | limit | the values of `limit` are not all of one type"),
    .init(
      "2026-07-01: 20 }", "2026-07-01: twenty }",
      "literal.expected | twenty | expected a number, a period, a date, a time, a text or a set | texts stand in double quotes"
    ),
    .init(
      "2026-07-01: 20 }", "2026-07-01: 20x }",
      "token.number | 20x | `20x` is neither a number nor a name | write the word in double quotes if it is a value"),
    .init(
      "{ DE: 5, FR: null, marketing: 7 }", "{ DE: 5, FR: 1 day }",
      "table.type | fee | the values of `fee` are not all of one type"),
    .init("{ DE: 5, FR: null, marketing: 7 }", "{ FR: null }", "table.empty | fee | `fee` has no value"),
    .init(
      "{ DE: 5, FR: null, marketing: 7 }", "{ DE: five }",
      "literal.expected | five | expected a number, a period, a date, a time, a text or a set | texts stand in double quotes"
    ),
    .init("{ DE: 5, FR: null, marketing: 7 }", "[5]", "type.mismatch | [5] | expected a mapping, found a sequence"),
    .init(
      "limit: {", "recipient.age: {", "name.taken | recipient.age | the name `recipient.age` is taken",
      "name.unknown | limit | unknown name `limit`"),
    .init(
      "adult: recipient", "body: recipient", "name.taken | body | the name `body` is taken",
      "name.unknown | adult | unknown name `adult`"),
    .init(
      "adult: recipient.age >= 18", "adult: yes\n  buttons: yes", "name.taken | buttons | the name `buttons` is taken"),
    .init("adult: recipient.age >= 18", "adult: yes\n  limit: yes", "name.taken | limit | the name `limit` is taken"),
    .init(
      "adult: recipient.age >= 18", "adult: adult or data.encrypted",
      "define.cycle | adult | `adult` is defined by itself"),
    .init(
      "adult: recipient.age >= 18", "adult: not b\n  b: data.encrypted and c\n  c: adult",
      "define.cycle | adult | `adult` is defined by itself"),
    .init(
      "adult: recipient.age >= 18", "adult: recipient.agee > 3",
      "name.unknown | recipient.agee | unknown name `recipient.agee` | did you mean `recipient.age`?"),
    .init("adult: recipient.age >= 18", "adult: 5", "type.mismatch | 5 | expected a condition, found a number"),
    .init("define:\n", "define: [a]\nx-define:\n", "type.mismatch | [a] | expected a mapping, found a sequence"),
    .init(
      "    en: [sale,", "    english: [sale,",
      "vocabulary.language | english | expected a language code, `any`, `except`, `spacing` or `spelling`, found `english`"
    ),
    .init(
      "    de: rabatt", "    DE: rabatt",
      "vocabulary.language | DE | expected a language code, `any`, `except`, `spacing` or `spelling`, found `DE`"),
    .init(
      "except: { en:", "except: { except:",
      "vocabulary.language | except | expected a language code, `any`, `except`, `spacing` or `spelling`, found `except`"
    ),
    .init(
      "except: { en: [for sale] }", "except: [for sale]",
      "type.mismatch | [for sale] | expected a mapping, found a sequence"),
    .init("\"% off\", 100]", "\"% off\", [100]]", "type.mismatch | [100] | expected a single value, found a sequence"),
  ]

  static let rules: [Mistake] = [
    .init("id: own.grown-up", "id: grown-up", "rule.prefix | grown-up | the id of a rule begins with its pack, `own.`"),
    .init(
      "id: own.ladder", "id: own.grown-up",
      "rule.duplicate | own.grown-up | a rule `own.grown-up` stands in this pack already"),
    .init(
      "want: fail", "want: undetermined",
      "rule.untested | own.grown-up | `own.grown-up` has no test that wants `fail` | a rule that was never seen to fail and to pass may do neither"
    ),
    .init(
      "{ name: a grown-up, draft: { body: Hi }, want: pass }", "{ name: a, draft: {}, want: not-applicable }",
      "rule.untested | own.grown-up | `own.grown-up` has no test that wants `pass` | a rule that was never seen to fail and to pass may do neither"
    ),
    .init("    level: block\n    conf", "    conf", "key.missing | own.grown-up | the key `level` is missing"),
    .init(
      "confidence: verified", "confidence: unverified",
      "rule.unverified-block | own.grown-up | `own.grown-up` is unverified and must not block"),
    .init("cite: [law art. 13(1), law]", "cite: []", "key.missing | own.grown-up | `own.grown-up` cites no source"),
    .init("    cite: law\n", "", "key.missing | own.ladder | `own.ladder` cites no source"),
    .init(
      "cite: [law art. 13(1), law]", "cite: [lwa art. 1]",
      "cite.unknown | lwa art. 1 | unknown source `lwa` | did you mean `law`?"),
    .init("cite: [law art. 13(1), law]", "cite: [gdpr]", "cite.unknown | gdpr | unknown source `gdpr`"),
    .init(
      "level: warn\n        message: Too young.",
      "level: block\n        confidence: unverified\n        message: Too young.",
      "rule.unverified-block | own.ladder | `own.ladder` is unverified and must not block"),
    .init(
      "message: Too young.", "cite: [law, lwa art. 1]\n        message: Too young.",
      "cite.unknown | lwa art. 1 | unknown source `lwa` | did you mean `law`?"),
    .init(
      "message: Too young.", "confidence: sure\n        message: Too young.",
      "value.unknown | sure | `sure` is none of verified, secondary, general, unverified"),
    .init("{length(body)}", "{length(bdoy)}", "name.unknown | bdoy | unknown name `bdoy` | did you mean `body`?"),
    .init("{length(body)}", "{data.encrypted}", "type.mismatch | data.encrypted | expected a value, found a condition"),
    .init("{length(body)}", "{}", "expression.expected |  | expected a value or a condition, found the end"),
    .init(
      "\"{limit} is enough\"", "\"{limit is enough\"", "message.slot | {limit is enough | this slot has no closing `}`"),
    .init("\"{limit} is enough\"", "{ advice: a }", "type.mismatch | { advice: a } | expected a text, found a mapping"),
    .init("message: Too young.", "message: Too {young}.", "name.unknown | young | unknown name `young`"),
  ]

  static let fixes: [Mistake] = [
    .init(
      "apply: safe", "apply: manual",
      "value.unknown | manual | `manual` is none of safe, suggested"),
    .init(
      "      apply: safe\n", "",
      "key.missing | { to: footer, text: stop } | the key `apply` is missing "
        + "| `safe` for what changes no meaning, `suggested` for what somebody should read"),
    .init(
      "apply: suggested, rewrite: { in: [header, body], by: no-emoji }", "apply: suggested",
      "fix.nothing-to-apply | suggested | `apply` needs a change beside it, such as `append`"),
    .init("append:", "apend:", "key.unknown | apend | unknown key `apend` | did you mean `append`?"),
    .init(
      "to: footer", "to: foter",
      "value.unknown | foter | `foter` is none of footer, body | did you mean `footer`?"),
    .init(
      "to: footer", "to: header",
      "value.unknown | header | `header` is none of footer, body"),
    .init("text: stop }", "text: stopp }", "text.unknown | stopp | unknown text `stopp` | did you mean `stop`?"),
    .init("de: Antworte STOPP", "DE: Antworte STOPP", "text.language | DE | expected a language code, found `DE`"),
    .init(
      "de: Antworte STOPP", "dee: Antworte STOPP",
      "text.language | stop | no draft is in the language `dee` | did you mean `de`?"),
    .init(
      "{ en: Stop }", "{ fr: Arrêter }",
      "text.language | { fr: Arrêter } | no draft is in the language `fr`"),
    .init(
      "{ en: Stop }", "{ en: \"\" }", "text.length | \"\" | a text that is put into drafts has 1 to 500 characters"),
    .init(
      "by: no-emoji", "by: no-emojis",
      "value.unknown | no-emojis | `no-emojis` is none of one-blank-line, single-spaces, one-line, no-emoji, no-marks, single-marks, small-letters, two-braces, https | did you mean `no-emoji`?"
    ),
    .init(
      "rewrite: { in: [header, body], by: no-emoji }", "set: { field: category, to: utility, by: snake-case }",
      "fix.value | { field: category, to: utility, by: snake-case } | a field has exactly one of `to`, `by` and `instead`"
    ),
    .init(
      "rewrite: { in: [header, body], by: no-emoji }", "mask-found: false",
      "fix.value | false | leave `mask-found` out where nothing is masked"),
  ]

  static let all: [Mistake] = [headers, keys, values, names, rules, fixes].flatMap(\.self)

  @Test(arguments: all) func saysWhatIsWrongWhereAndWhatMightHelp(_ mistake: Mistake) {
    let file = SamplePack.file(replacing: mistake.part, with: mistake.other)
    let (packs, _, diagnostics) = SamplePack.check([file])
    #expect(diagnostics.map { $0.summary(in: file) } == mistake.problems)
    #expect(packs.isEmpty)
  }

  @Test func aTableOfCasesThatCannotFailIsNoRule() {
    let file = SamplePack.small(
      "a",
      """
      rules:
        - id: a.b
          title: T
          cases: [{ when: yes, outcome: pass }]
          message: M
          cite: law
          tests: [{ name: a, draft: {}, want: fail }, { name: b, draft: {}, want: pass }]
      """)
    #expect(
      SamplePack.check([file]).diagnostics.map { $0.summary(in: file) } == [
        "rule.demand | a.b | `a.b` has no case that can fail"
      ])
  }

  @Test func aSecondRuleOfTheSameIdPointsAtTheFirst() throws {
    let file = SamplePack.file(replacing: "id: own.ladder", with: "id: own.grown-up")
    let problem = try #require(SamplePack.check([file]).diagnostics.first)
    #expect(problem.notes.map { "\($0.message): \(file.text(in: $0.span))" } == ["first defined here: own.grown-up"])
    #expect(problem.notes.first?.span != problem.span)
  }

  @Test func severalMistakesAreFoundInOneGoInTheOrderOfTheFile() {
    let text = SamplePack.text.replacing("require: adult", with: "require: adlut")
      .replacing("recipient.age < 3", with: "recipient.agee < 3").replacing("cite: law\n", with: "cite: lex\n")
      .replacing("recipient.age >= 18", with: "recipient.age >= data.encrypted")
    let file = SourceFile(name: "own.yaml", text: text)
    #expect(
      SamplePack.check([file]).diagnostics.map { "\($0.id) \(file.text(in: $0.span))" } == [
        "type.mismatch data.encrypted", "name.unknown adlut", "name.unknown recipient.agee", "cite.unknown lex",
      ])
  }

  /// Definitions that name the one before them several times.
  static let growing = [
    "(d and recipient.age > #) or (not d and recipient.age < #)",
    "any button (d and type is url) or any card (not d)",
    "d and d or count(buttons, d) > #",
    "d is no or (d is no and recipient.age > #)",
  ]

  @Test(arguments: growing, [30, 400]) func definitionsThatGrowWithoutEndAreReported(_ link: String, _ count: Int) {
    let chain = (1...count).map { number in
      let body = link.replacing("#", with: "\(number)").replacing(/\bd\b/, with: "d\(number - 1)")
      return "  d\(number): \(body)"
    }
    let text = "define:\n  d0: recipient.age > 3\n\(chain.joined(separator: "\n"))"
    let problems = SamplePack.check([SamplePack.small("a", text)]).diagnostics
    #expect(Set(problems.map(\.id)) == ["expression.too-large"])
    #expect(problems.count < count / 5)
  }

  @Test func definitionsAreNotNestedTooDeep() {
    let chain = (1...250).map { "  d\($0): not (d\($0 - 1) and recipient.age > \($0))" }.joined(separator: "\n")
    let file = SamplePack.small("a", "define:\n  d0: recipient.age > 3\n\(chain)")
    #expect(
      SamplePack.check([file]).diagnostics.map(\.message) == [
        "definitions can be nested 200 deep at most, `d100` is deeper",
        "definitions can be nested 200 deep at most, `d203` is deeper",
      ])
  }

  @Test func aLongChainOfDefinitionsIsFollowedSoFarOnly() {
    let chain = (1...3_000).map { "  d\($0): d\($0 + 1)" }.joined(separator: "\n")
    let file = SamplePack.small("a", "define:\n\(chain)\n  d3001: recipient.age > 3")
    let problems = SamplePack.check([file]).diagnostics
    #expect(Set(problems.map(\.id)) == ["define.too-deep"])
    #expect(problems.first?.message == "`d201` is named through more than 200 other definitions")
  }

  @Test func whatIsNoYAMLIsNoPack() {
    for text in ["", "- a", "a: b: c", "id: 1\nid: 2", "\t", "a: &x [*x]"] {
      let (packs, diagnostics) = PackAssembly.join([PackReader.read(SourceFile(name: "x.yaml", text: text))])
      #expect(packs.isEmpty, "\(text)")
      #expect(!diagnostics.isEmpty, "\(text)")
    }
  }
}
