import ProvisoLanguage
import ProvisoModel

/// Turns declared facts into what they leave possible of a plan's variables, by their numbers; the value of a place
/// alone is looked up by its name.
struct FactBinder: Sendable {
  /// How one fact is read.
  private struct Binding {
    enum Kind: UInt8 { case listed, ordered, members, place, planned, places, read }

    var kind = Kind.listed
    /// Whether the value is a moment that is held against days.
    var isByDay = false
    /// The variable of the fact's value; of a fact that standing answers read, its number among those.
    var variable: Int32 = 0
    /// The part of the fact's classes that the variable tells apart.
    var part: Int32 = 0
    /// Where in `masks` stands what each value, or each position between constants, leaves possible.
    var firstMask: Int32 = 0
    /// What an absent value leaves possible.
    var absent: UInt64 = 0
    /// A stretch of `constants` of an ordered fact, or of `memberVariables` of a set.
    var others: Range<Int32> = 0..<0
  }

  /// The bindings of all facts, one fact after the other, and for each fact where its own begin, and one entry more.
  private let bindings: [Binding]
  private let starts: [Int32]
  private let masks: [UInt64]
  private let constants: [Int64]
  /// For each word of a set's list the variable that asks for it, or -1.
  private let memberVariables: [Int32]
  private let classes: [String: [ValueClasses]]
  private let paths: [String]

  init(_ table: VariableTable, _ answers: FactAnswers, _ schema: FactSchema) {
    paths = schema.paths
    classes = table.classes
    var builder = Builder(schema, table.classes)
    for (variable, asked) in table.variables.enumerated() {
      switch asked {
      case .fact(let path, let part): builder.bindFact(path, part, Int32(variable))
      case .member(let path, let word): builder.bindMember(path, word, Int32(variable))
      case .answer: break
      }
    }
    builder.notice(Fact.plannedSending, as: .planned)
    if let places = AudienceGrouping.place(schema).flatMap({ schema[$0]?.each }) { builder.notice(places, as: .places) }
    for (number, fact) in answers.reads.enumerated() { builder.notice(fact.path, as: .read, Int32(number)) }
    let ordered = (0..<Int32(paths.count)).map { builder.bindings[$0] ?? [] }
    bindings = Array(ordered.joined())
    starts = ordered.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    (masks, constants, memberVariables) = (builder.masks, builder.constants, builder.memberVariables)
  }

  /// Collects the bindings.
  private struct Builder {
    let schema: FactSchema
    let classes: [String: [ValueClasses]]
    var bindings: [Int32: [Binding]] = [:]
    var masks: [UInt64] = []
    var constants: [Int64] = []
    var memberVariables: [Int32] = []

    init(_ schema: FactSchema, _ classes: [String: [ValueClasses]]) { (self.schema, self.classes) = (schema, classes) }

    mutating func bindFact(_ path: String, _ part: Int, _ variable: Int32) {
      guard let number = schema.number(of: path), let definition = schema[path], let classes = classes[path]?[part]
      else { return }
      var binding = Binding(variable: variable, part: Int32(part), absent: classes.absentMask)
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
      binding.firstMask = start
      bindings[number, default: []].append(binding)
    }

    /// Has a fact noticed that plays a part besides its variables.
    mutating func notice(_ path: String, as kind: Binding.Kind, _ place: Int32 = 0) {
      guard let number = schema.number(of: path) else { return }
      bindings[number, default: []].append(Binding(kind: kind, variable: place))
    }

    mutating func bindMember(_ path: String, _ word: String, _ variable: Int32) {
      guard let number = schema.number(of: path), case .symbols(let words)? = schema[path]?.type,
        let place = words.firstIndex(of: word)
      else { return }
      if bindings[number] == nil {
        // The only binding so far, since members are bound before anything is noticed.
        let start = Int32(memberVariables.count)
        memberVariables += words.map { _ in -1 }
        bindings[number] = [Binding(kind: .members, others: start..<Int32(memberVariables.count))]
      }
      if let start = bindings[number]?[0].others.lowerBound { memberVariables[Int(start) + place] = variable }
    }
  }

  /// What declared facts say besides the variables they settle.
  struct Notice {
    /// The planned sending; nil while none is declared.
    var planned: Instant?
    /// Whether places are declared.
    var hasPlaces = false
  }

  /// Notes in `possible` what `facts` leave possible, and in `declared` what standing answers read; what they declare
  /// stands in front of what was noted before.
  ///
  /// - Parameters:
  ///   - states: the same facts by name.
  ///   - isLater: whether they were declared besides what the draft states.
  func bind(
    _ facts: CodedFacts, _ states: [String: FactState], isLater: Bool, _ possible: inout [UInt64],
    _ declared: inout [StandingAnswers.Declared], _ notice: inout Notice
  ) {
    possible.withUnsafeMutableBufferPointer { possible in
      declared.withUnsafeMutableBufferPointer { declared in
        bindings.withUnsafeBufferPointer { bindings in
          starts.withUnsafeBufferPointer { starts in
            for entry in facts.entries {
              for number in Int(starts[Int(entry.fact)])..<Int(starts[Int(entry.fact) + 1]) {
                let binding = bindings[number]
                if binding.kind == .read {
                  declared[Int(binding.variable)] = StandingAnswers.Declared(entry, isLater: isLater)
                } else {
                  bind(entry, facts, binding, states, possible, &notice)
                }
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func bind(
    _ entry: CodedFacts.Entry, _ facts: CodedFacts, _ binding: Binding, _ states: [String: FactState],
    _ possible: UnsafeMutableBufferPointer<UInt64>, _ notice: inout Notice
  ) {
    switch binding.kind {
    case .listed:
      possible[Int(binding.variable)] =
        entry.isAbsent
        ? binding.absent : entry.value < 0 ? 0 : masks[Int(binding.firstMask) + Int(entry.value)]
    case .ordered: possible[Int(binding.variable)] = entry.isAbsent ? binding.absent : position(entry, binding)
    case .members: bindMembers(entry, facts, binding, possible)
    case .place:
      let path = paths[Int(entry.fact)]
      if let state = states[path] {
        possible[Int(binding.variable)] = classes[path]?[Int(binding.part)].possible(state) ?? 0
      }
    case .planned: notice.planned = entry.isAbsent ? nil : entry.instant
    case .places: notice.hasPlaces = !entry.isAbsent
    case .read: break
    }
  }

  private func position(_ entry: CodedFacts.Entry, _ binding: Binding) -> UInt64 {
    let value = binding.isByDay ? Int64(entry.instant.date.day) : entry.value
    let first = Int(binding.others.lowerBound)
    return constants.withUnsafeBufferPointer { constants in
      // Halves what is left without a branch on the value.
      var low = first
      var left = binding.others.count
      while left > 0 {
        let half = left / 2
        let isBelow = constants[low + half] < value
        low = isBelow ? low + half + 1 : low
        left = isBelow ? left - half - 1 : half
      }
      let isAt = low < Int(binding.others.upperBound) && constants[low] == value
      return masks[Int(binding.firstMask) + 2 * (low - first) + (isAt ? 1 : 0)]
    }
  }

  private func bindMembers(
    _ entry: CodedFacts.Entry, _ facts: CodedFacts, _ binding: Binding,
    _ possible: UnsafeMutableBufferPointer<UInt64>
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

extension CodedFacts.Entry {
  /// The moment it stands for, if it is one.
  fileprivate var instant: Instant { Instant(seconds: Int(value), zone: zone) }
}
