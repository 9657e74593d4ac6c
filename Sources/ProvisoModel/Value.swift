/// What a fact can be.
public enum ValueType: Hashable, Sendable {
  /// Yes or no.
  case truth
  /// A decimal number.
  case number
  /// Free text.
  case text
  /// Several texts.
  case texts
  /// One of a closed list of words.
  case symbol([String])
  /// Any number of a closed list of words.
  case symbols([String])
  /// One place out of `PlaceTable`: a country, a part of one.
  case place
  /// Any number of places.
  case places
  /// A calendar day.
  case date
  /// A moment in time.
  case instant
  /// A time of day.
  case time

  /// Whether values of the type have an order.
  public var isOrdered: Bool {
    switch self {
    case .number, .date, .instant, .time: true
    case .truth, .text, .texts, .symbol, .symbols, .place, .places: false
    }
  }
}

/// The value of a fact.
public enum Value: Hashable, Sendable {
  case truth(Bool)
  case number(Number)
  case text(String)
  case texts([String])
  case symbol(String)
  /// Distinct words, in alphabetical order.
  case symbols([String])
  case place(String)
  /// Distinct codes, in alphabetical order.
  case places([String])
  case date(CalendarDate)
  case instant(Instant)
  case time(TimeOfDay)
}

extension Value: CustomStringConvertible {
  /// The value as it is written in a facts file.
  public var description: String {
    switch self {
    case .truth(let value): value ? "yes" : "no"
    case .number(let value): value.description
    case .text(let value), .symbol(let value), .place(let value): value
    case .texts(let values), .symbols(let values), .places(let values): "[" + values.joined(separator: ", ") + "]"
    case .date(let value): value.description
    case .instant(let value): value.description
    case .time(let value): value.description
    }
  }
}
