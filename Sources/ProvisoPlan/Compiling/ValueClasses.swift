import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// The values of one fact, sorted into classes that no rule can tell apart.
struct ValueClasses: Sendable {
  fileprivate enum Sorting: Sendable, Storable {
    case truth
    /// The class of each word or place.
    case named([String: Int])
    /// Between and at these constants, in ascending order; the positions (see `position`) that can occur.
    case ordered([Value], positions: [Int])
  }

  private let sorting: Sorting
  private let places: PlaceTable
  /// The class of "there is none"; nil for a fact that cannot be absent.
  private let absent: Int?
  /// The number of classes.
  let count: Int

  /// The classes that `atoms`, all those about this fact, tell apart.
  init(_ definition: FactDefinition, _ atoms: [Atom], _ schema: FactSchema) {
    places = schema.places
    let named: Int
    switch definition.type {
    case .symbol(let words):
      let sets = atoms.compactMap { if case .symbol(_, let among) = $0 { Set(among) } else { nil } }
      (sorting, named) = ValueClasses.sorted(words, by: sets)
    case .place:
      let sets = atoms.compactMap { atom in
        if case .place(_, let among) = atom { ValueClasses.leaves(among, schema.places) } else { nil }
      }
      (sorting, named) = ValueClasses.sorted(schema.places.leaves, by: sets)
    case .number, .date, .instant, .time:
      let values = Set(atoms.compactMap { Threshold($0, schema)?.value })
      let constants = values.sorted { ValueClasses.side($0, of: $1) < 0 }
      let positions = ValueClasses.positions(constants)
      (sorting, named) = (.ordered(constants, positions: positions), positions.count)
    case .truth, .text, .texts, .symbols, .places:
      (sorting, named) = (.truth, 2)
    }
    absent = definition.canBeAbsent ? named : nil
    count = named + (absent == nil ? 0 : 1)
  }

  private static func sorted(_ words: [String], by sets: [Set<String>]) -> (Sorting, Int) {
    var numbers: [[Bool]: Int] = [:]
    var classes: [String: Int] = [:]
    for word in words {
      let signature = sets.map { $0.contains(word) }
      let number = numbers[signature] ?? numbers.count
      numbers[signature] = number
      classes[word] = number
    }
    return (.named(classes), max(1, numbers.count))
  }

  private static func leaves(_ among: [String], _ table: PlaceTable) -> Set<String> {
    table.leaves(ofAll: among)
  }

  // MARK: Order

  /// Where values can lie: position 2i is below constant i (and above the one before), 2i + 1 is at it. A stretch
  /// between neighbours without a value between them is left out.
  private static func positions(_ constants: [Value]) -> [Int] {
    (0...(constants.count * 2)).filter { position in
      guard position.isMultiple(of: 2), position > 0, position < constants.count * 2 else { return true }
      return !areNeighbours(constants[position / 2 - 1], constants[position / 2])
    }
  }

  private static func areNeighbours(_ low: Value, _ high: Value) -> Bool {
    switch (low, high) {
    case (.number(let low), .number(let high)): low.successor == high
    case (.date(let low), .date(let high)): high.day - low.day == 1
    case (.time(let low), .time(let high)): high.minutes - low.minutes == 1
    default: false
    }
  }

  /// How `value` stands to `constant`: -1 below, 0 equal, 1 above; a moment is held against a day by its own day.
  private static func side(_ value: Value, of constant: Value) -> Int {
    func order<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Int {
      left < right ? -1 : left == right ? 0 : 1
    }
    switch (value, constant) {
    case (.number(let left), .number(let right)): return order(left, right)
    case (.date(let left), .date(let right)): return order(left, right)
    case (.instant(let left), .date(let right)): return order(left.date, right)
    case (.time(let left), .time(let right)): return order(left, right)
    default: return 1
    }
  }

  /// Whether a constant stands before another; those that are none come first.
  static func isAscending(_ left: Value?, _ right: Value?) -> Bool {
    guard let left, let right else { return left == nil && right != nil }
    return side(left, of: right) < 0
  }

  // MARK: Reading

  /// The classes that a declared state leaves possible.
  func possible(_ state: FactState) -> UInt64 {
    guard case .known(let value) = state else { return absent.map { 1 << UInt64($0) } ?? 0 }
    switch (sorting, value) {
    case (.truth, .truth(let truth)): return truth ? 0b10 : 0b01
    case (.named(let classes), .symbol(let word)): return classes[word].map { 1 << UInt64($0) } ?? 0
    case (.named(let classes), .place(let place)):
      return (places.leaves(of: place) ?? [place]).reduce(0) { $0 | (classes[$1].map { 1 << UInt64($0) } ?? 0) }
    case (.ordered(let constants, let positions), _):
      var position = 0
      for constant in constants {
        let side = ValueClasses.side(value, of: constant)
        if side < 0 { break }
        position += side == 0 ? 1 : 2
        if side == 0 { break }
      }
      return positions.firstIndex(of: position).map { 1 << UInt64($0) } ?? 0
    default: return 0
    }
  }

