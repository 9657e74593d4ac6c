import ProvisoLanguage
import ProvisoSource
import Testing

@Suite struct CheckerMeaningTests {
  static let logic: [(String, String)] = [
    ("yes", "always"), ("not yes", "never"), ("no or data.encrypted", "data.encrypted"),
    ("no and data.encrypted", "never"),
    ("data.encrypted is yes", "data.encrypted"), ("data.encrypted is true", "data.encrypted"),
    ("data.encrypted is no", "not data.encrypted"), ("data.encrypted is not yes", "not data.encrypted"),
    ("not not data.encrypted", "data.encrypted"), ("(data.encrypted)", "data.encrypted"),
    ("data.encrypted and (consent.recorded and data.encrypted)", "(data.encrypted & consent.recorded)"),
    ("data.encrypted or (consent.recorded or adult)", "(data.encrypted | consent.recorded | 18 <= recipient.age)"),
    ("data.encrypted and (consent.recorded or adult)", "(data.encrypted & (consent.recorded | 18 <= recipient.age))"),
    ("adult", "18 <= recipient.age"), ("adult is no", "not 18 <= recipient.age"),
    ("consent.givenAt is known", "consent.givenAt is known"),
    ("consent.givenAt is not known", "not consent.givenAt is known"),
    ("data.encrypted is known", "data.encrypted is known"), ("header is known", "there is header"),
    ("version-end[security.version] is known", "there is version-end[security.version]"),
  ]

  static let words: [(String, String)] = [
    ("draft.category is marketing", "draft.category in {marketing}"),
    ("draft.category is not \"marketing\"", "not draft.category in {marketing}"),
    ("draft.category in [utility, marketing, utility]", "draft.category in {marketing utility}"),
    ("draft.category in marketing", "draft.category in {marketing}"),
    ("draft.category in []", "never"), ("draft.category not in []", "always"),
    ("recipient.region is DE", "recipient.region lies in {DE}"),
    ("recipient.region in [US-CA, EEA]", "recipient.region lies in {EEA US-CA}"),
    ("recipient.region not in []", "always"),
    ("consent.purposes has newsletter", "consent.purposes has newsletter"),
    (
      "consent.purposes has any [promotion, newsletter]",
      "(consent.purposes has newsletter | consent.purposes has promotion)"
    ),
    (
      "consent.purposes has all [promotion, newsletter]",
      "(consent.purposes has newsletter & consent.purposes has promotion)"
    ),
    ("consent.purposes has no [promotion]", "not consent.purposes has promotion"),
    ("consent.purposes has any []", "never"), ("consent.purposes has all []", "always"),
    ("consent.purposes has no []", "always"),
    (
      "consent.purposes has any draft.purpose",
      "((consent.purposes has newsletter & draft.purpose has newsletter) | (consent.purposes has promotion & draft.purpose has promotion))"
    ),
    (
      "consent.purposes has all draft.purpose",
      "((not draft.purpose has newsletter | consent.purposes has newsletter) & (not draft.purpose has promotion | consent.purposes has promotion) & not draft.purpose has receipt)"
    ),
    (
      "draft.purpose within consent.purposes",
      "((not draft.purpose has newsletter | consent.purposes has newsletter) & (not draft.purpose has promotion | consent.purposes has promotion) & not draft.purpose has receipt)"
    ),
    ("draft.purpose within [newsletter, promotion]", "not draft.purpose has receipt"),
    ("draft.purpose within [newsletter, promotion, receipt]", "always"),
    (
      "draft.channel in consent.channels",
      "((draft.channel in {email} & consent.channels has email) | (draft.channel in {sms} & consent.channels has sms))"
    ),
    (
      "draft.channel not in consent.channels",
      "not ((draft.channel in {email} & consent.channels has email) | (draft.channel in {sms} & consent.channels has sms))"
    ),
    ("recipient.region in sender.licences", "recipient.region lies in sender.licences"),
    ("sender.country not in sender.licences", "not sender.country lies in sender.licences"),
    ("recipient.regions has EEA", "recipient.regions has one in {EEA}"),
    ("recipient.regions has any [DE, US]", "recipient.regions has one in {DE US}"),
    ("recipient.regions has all [DE, US]", "(recipient.regions has one in {DE} & recipient.regions has one in {US})"),
    ("recipient.regions has no [DE, US]", "not recipient.regions has one in {DE US}"),
  ]

