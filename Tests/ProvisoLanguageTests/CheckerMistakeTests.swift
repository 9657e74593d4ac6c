import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import Testing

@Suite struct CheckerMistakeTests {
  /// One mistake: the expression, the id, the underlined text, the message, the help.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let source, id, underlined, message: String
    let help: String?

    init(_ source: String, _ id: String, _ underlined: String, _ message: String, help: String? = nil) {
      self.source = source
      self.id = id
      self.underlined = underlined
      self.message = message
      self.help = help
    }

    var testDescription: String { source }
  }

  static let parts =
    "parts of the message: text, subject, preheader, header, body, footer, buttons, cards, samples, filled"

  static let names: [Mistake] = [
    .init(
      "recipient.agee > 3", "name.unknown", "recipient.agee", "unknown name `recipient.agee`",
      help: "did you mean `recipient.age`?"),
    .init("adlut", "name.unknown", "adlut", "unknown name `adlut`", help: "did you mean `adult`?"),
    .init("length(bdoy) > 3", "name.unknown", "bdoy", "unknown name `bdoy`", help: "did you mean `body`?"),
    .init("recipient.age > qqqqq", "name.unknown", "qqqqq", "unknown name `qqqqq`"),
    .init("any button (typ is url)", "name.unknown", "typ", "unknown name `typ`", help: "did you mean `type`?"),
    .init("any link (type is url)", "name.unknown", "type", "unknown name `type`"),
    .init("data.encrypted is maybe", "name.unknown", "maybe", "unknown name `maybe`"),
    .init("typ is known", "name.unknown", "typ", "unknown name `typ`"),
    .init(
      "draft.category is marketin", "value.unknown", "marketin",
      "`marketin` is none of authentication, marketing, service, utility",
      help: "did you mean `marketing`?"),
    .init(
      "draft.category in [marketing, zzz]", "value.unknown", "zzz",
      "`zzz` is none of authentication, marketing, service, utility"),
    .init(
      "consent.purposes has \"ad\"", "value.unknown", "\"ad\"", "`ad` is none of newsletter, promotion, research"),
    .init(
      "draft.purpose within [receipts]", "value.unknown", "receipts",
      "`receipts` is none of newsletter, promotion, receipt",
      help: "did you mean `receipt`?"),
    .init(
      "any button (type is link)", "value.unknown", "link", "`link` is none of quick-reply, url"),
    .init("recipient.region in EAA", "place.unknown", "EAA", "unknown place `EAA`", help: "did you mean `EEA`?"),
    .init("recipient.regions has [DE, Atlantis]", "place.unknown", "Atlantis", "unknown place `Atlantis`"),
    .init(
      "text mentions @prom", "vocabulary.unknown", "@prom", "unknown vocabulary `@prom`", help: "did you mean `@promo`?"
    ),
    .init("text has detector iban near @xyzzy", "vocabulary.unknown", "@xyzzy", "unknown vocabulary `@xyzzy`"),
    .init("text mentions @promo not followed by @xyzzy", "vocabulary.unknown", "@xyzzy", "unknown vocabulary `@xyzzy`"),
    .init("text mentions @promo near @xyzzy", "vocabulary.unknown", "@xyzzy", "unknown vocabulary `@xyzzy`"),
    .init(
      "sender.name in @way-ot", "vocabulary.unknown", "@way-ot", "unknown vocabulary `@way-ot`",
      help: "did you mean `@way-out`?"),
    .init("text has detector ibn", "detector.unknown", "ibn", "unknown detector `ibn`", help: "did you mean `iban`?"),
    .init(
      "text has detector passport", "detector.unknown", "passport", "unknown detector `passport`",
      help: "detectors: card-number, iban"),
    .init(
      "lenght(body) > 3", "function.unknown", "lenght", "unknown function `lenght`", help: "did you mean `length`?"),
    .init(
      "now(body) > 3", "function.unknown", "now", "unknown function `now`",
      help: "functions: count, emoji, length, mentions, runs, share, utf16-length, weekday, words"),
    .init("fees[draft.category] > 3", "table.unknown", "fees", "unknown table `fees`", help: "did you mean `fee`?"),
  ]

  static let types: [Mistake] = [
    .init(
      "recipient.age", "type.mismatch", "recipient.age", "expected a condition, found a number",
      help: "compare it with something, or ask whether it `is known`"),
    .init("5", "type.mismatch", "5", "expected a condition, found a number"),
    .init("not (1 + 2)", "type.mismatch", "1 + 2", "expected a condition, found a number"),
    .init("[a, b]", "type.mismatch", "[a, b]", "expected a condition, found a set"),
    .init("data.encrypted is 5", "type.mismatch", "5", "expected `yes` or `no`, found a number"),
    .init("data.encrypted is sender.name", "type.mismatch", "sender.name", "expected `yes` or `no`, found a text"),
    .init("draft.category is 5", "type.mismatch", "5", "expected a word, found a number"),
    .init("draft.category < 5", "type.mismatch", "draft.category", "expected a number, a date or a time, found a word"),
    .init("recipient.age < sending.date", "type.mismatch", "sending.date", "expected a number, found a date"),
    .init("sending.localTime < sending.date", "type.mismatch", "sending.date", "expected a time of day, found a date"),
    .init("recipient.age is \"3\"", "type.mismatch", "\"3\"", "expected a number, found a text"),
    .init("recipient.age in [1, \"2\"]", "type.mismatch", "\"2\"", "expected a number, found a text"),
    .init("recipient.age in 5", "type.mismatch", "5", "expected a set such as `[a, b]`, found a number"),
    .init(
      "request.answered - request.received <= 3", "type.mismatch", "3",
      "expected a period such as `24h` or `1 month`, found a number"),
    .init("24h < 2 days", "type.mismatch", "24h", "expected a number, a date or a time, found a period"),
    .init("24h is 1 day", "type.mismatch", "24h", "expected a number, a text, a date or a time, found a period"),
    .init(
      "consent.purposes in [newsletter]", "type.mismatch", "consent.purposes",
      "expected a single value, found a set of words",
      help: "sets are asked with `has any` or `within`"),
    .init("recipient.age has 3", "type.mismatch", "recipient.age", "expected a set-valued fact, found a number"),
    .init(
      "draft.category in consent.channels", "type.disjoint", "consent.channels",
      "`consent.channels` can hold no value of `draft.category`"),
    .init(
      "draft.channel in sender.brandNames", "type.mismatch", "sender.brandNames",
      "expected a set of words, found a list of texts"),
    .init(
      "recipient.region in [DE, draft.channel]", "type.mismatch", "draft.channel",
      "expected a set of places, found a word"),
    .init(
      "\"x\" in sender.brandNames", "type.mismatch", "\"x\"",
      "expected a fact, a field or a part of the message, found a text"),
    .init(
      "draft.category has marketing", "type.mismatch", "draft.category", "expected a set-valued fact, found a word"),
    .init("\"a\" has marketing", "type.mismatch", "\"a\"", "expected a set-valued fact, found a text"),
    .init(
      "sender.brandNames has \"x\"", "type.mismatch", "sender.brandNames",
      "expected a set-valued fact, found a list of texts",
      help: "ask whether a text is `in` them, or `contains any` of them"),
    .init(
      "draft.category within [marketing]", "type.mismatch", "draft.category", "expected a set-valued fact, found a word"
    ),
    .init(
      "recipient.age mentions @promo", "type.mismatch", "recipient.age", "expected a text, found a number", help: parts),
    .init(
      "sender.brandNames matches /x/", "type.mismatch", "sender.brandNames", "expected a text, found a list of texts",
      help: parts),
    .init("length(5) > 3", "type.mismatch", "5", "expected a text, found a number", help: parts),
    .init("text contains 5", "type.mismatch", "5", "expected a text, found a number"),
    .init("text contains any [5]", "type.mismatch", "5", "expected a text in double quotes, found a number"),
    .init(
      "text mentions @promo for recipient.age", "type.mismatch", "recipient.age",
      "expected a fact that holds languages, found `recipient.age`"),
    .init("fee[5] > 3", "type.mismatch", "5", "expected a text, a word or a place, found a number"),
    .init("length(@promo) > 3", "type.mismatch", "@promo", "a vocabulary is asked for with `mentions`"),
    .init("draft.category in limit", "type.mismatch", "limit", "expected a set, found a number"),
    .init(
      "(draft.category is marketing) is no", "type.mismatch", "draft.category is marketing",
      "expected a value, found a condition",
      help: "the opposite of a condition is written `not (…)`"),
    .init(
      "yes is no", "type.mismatch", "yes", "expected a value, found a condition",
      help: "the opposite of a condition is written `not (…)`"),
    .init(
      "recipient.age > (data.encrypted or adult)", "type.mismatch", "data.encrypted or adult",
      "expected a number, found a condition"),
    .init("any card (home in EEA)", "type.mismatch", "home", "expected a fact, found a place"),
    .init(
      "recipient.regions is DE", "type.set", "recipient.regions", "a set of places cannot be compared with `is`",
      help: "ask whether it `has` something, or lies `within` another set"),
    .init(
      "consent.purposes is not newsletter", "type.set", "consent.purposes",
      "a set of words cannot be compared with `is`",
      help: "ask whether it `has` something, or lies `within` another set"),
    .init("sending.date + 3 > sending.date", "type.arithmetic", "3", "cannot compute a date `+` a number"),
    .init(
      "1 day + sending.date > sending.date", "type.arithmetic", "sending.date", "cannot compute a period `+` a date"),
    .init("-sender.name > 3", "type.arithmetic", "-sender.name", "cannot compute a number `-` a text"),
    .init("3 + data.encrypted > 3", "type.arithmetic", "data.encrypted", "cannot compute a number `+` a condition"),
    .init(
      "limit is known", "type.presence", "limit",
      "only a fact, a field, a look-up or a part of the message can be known"),
    .init(
      "(1 + 2) is not known", "type.presence", "1 + 2",
      "only a fact, a field, a look-up or a part of the message can be known"),
  ]

  static let calls: [Mistake] = [
    .init("length(body, text) > 1", "function.arguments", "length", "`length` takes one text"),
    .init("share(text) > 1%", "function.arguments", "share", "`share` takes a text and the word `uppercase`"),
    .init(
      "share(text, lowercase) > 1%", "function.arguments", "share", "`share` takes a text and the word `uppercase`"),
    .init("share(uppercase) > 1%", "function.arguments", "share", "`share` takes one text"),
    .init(
      "count(buttons, yes, no) > 1", "function.arguments", "count", "`count` takes a list and, if wanted, a condition"),
    .init("weekday() is monday", "expression.expected", ")", "expected a value or a condition, found `)`"),
    .init(
      "weekday(sending.date, sending.date) is monday", "function.arguments", "weekday", "`weekday` takes one date"),
    .init("weekday(recipient.age) is monday", "type.mismatch", "recipient.age", "expected a date, found a number"),
    .init(
      "weekday(sending.date) is mondy", "value.unknown", "mondy",
      "`mondy` is none of monday, tuesday, wednesday, thursday, friday, saturday, sunday",
      help: "did you mean `monday`?"),
    .init(
      "weekday(sending.date) < 3", "type.mismatch", "weekday(sending.date)",
      "expected a number, a date or a time, found a word"),
    .init(
      "weekday(sending.date) in consent.channels", "type.disjoint", "consent.channels",
      "`consent.channels` can hold no value of `weekday(sending.date)`"),
    .init("runs(buttons) > 1", "function.arguments", "runs", "`runs` takes a list and a condition"),
    .init(
      "mentions(text, promo) > 1", "function.arguments", "mentions",
      "`mentions` takes a part of the message and a vocabulary"),
    .init(
      "mentions(sender.name, @promo) > 1", "function.arguments", "mentions",
      "`mentions` takes a part of the message and a vocabulary"),
    .init(
      "links > 1", "type.list", "links", "`links` is a list and no value",
      help: "ask `count(links)`, or `any link (…)`"),
    .init(
      "count(button) > 1", "type.list", "button", "expected a list",
      help: "lists: buttons, cards, variables, links; also `variables(body)`"),
    .init(
      "count(variables(foot)) > 1", "type.list", "variables(foot)", "expected a list",
      help: "lists: buttons, cards, variables, links; also `variables(body)`"),
    .init("count(buttons, typ is url) > 1", "name.unknown", "typ", "unknown name `typ`", help: "did you mean `type`?"),
  ]

  static let all: [Mistake] = [names, types, calls].flatMap(\.self)

  @Test(arguments: all) func saysWhatIsWrongWhereAndWhatMightHelp(_ mistake: Mistake) {
    let (condition, problems) = Checker.condition(ExpressionSource(mistake.source), in: Sample.environment)
    #expect(condition == nil)
    #expect(problems.map(\.id) == [mistake.id])
    #expect(problems.map(\.message) == [mistake.message])
    #expect(problems.map(\.help) == [mistake.help])
    let file = SourceFile(name: "", text: mistake.source)
    #expect(problems.map { file.text(in: $0.span) } == [mistake.underlined])
  }

  /// An expression with the texts that are underlined, and nothing else.
  static let several: [(String, [String])] = [
    (
      "recipient.agee > 3 and draft.category is foo or length(5) < 2 and text mentions [@x, @promo, @y]",
      ["recipient.agee", "foo", "5", "@x", "@y"]
    ),
    (
      "recipient.agee + 2 * 3 - recipient.visit < 5 and not (recipient.agee is 5)",
      ["recipient.agee", "recipient.visit", "recipient.agee"]
    ),
    (
      "recipient.agee > 3 and length(body) < (draft.category is marketing)",
      ["recipient.agee", "draft.category is marketing"]
    ),
    ("recipient.agee < recipient.visit", ["recipient.agee", "recipient.visit"]),
    ("fees[draft.categry] > 3 or fee[draft.categry] in [1, x]", ["fees", "draft.categry", "draft.categry"]),
    ("any button (typ is url and any link (hots is \"x\") and positio > 1)", ["typ", "hots", "positio"]),
    ("recipient.region in Atlantis or recipient.regions has Utopia", ["Atlantis", "Utopia"]),
    ("(recipient.agee is 3) is no", ["recipient.agee"]),
  ]

  @Test(arguments: several) func severalMistakesAreFoundInOneGoAndNoneEchoes(_ source: String, _ underlined: [String]) {
    let problems = Checker.condition(ExpressionSource(source), in: Sample.environment).diagnostics
    let file = SourceFile(name: "", text: source)
    #expect(problems.map { file.text(in: $0.span) } == underlined, "\(problems.map(\.message))")
  }

  /// A parameter without values stands for one that was reported where it was written.
  @Test(arguments: [
    "length(body) > broken", "draft.category in broken", "body contains broken", "recipient.age + broken > 3",
  ])
  func whatWasReportedElsewhereIsNotReportedAgain(_ source: String) {
    #expect(Checker.condition(ExpressionSource(source), in: Sample.environment).diagnostics.isEmpty)
  }

  @Test func mistakesOfDatedSetsAreUnderlinedWhereTheSetIsUsed() {
    let source = "consent.purposes has any ad-kinds and recipient.region in ad-kinds"
    let problems = Checker.condition(ExpressionSource(source), in: Sample.environment).diagnostics
    #expect(
      problems.map(\.message) == [
        "`marketing` is none of newsletter, promotion, research", "unknown place `marketing`",
      ])
    let file = SourceFile(name: "", text: source)
    #expect(problems.map { file.text(in: $0.span) } == ["ad-kinds", "ad-kinds"])
  }
}