  /// The codes of the constants of an ordered fact, and what each position (see `position`) leaves possible.
  var orderedTable: (constants: [Int64], masks: [UInt64])? {
    guard case .ordered(let constants, let positions) = sorting else { return nil }
    let codes = constants.map { constant in
      switch constant {
      case .number(let number): number.units
      case .date(let date): Int64(date.day)
      case .time(let time): Int64(time.minutes)
      default: Int64(0)
      }
    }
    let masks = (0...(constants.count * 2)).map { position in
      positions.firstIndex(of: position).map { UInt64(1) << UInt64($0) } ?? 0
    }
    return (codes, masks)
  }

  /// How many values each class holds; a stretch of numbers or dates counts as one.
  var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    if case .named(let classes) = sorting {
      for number in classes.values { sizes[number] += 1 }
    }
    return sizes.map { max(1, $0) }
  }

  /// What an absent value leaves possible.
  var absentMask: UInt64 { possible(.absent) }

  /// The classes for which an atom about this fact holds.
  func values(for atom: Atom, _ schema: FactSchema) -> UInt64 {
    switch atom {
    case .truth: return 0b10
    case .present: return (1 << UInt64(absent ?? count)) - 1
    case .symbol(_, let among): return bits(of: among)
    case .place(_, let among): return bits(of: ValueClasses.leaves(among, places).sorted())
    case .compared: return Threshold(atom, schema).map(bits(of:)) ?? 0
    default: return 0
    }
  }

  private func bits(of words: [String]) -> UInt64 {
    guard case .named(let classes) = sorting else { return 0 }
    return words.reduce(0) { $0 | (classes[$1].map { 1 << UInt64($0) } ?? 0) }
  }

  private func bits(of threshold: Threshold) -> UInt64 {
    guard case .ordered(let constants, let positions) = sorting, let index = constants.firstIndex(of: threshold.value)
    else { return 0 }
    return positions.enumerated().reduce(0) { bits, entry in
      let (number, position) = entry
      let side = position < index * 2 + 1 ? -1 : position == index * 2 + 1 ? 0 : 1
      return threshold.holds(side) ? bits | 1 << UInt64(number) : bits
    }
  }
}

// MARK: Words

extension ValueClasses {
  /// Whether "there is none" is in one of the classes whose bits are set.
  func isAbsent(in values: UInt64) -> Bool { absent.map { values >> UInt64($0) & 1 == 1 } ?? false }

  /// The values in some classes as people write them, in the order of the schema; stretches of numbers and dates in
  /// words.
  func words(_ numbers: [Int], _ definition: FactDefinition) -> [String] {
    switch sorting {
    case .truth:
      // Of a text, rules only ask whether there is one.
      let isTruth = definition.type == .truth
      return isTruth ? numbers.filter { $0 < 2 }.map { $0 == 1 ? "yes" : "no" } : numbers.contains(1) ? ["any"] : []
    case .named(let classes):
      var order = classes.keys.sorted()
      if case .symbol(let words) = definition.type { order = words }
      let wanted = Set(numbers)
      return order.filter { classes[$0].map(wanted.contains) ?? false }
    case .ordered(let constants, let positions): return stretches(numbers, constants, positions)
    }
  }

  /// `below 3`, `3 to 5`, `above 5`: neighbouring classes together.
  private func stretches(_ numbers: [Int], _ constants: [Value], _ positions: [Int]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers where number != absent {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { run in
      let (low, high) = (positions[run.lowerBound], positions[run.upperBound])
      let (isFirst, isLast) = (run.lowerBound == 0, run.upperBound == positions.count - 1)
      // At a constant the stretch holds it; between two, the constants beside it bound the stretch from outside.
      let from = low.isMultiple(of: 2) ? "above \(low > 0 ? "\(constants[low / 2 - 1])" : "")" : "\(constants[low / 2])"
      let to =
        high.isMultiple(of: 2)
        ? "below \(high / 2 < constants.count ? "\(constants[high / 2])" : "")" : "\(constants[high / 2])"
      switch (isFirst && low.isMultiple(of: 2), isLast && high.isMultiple(of: 2)) {
      case (true, true): return "any"
      case (true, false): return high.isMultiple(of: 2) ? to : "at most \(to)"
      case (false, true): return low.isMultiple(of: 2) ? from : "at least \(from)"
      case (false, false): return low == high && !low.isMultiple(of: 2) ? from : "\(from) to \(to)"
      }
    }
  }
}

extension ValueClasses {
  /// Everything but the places.
  func store(in writer: inout ByteWriter) { writer.write(sorting, absent, count) }

  /// What `store` wrote.
  init(from reader: inout ByteReader, _ places: PlaceTable) throws(DamagedBytes) {
    sorting = try reader.read()
    absent = try reader.read()
    count = try reader.read()
    self.places = places
  }
}

extension ValueClasses.Sorting {
  func store(in writer: inout ByteWriter) {
    switch self {
    case .truth: writer.write(UInt8(0))
    case .named(let classes): writer.write(UInt8(1), classes)
    case .ordered(let constants, let positions): writer.write(UInt8(2), constants, positions)
    }
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .truth
    case 1: self = .named(try reader.read())
    case 2: self = .ordered(try reader.read(), positions: try reader.read())
    default: throw DamagedBytes()
    }
  }
}