  static let values: [(String, String)] = [
    ("recipient.age > 17", "17 < recipient.age"), ("recipient.age < 18", "recipient.age < 18"),
    ("recipient.age >= 18", "18 <= recipient.age"), ("recipient.age is not 3", "not recipient.age is 3"),
    ("recipient.age in [1, 2.5]", "(recipient.age is 1 | recipient.age is 2.5)"),
    ("recipient.age + 2 * 3 - 1 <= 10", "((recipient.age + (2 * 3)) - 1) <= 10"),
    ("(recipient.age + 2) / 3 < 1", "((recipient.age + 2) / 3) < 1"), ("-recipient.age < 0", "(0 - recipient.age) < 0"),
    ("sender.name is \"Ana\"", "sender.name is Ana"), ("sending.localTime < 08:00", "sending.localTime < 08:00"),
    ("sending.date >= 2026-02-05", "2026-02-05 <= sending.date"),
    ("consent.givenAt < sending.date", "consent.givenAt < sending.date"),
    ("request.received + 1 month < sending.date", "(request.received + 1 month) < sending.date"),
    ("request.answered - request.received <= 1 month", "request.answered <= (request.received + 1 month)"),
    ("sending.date - consent.givenAt > 24h", "(consent.givenAt + 24h) < sending.date"),
    ("sending.date - request.received < delay", "sending.date < (request.received + delay)"),
    ("recipient.visits <= limit", "recipient.visits <= limit"),
    ("weekday(sending.date) is sunday", "weekday(sending.date) in {sunday}"),
    (
      "weekday(consent.givenAt + 1 day) not in [sunday, saturday]",
      "not weekday((consent.givenAt + 1 day)) in {saturday sunday}"
    ),
    ("weekday(sending.date) in []", "never"),
    ("fee[weekday(sending.date)] < 3", "fee[weekday(sending.date)] < 3"),
    ("fee[draft.category] < 3", "fee[draft.category] < 3"), ("fee[recipient.region] < 3", "fee[recipient.region] < 3"),
    ("version-end[security.version] <= sending.date", "version-end[security.version] <= sending.date"),
  ]

  static let texts: [(String, String)] = [
    (
      "text mentions @promo followed by [@way-out, @promo] within 8 words not preceded by @way-out",
      "text mentions own/promo followed by common/way-out+own/promo within 8 not preceded by common/way-out"
    ),
    (
      "body has detector iban near @promo within 5 words not followed by @way-out within 0 words",
      "body has iban near own/promo within 5 not followed by common/way-out within 0"
    ),
    ("text mentions @promo", "text mentions own/promo"), ("not body mentions @promo", "not body mentions own/promo"),
    (
      "body mentions [@promo, @way-out] near @promo within 4 words not near [@way-out, @promo] for draft.languages",
      "body mentions common/way-out+own/promo near own/promo within 4 not near common/way-out+own/promo for draft.languages"
    ),
    ("body matches /a|b/", "body matches /a|b/"), ("sender.name matches /x/", "sender.name matches /x/"),
    ("footer contains \"Ana\"", "footer contains [\"Ana\"]"),
    ("text contains any [\"a\", \"b\"]", "text contains [\"a\", \"b\"]"), ("text contains any []", "never"),
    ("text contains sender.name", "text contains the value of sender.name"),
    ("preheader mentions @promo", "preheader mentions own/promo"), ("preheader is known", "there is preheader"),
    ("sender.name in sender.brandNames", "sender.name is one of sender.brandNames"),
    ("footer not in sender.brandNames", "not footer is one of sender.brandNames"),
    ("text contains any sender.brandNames", "text contains the value of sender.brandNames"),
    ("text has detector iban", "text has iban"), ("sender.name in @promo", "sender.name is one of own/promo"),
    ("sender.name not in @promo", "not sender.name is one of own/promo"),
    ("length(body) <= 1024", "length(body) <= 1024"),
    ("utf16-length(sender.name) < 3", "utf16-length(sender.name) < 3"),
    ("share(text, uppercase) > 30%", "0.3 < share(text)"), ("emoji(text) > words(text)", "words(text) < emoji(text)"),
    ("mentions(text, @promo) >= 2", "2 <= mentions(text, own/promo)"),
  ]

