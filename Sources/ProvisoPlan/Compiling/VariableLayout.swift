import ProvisoLanguage
import ProvisoLogic
import ProvisoModel

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

  func classes() -> [String: ValueClasses] {
    atomsByFact.reduce(into: [:]) { classes, entry in
      guard let definition = schema[entry.key] else { return }
      let made = ValueClasses(definition, entry.value, schema)
      // A fact with more classes than a word has bits is asked atom by atom.
      if made.count <= DiagramBuilder.largestDomain { classes[entry.key] = made }
    }
  }

  func ordered(_ classes: [String: ValueClasses]) -> [VariableTable.Variable] {
    var order: [VariableTable.Variable] = []
    var count: [VariableTable.Variable: Int] = [:]
    for atom in all {
      let variable = VariableTable.Variable(atom, schema, isSplit: { classes[$0] != nil })
      if count[variable] == nil { order.append(variable) }
      count[variable, default: 0] += uses[atom] ?? 0
    }
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
    case .fact(let path):
      switch schema[path]?.type {
      case .place: 0
      case .symbol: 1
      case .truth: 2
      default: 3
      }
    case .member: 4
    case .answer(.text(.scope, _)): 6
    case .answer: 5
    }
  }
}
