import ProvisoLanguage
import ProvisoModel

/// Turns declared facts into what they leave possible of a plan's variables, without looking at a name.
struct FactBinder: Sendable {
  /// How one fact is read.
  private struct Binding {
    enum Kind: UInt8 { case unused, listed, ordered, members, place }

    var kind = Kind.unused
    /// Whether the value is a moment that is held against days.
    var isByDay = false
    /// The variable of the fact's value.
    var variable: Int32 = 0
    /// What an absent value leaves possible.
    var absent: UInt64 = 0
    /// A stretch of `masks`: what each value, or each position between constants, leaves possible.
    var masks: Range<Int32> = 0..<0
    /// A stretch of `constants` of an ordered fact, or of `memberVariables` of a set.
    var others: Range<Int32> = 0..<0
  }

  private var bindings: [Binding]
  private var masks: [UInt64] = []
  private var constants: [Int64] = []
  /// For each word of a set's list the variable that asks for it, or -1.
  private var memberVariables: [Int32] = []
  private let classes: [String: ValueClasses]
  private let paths: [String]

  init(_ table: VariableTable, _ schema: FactSchema) {
    paths = schema.paths
    classes = table.classes
    bindings = Array(repeating: Binding(), count: paths.count)
    for (variable, asked) in table.variables.enumerated() {
      switch asked {
      case .fact(let path): bindFact(path, Int32(variable), schema)
      case .member(let path, let word): bindMember(path, word, Int32(variable), schema)
      case .answer: break
      }
    }
  }

  private mutating func bindFact(_ path: String, _ variable: Int32, _ schema: FactSchema) {
    guard let number = schema.number(of: path), let definition = schema[path], let classes = classes[path] else {
      return
    }
    var binding = Binding(variable: variable, absent: classes.absentMask)
    let start = Int32(masks.count)
    switch definition.type {
    case .truth:
      binding.kind = .listed
      masks += [classes.possible(.known(.truth(false))), classes.possible(.known(.truth(true)))]
    case .symbol(let words):
      binding.kind = .listed
      masks += words.map { classes.possible(.known(.symbol($0))) }
    case .place: binding.kind = .place
    case .number, .date, .instant, .time:
      guard let table = classes.orderedTable else { return }
      binding.kind = .ordered
      binding.isByDay = definition.type == .instant
      binding.others = Int32(constants.count)..<Int32(constants.count + table.constants.count)
      constants += table.constants
      masks += table.masks
    case .text, .texts, .symbols, .places: return
    }
    binding.masks = start..<Int32(masks.count)
    bindings[Int(number)] = binding
  }

  private mutating func bindMember(_ path: String, _ word: String, _ variable: Int32, _ schema: FactSchema) {
    guard let number = schema.number(of: path), case .symbols(let words)? = schema[path]?.type,
      let place = words.firstIndex(of: word)
    else { return }
    if bindings[Int(number)].kind == .unused {
      let start = Int32(memberVariables.count)
      memberVariables += words.map { _ in -1 }
      bindings[Int(number)] = Binding(kind: .members, others: start..<Int32(memberVariables.count))
    }
    memberVariables[Int(bindings[Int(number)].others.lowerBound) + place] = variable
  }

  /// Notes in `possible` what `facts` leave possible; what they declare stands in front of what was noted before.
  ///
  /// - Parameter states: the same facts by name.
  func bind(_ facts: CodedFacts, _ states: [String: FactState], _ possible: inout [UInt64]) {
    for entry in facts.entries {
      let binding = bindings[Int(entry.fact)]
      switch binding.kind {
      case .unused: break
      case .members: bindMembers(entry, facts, binding, &possible)
      case .place:
        let path = paths[Int(entry.fact)]
        if let state = states[path] { possible[Int(binding.variable)] = classes[path]?.possible(state) ?? 0 }
      case .listed, .ordered: possible[Int(binding.variable)] = entry.isAbsent ? binding.absent : mask(entry, binding)
      }
    }
  }

  private func mask(_ entry: CodedFacts.Entry, _ binding: Binding) -> UInt64 {
    guard binding.kind == .ordered else {
      return entry.value < 0 ? 0 : masks[Int(binding.masks.lowerBound) + Int(entry.value)]
    }
    let value = binding.isByDay ? FactBinder.day(ofSecond: entry.value) : entry.value
    var low = Int(binding.others.lowerBound)
    var high = Int(binding.others.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if constants[middle] < value { low = middle + 1 } else { high = middle }
    }
    let isAt = low < Int(binding.others.upperBound) && constants[low] == value
    return masks[Int(binding.masks.lowerBound) + 2 * (low - Int(binding.others.lowerBound)) + (isAt ? 1 : 0)]
  }

  private static func day(ofSecond second: Int64) -> Int64 { Int64(Instant(seconds: Int(second)).date.day) }

  private func bindMembers(
    _ entry: CodedFacts.Entry, _ facts: CodedFacts, _ binding: Binding, _ possible: inout [UInt64]
  ) {
    for place in binding.others where memberVariables[Int(place)] >= 0 {
      possible[Int(memberVariables[Int(place)])] = 0b01
    }
    for member in entry.members {
      let variable = memberVariables[Int(binding.others.lowerBound + facts.members[Int(member)])]
      if variable >= 0 { possible[Int(variable)] = 0b10 }
    }
  }
}