  static let lists: [(String, String)] = [
    ("any button (type is url)", "some buttons: .type in {url}"),
    ("no button (card)", "not some buttons: .card"), ("all button (card)", "not some buttons: not .card"),
    ("any button (card is no)", "some buttons: not .card"),
    ("any button (url is known and url matches /x/)", "some buttons: (there is .url & .url matches /x/)"),
    ("any button mentions @promo", "some buttons: it mentions own/promo"),
    ("any button (text in @way-out)", "some buttons: it is one of common/way-out"),
    ("any link (host in sender.brandNames)", "some links: .host is one of sender.brandNames"),
    ("any button (text in sender.brandNames)", "some buttons: it is one of sender.brandNames"),
    (
      "any button (channel in consent.channels)",
      "some buttons: (.channel in {sms} & consent.channels has sms)"
    ),
    ("any card contains \"x\"", "some cards: it contains [\"x\"]"),
    ("any link (host in hosts)", "some links: (2020-01-01 <= sending.date & (.host is bit.ly | .host is t.co))"),
    ("any button (position > 1 and data.encrypted)", "some buttons: (1 < .position & data.encrypted)"),
    ("any button (any link (url is \"x\"))", "some buttons: some links: .url is x"),
    ("any variable (positional and name is \"1\")", "some variables: (.positional & .name is 1)"),
    ("count(buttons) <= 3", "count(buttons: always) <= 3"),
    ("count(variables(body)) > 1", "1 < count(variables(body): always)"),
    ("count(variables(text)) > 1", "1 < count(variables: always)"),
    ("count(buttons, type is url) > 1", "1 < count(buttons: .type in {url})"),
    ("runs(buttons, type is quick-reply) <= 1", "runs(buttons: .type in {quick-reply}) <= 1"),
    ("words(body) >= 2 * count(variables(body)) + 1", "((2 * count(variables(body): always)) + 1) <= words(body)"),
  ]

  static let dated: [(String, String)] = [
    (
      "draft.category in ad-kinds",
      "((2020-01-01 <= sending.date & sending.date < 2026-07-01 & draft.category in {marketing}) | (2026-07-01 <= sending.date & draft.category in {marketing utility}))"
    ),
    (
      "recipient.region not in watched",
      "not ((2020-01-01 <= sending.date & sending.date < 2026-07-01 & recipient.region lies in {EEA}) | (2026-07-01 <= sending.date & recipient.region lies in {BR EEA}))"
    ),
  ]

  static let all: [(String, String)] = [logic, words, values, texts, lists, dated].flatMap(\.self)

  @Test(arguments: all)
  func meansWhatItReads(_ source: String, _ meaning: String) throws {
    #expect(Meaning.of(try Sample.condition(source)) == meaning)
  }

  @Test func equalTestsAreOneAtomHoweverTheyAreSpelled() throws {
    #expect(
      try Sample.condition("draft.category in [marketing, utility]")
        == Sample.condition("draft.category in [utility, \"marketing\"]"))
    #expect(try Sample.condition("recipient.age > 3") == Sample.condition("3 < recipient.age"))
    #expect(
      try Sample.condition("recipient.age >= 3 and adult")
        == Sample.condition("(3 <= recipient.age) and (adult and adult)"))
  }

  @Test func aConditionNamesTheFactsItReadsAlsoInsideValues() throws {
    let condition = try Sample.condition(
      "any button (url contains any sender.brandNames) and count(buttons, adult) > recipient.visits and fee[draft.category] < length(sender.name) or text mentions @promo for draft.languages or version-end[security.version] is known"
    )
    #expect(
      condition.factsRead == [
        "sender.brandNames", "recipient.age", "recipient.visits", "draft.category", "sender.name", "draft.languages",
        "security.version",
      ])
  }
}