@Suite struct ValueCheckingTests {
  static let mistakes: [(String, String)] = [
    ("draft.category is marketing", "expected a value, found a condition"),
    ("data.encrypted", "expected a value, found a condition"),
    ("request.answered - request.received", "expected a value, found the time between two dates"),
    ("recipient.agee", "unknown name `recipient.agee`"),
    ("length(", "expected a value or a condition, found the end"),
  ]

  @Test(arguments: mistakes) func aSlotHoldsAValue(_ source: String, _ message: String) {
    let (term, problems) = Checker.term(ExpressionSource(source), in: Sample.environment)
    #expect(term == nil)
    #expect(problems.map(\.message) == [message])
  }

  @Test(arguments: [
    "length(body)", "consent.purposes", "recipient.age + 1", "limit", "fee[recipient.region]",
    "request.received + 1 day",
  ])
  func everyValueCanBeShown(_ source: String) {
    let (term, problems) = Checker.term(ExpressionSource(source), in: Sample.environment)
    #expect(term != nil && problems.isEmpty)
  }
}

@Suite struct LiteralTests {
  static let literals: [(String, Literal)] = [
    ("5", .number(Number(5))), ("50%", .number(Number.ratio(1, of: 2))), ("\"a\"", .text("a")),
    ("10 business days", .period(Period(10, .businessDays))),
    ("24h", .period(Period(24, .hours))), ("[DE, \"a b\"]", .words(["DE", "a b"])), ("[]", .words([])),
  ]

  @Test(arguments: literals) func isReadAsItIsWritten(_ source: String, _ expected: Literal) {
    #expect(Literal.read(ExpressionSource(source)).literal == expected)
  }

  static let refused: [(String, String)] = [
    ("limit", "literal.expected"), ("1 + 2", "literal.expected"), ("[1, 2]", "literal.expected"),
    ("-5", "literal.expected"),
    ("@promo", "expression.expected"), ("2026-02-30", "token.date"), ("5 apples", "expression.trailing"),
  ]

  @Test(arguments: refused) func anythingElseIsRefused(_ source: String, _ id: String) {
    let (literal, problems) = Literal.read(ExpressionSource(source))
    #expect(literal == nil)
    #expect(problems.map(\.id) == [id])
  }

  static let periods = [
    "5", "", "h", "-5 days", "+5 days", "-9223372036854775808 days", "10000000 days", "5 apples", "5.5 days", "+24h",
    "1 business",
  ]

  @Test(arguments: periods) func noPeriodIsMadeOfAnythingElse(_ source: String) {
    #expect(Period(source) == nil)
  }
}
