public import ProvisoModel

/// A value that is computed while a rule is evaluated.
public indirect enum Term: Hashable, Sendable {
  case constant(Literal)
  case fact(String)
  /// A field of the current item.
  case field(String)
  /// The whole of a text: a part of the message, or an item's.
  case text(TextSubject)
  case parameter(Parameter)
  case measure(Measure, TextSubject)
  /// The number of different phrases found.
  case mentions(TextScope, Mention)
  /// The number of items, or of those that fulfil a condition.
  case count(ItemList, Condition)
  /// The number of unbroken runs of items that fulfil a condition.
  case runs(ItemList, Condition)
  case lookup(Table, Term)
  case arithmetic(Term, Arithmetic, Term)
  /// The day of the week of a date or moment, a word such as `monday`.
  case weekday(Term)
}

/// A sign between two terms.
public enum Arithmetic: String, Hashable, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
}

/// What can be measured of a text.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// Unicode scalars.
  case length
  /// UTF-16 code units.
  case utf16Length = "utf16-length"
  /// Runs of letters and digits outside placeholders.
  case words
  /// Emoji, a composed one counted once.
  case emoji
  /// The share of capital letters among all letters, 0…1.
  case uppercaseShare = "share"
}

/// A value that stands in a pack.
public enum Literal: Hashable, Sendable {
  case number(Number)
  case text(String)
  case date(CalendarDate)
  case time(TimeOfDay)
  case period(Period)
  /// Words, places or texts; which of them is known where it is used.
  case words([String])

  /// The name of its type.
  var type: TermType {
    switch self {
    case .number: .number
    case .text: .text
    case .date: .date
    case .time: .time
    case .period: .period
    case .words: .words
    }
  }
}

/// A named value of a pack that changes on given days.
public struct Parameter: Hashable, Sendable {
  /// Its name in the pack.
  public let name: String
  /// The values with the first day each is in force, in order.
  public let values: [Dated]

  /// A value with its first day.
  public struct Dated: Hashable, Sendable {
    /// The first day.
    public let from: CalendarDate
    /// The value from then on.
    public let value: Literal

    /// A value in force from a day on.
    public init(from: CalendarDate, value: Literal) {
      self.from = from
      self.value = value
    }
  }

  /// A parameter; `values` must not be empty and hold literals of one type.
  public init(name: String, values: [Dated]) {
    self.name = name
    self.values = values.sorted { $0.from < $1.from }
  }

  /// The value in force on a day; nil before the first.
  public func value(on date: CalendarDate) -> Literal? { values.last { $0.from <= date }?.value }
}

/// A keyed table of a pack.
public struct Table: Hashable, Sendable {
  /// Its name in the pack.
  public let name: String
  /// The values by key; a key that is not here is absent.
  public let rows: [String: Literal]

  /// A table; all values are of one type.
  public init(name: String, rows: [String: Literal]) {
    self.name = name
    self.rows = rows
  }
}

/// What a term can be.
enum TermType: Hashable {
  case truth, number, text, texts, date, instant, time, period, words
  /// A word out of a closed list.
  case symbol([String])
  case symbols([String])
  case place, places
  /// The difference of two dates, which can only be compared with a period.
  case interval
  /// The type of what has been reported; fits everywhere.
  case broken

  init(_ type: ValueType) {
    switch type {
    case .truth: self = .truth
    case .number: self = .number
    case .text: self = .text
    case .texts: self = .texts
    case .symbol(let words): self = .symbol(words)
    case .symbols(let words): self = .symbols(words)
    case .place: self = .place
    case .places: self = .places
    case .date: self = .date
    case .instant: self = .instant
    case .time: self = .time
    }
  }

  /// The type as it is named in a diagnostic.
  var name: String {
    switch self {
    case .truth: "a condition"
    case .number: "a number"
    case .text: "a text"
    case .texts: "a list of texts"
    case .date: "a date"
    case .instant: "a moment"
    case .time: "a time of day"
    case .period: "a period"
    case .words: "a set"
    case .symbol: "a word"
    case .symbols: "a set of words"
    case .place: "a place"
    case .places: "a set of places"
    case .interval: "the time between two dates"
    case .broken: "something broken"
    }
  }

  /// Whether values of the type have an order.
  var isOrdered: Bool { [.number, .date, .instant, .time].contains(self) }
  /// Whether the type is a day or a moment.
  var isDate: Bool { self == .date || self == .instant }
}
