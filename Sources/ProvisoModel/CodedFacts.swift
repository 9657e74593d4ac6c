import ProvisoSource

/// Facts with numbers in the place of names, as evaluation reads them: made once, where facts are read.
public struct CodedFacts: Hashable, Sendable {
  /// One declared fact.
  public struct Entry: Hashable, Sendable {
    /// The fact's number in its schema.
    public let fact: Int32
    /// Whether it is declared that there is none.
    public let isAbsent: Bool
    /// The value: 0 or 1 for a truth, the place of a word in its list, millionths of a number, the day of a date, the
    /// second of a moment, the minute of a time; 0 for every other kind. A word that is not in the list is -1.
    public let value: Int64
    /// For a moment, minutes east of Greenwich of the zone it was written in.
    public let zone: Int16
    /// The words of a set, by their places in the list: a stretch of `members`.
    public let members: Range<Int32>
    /// The place in `others` of a value that the numbers do not tell; -1 for all the rest.
    public let other: Int32
  }

  /// Tells which schema gave the numbers.
  public let schema: UInt64
  /// The declared facts, in no order.
  public let entries: [Entry]
  /// The words of all sets.
  public let members: [Int32]
  /// The texts, and what else has no number.
  public let others: [Value]

  /// Nothing declared.
  public static let none = CodedFacts(schema: 0, entries: [], members: [], others: [])
}

extension FactSchema {
  /// The facts that the schema knows, in numbers.
  public func coded(_ states: [String: FactState]) -> CodedFacts {
    var entries: [CodedFacts.Entry] = []
    entries.reserveCapacity(states.count)
    var members: [Int32] = []
    var others: [Value] = []
    for (path, state) in states {
      guard let number = numbers[path], let type = definitions[path]?.type else { continue }
      let start = Int32(members.count)
      var code: Int64 = 0
      var zone: Int16 = 0
      var other: Int32 = -1
      if case .known(let value) = state {
        code = FactSchema.code(value, type, &members)
        if !type.hasNumbers {
          other = Int32(others.count)
          others.append(value)
        }
      }
      if case .known(.instant(let instant)) = state { zone = instant.zone }
      entries.append(
        CodedFacts.Entry(
          fact: number, isAbsent: state == .absent, value: code, zone: zone, members: start..<Int32(members.count),
          other: other))
    }
    return CodedFacts(schema: fingerprint, entries: entries, members: members, others: others)
  }

  private static func code(_ value: Value, _ type: ValueType, _ members: inout [Int32]) -> Int64 {
    switch (value, type) {
    case (.truth(let value), _): return value ? 1 : 0
    case (.number(let value), _): return value.units
    case (.date(let value), _): return Int64(value.day)
    case (.instant(let value), _): return Int64(value.seconds)
    case (.time(let value), _): return Int64(value.minutes)
    case (.symbol(let word), .symbol(let words)): return Int64(words.firstIndex(of: word) ?? -1)
    case (.symbols(let held), .symbols(let words)):
      members += held.compactMap { words.firstIndex(of: $0).map(Int32.init) }
      return 0
    default: return 0
    }
  }
}

extension ValueType {
  /// Whether a number tells every value from all others.
  var hasNumbers: Bool {
    switch self {
    case .truth, .number, .date, .instant, .time: true
    case .text, .texts, .symbol, .symbols, .place, .places: false
    }
  }
}
