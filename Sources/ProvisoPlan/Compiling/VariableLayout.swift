import ProvisoLanguage
import ProvisoLogic
import ProvisoModel
import ProvisoSource

/// Collects the atoms of all rules and decides which variables they need, in which order.
struct VariableLayout {
  private let schema: FactSchema
  private var atomsByFact: [String: [Atom]] = [:]
  private var seen: Set<Atom> = []
  private var all: [Atom] = []
  private var uses: [Atom: Int] = [:]

  init(_ schema: FactSchema) {
    self.schema = schema
  }

  mutating func add(_ table: DecisionTable) {
    var inTable: Set<Atom> = []
    for row in table.rows {
      row.condition.forEachAtom { atom in
        if inTable.insert(atom).inserted { uses[atom, default: 0] += 1 }
        guard seen.insert(atom).inserted else { return }
        all.append(atom)
        if let path = splitFact(of: atom) { atomsByFact[path, default: []].append(atom) }
      }
    }
  }

  /// The fact that an atom asks alone, if its values can be cut into classes.
  private func splitFact(of atom: Atom) -> String? {
    switch atom {
    case .truth(let path), .symbol(let path, _), .place(let path, _): return path
    case .present(let path):
      switch schema[path]?.type {
      case .truth, .symbol, .place, .number, .date, .instant, .time: return path
      case .text, .texts, .symbols, .places, nil: return nil
      }
    case .compared: return Threshold(atom, schema)?.fact
    case .placeIn, .member, .memberPlace, .wordAmong, .exists, .field, .fieldAmong, .text, .anyItem: return nil
    }
  }

  /// The classes of each fact's values, in as few parts as hold all of its atoms, and the part that each atom is in.
  func classes() -> (classes: [String: [ValueClasses]], parts: [Atom: Int]) {
    var classes: [String: [ValueClasses]] = [:]
    var parts: [Atom: Int] = [:]
    for (path, atoms) in atomsByFact {
      guard let definition = schema[path] else { continue }
      for (number, part) in divided(atoms, definition).enumerated() {
        classes[path, default: []].append(ValueClasses(definition, part, schema))
        for atom in part { parts[atom] = number }
      }
    }
    return (classes, parts)
  }

  /// Atoms in groups that each tell apart no more classes than a word has bits; thresholds next to each other together.
  private func divided(_ atoms: [Atom], _ definition: FactDefinition) -> [[Atom]] {
    func fits(_ atoms: [Atom]) -> Bool {
      ValueClasses(definition, atoms, schema).count <= DiagramBuilder.largestDomain
    }
    if fits(atoms) { return [atoms] }
    let thresholds = atoms.map { (atom: $0, value: Threshold($0, schema)?.value) }
    let sorted = thresholds.sorted { ValueClasses.isAscending($0.value, $1.value) }.map(\.atom)
    var groups: [[Atom]] = [[]]
    for atom in sorted {
      let last = groups.count - 1
      // Any atom by itself has two classes, or the few of its constant.
      if groups[last].isEmpty || fits(groups[last] + [atom]) {
        groups[last].append(atom)
      } else {
        groups.append([atom])
      }
    }
    return groups
  }

  /// The variables in the order the diagram asks them.
  ///
  /// - Parameter asWritten: whether that is the order of the rules' text, which people follow best.
  func ordered(_ parts: [Atom: Int], asWritten: Bool) -> [VariableTable.Variable] {
    var order: [VariableTable.Variable] = []
    var count: [VariableTable.Variable: Int] = [:]
    for atom in all {
      let variable = VariableTable.Variable(atom, schema, part: { parts[$0] })
      if count[variable] == nil { order.append(variable) }
      count[variable, default: 0] += uses[atom] ?? 0
    }
    if asWritten { return order }
    let ranked = order.enumerated().map {
      (rank: rank($1), word: word($1), count: count[$1] ?? 0, first: $0, variable: $1)
    }
    return ranked.sorted { ($0.rank, $0.word, $1.count, $0.first) < ($1.rank, $1.word, $0.count, $1.first) }
      .map(\.variable)
  }

  /// Members of sets are asked word by word: `a within b` pairs each word of one set with the same of the other, and
  /// takes exponential space when one whole set is asked before the other.
  private func word(_ variable: VariableTable.Variable) -> String {
    if case .member(_, let word) = variable { word } else { "" }
  }

  private func rank(_ variable: VariableTable.Variable) -> Int {
    switch variable {
    case .fact(let path, _):
      switch schema[path]?.type {
      case .place: 0
      case .symbol: 1
      case .truth: 2
      default: 3
      }
    case .member: 4
    case .answer(let atom): if case .text(.scope, _) = atom.value { 6 } else { 5 }
    }
  }
}
