import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import Testing

/// The names that the tests of this folder use, and short ways to write conditions and facts.
enum Sample {
  static let places = PlaceTable(parts: [
    "DE": [], "FR": [], "IS": [], "BR": [], "US": ["US-CA", "US-TX", "US-NY"], "EEA": ["DE", "FR", "IS"],
  ])

  static let schema = FactSchema(
    [
      fact("draft.channel", .symbol(["email", "push", "sms"])),
      fact("draft.category", .symbol(["authentication", "marketing", "service", "utility"])),
      fact("draft.purpose", .symbols(["newsletter", "promotion", "receipt"])),
      fact("draft.languages", .symbols(["de", "en"])),
      fact("consent.status", .symbol(["explicit", "given", "none", "withdrawn"])),
      fact("consent.givenAt", .instant, canBeAbsent: true),
      fact("consent.purposes", .symbols(["newsletter", "promotion", "research"]), canBeAbsent: true),
      fact("consent.channels", .symbols(["email", "letter", "sms"]), canBeAbsent: true),
      fact("consent.recorded", .truth, canBeAbsent: true),
      fact("recipient.region", .place, each: "recipient.regions"),
      fact("recipient.regions", .places),
      fact("recipient.age", .number, canBeAbsent: true),
      fact("recipient.visits", .number),
      fact("request.received", .date, canBeAbsent: true),
      fact("request.answered", .date, canBeAbsent: true),
      fact("sending.date", .date),
      fact("sending.localTime", .time, canBeAbsent: true),
      fact("sender.name", .text, canBeAbsent: true),
      fact("sender.brandNames", .texts, canBeAbsent: true),
      fact("sender.licences", .places, canBeAbsent: true),
      fact("sender.country", .place, canBeAbsent: true),
      fact("security.version", .text, canBeAbsent: true),
      fact("data.encrypted", .truth),
    ],
    fields: [
      "button.type": .symbol(["quick-reply", "url"]), "button.url": .text, "button.text": .text,
      "button.channel": .symbol(["push", "sms"]), "button.position": .number, "button.card": .truth, "card.body": .text,
      "card.home": .place,
      "variable.name": .text, "variable.positional": .truth, "link.url": .text, "link.host": .text,
    ],
    places: places)

  static let environment: Environment = {
    var environment = Environment(
      schema: schema, parameters: parameters, tables: tables,
      vocabularies: ["promo": "own/promo", "way-out": "common/way-out"], detectors: ["card-number", "iban"])
    environment.definitions["adult"] =
      Checker.condition(ExpressionSource("recipient.age >= 18"), in: environment).condition
    return environment
  }()

  private static let parameters: [String: Parameter] = [
    "limit": parameter("limit", ["2020-01-01": .number(Number(10)), "2026-07-01": .number(Number(20))]),
    "delay": parameter("delay", ["2020-01-01": .period(Period(1, .months))]),
    "ad-kinds": parameter(
      "ad-kinds", ["2020-01-01": .words(["marketing"]), "2026-07-01": .words(["utility", "marketing"])]),
    "watched": parameter("watched", ["2020-01-01": .words(["EEA"]), "2026-07-01": .words(["EEA", "BR"])]),
    "hosts": parameter("hosts", ["2020-01-01": .words(["bit.ly", "t.co"])]),
    "broken": parameter("broken", [:]),
  ]

  private static let tables: [String: Table] = [
    "version-end": Table(
      name: "version-end", rows: ["v1": .date(CalendarDate(day: 20_000)), "v2": .date(CalendarDate(day: 21_000))]),
    "fee": Table(name: "fee", rows: ["DE": .number(Number(5)), "marketing": .number(Number(7))]),
  ]

  private static func fact(
    _ path: String, _ type: ValueType, canBeAbsent: Bool = false, each: String? = nil
  ) -> FactDefinition {
    FactDefinition(
      path: path, type: type, canBeAbsent: canBeAbsent, dataClass: .public, question: "\(path)?", help: "", each: each)
  }

  private static func parameter(_ name: String, _ values: [String: Literal]) -> Parameter {
    Parameter(
      name: name, values: values.compactMap { day, value in CalendarDate(day).map { .init(from: $0, value: value) } })
  }

  // MARK: Short ways to write

  /// The meaning of a condition that has no mistakes.
  static func condition(_ source: String) throws -> Condition {
    let (condition, problems) = Checker.condition(ExpressionSource(source), in: environment)
    return try #require(condition, "\(source): \(problems.map(\.message))")
  }

  /// Facts such as `consent.status: none; recipient.age: 17; consent.purposes: newsletter promotion; request.received: absent`.
  static func facts(_ text: String) throws -> [String: FactState] {
    var facts: [String: FactState] = [:]
    for part in text.split(separator: ";") {
      let words = part.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
      let path = String(words[0])
      let definition = try #require(schema[path], "\(path)")
      let value = value(words[1], definition.type)
      facts[path] = words[1] == "absent" ? .absent : .known(try #require(value, "\(part)"))
    }
    return facts
  }

  private static func value(_ text: Substring, _ type: ValueType) -> Value? {
    let words = text.split(separator: " ").map(String.init)
    return switch type {
    case .truth: .truth(text == "yes")
    case .number: Number(text).map(Value.number)
    case .text: .text(String(text))
    case .texts: .texts(words)
    case .symbol: .symbol(String(text))
    case .symbols: .symbols(words)
    case .place: .place(String(text))
    case .places: .places(words)
    case .date: CalendarDate(text).map(Value.date)
    case .instant: Instant(text).map(Value.instant)
    case .time: TimeOfDay(text).map(Value.time)
    }
  }

  static func evaluator(
    _ facts: [String: FactState], on date: String = "2026-11-22", draft: StubDraft = StubDraft()
  ) throws -> Evaluator {
    let date = try #require(CalendarDate(date))
    return Evaluator(Situation(schema: schema, facts: facts, date: date, draft: draft))
  }
}
