import ProvisoModel

/// A table while values of its unknown facts are tried, thousands of times for one rule.
///
/// The answer of an atom hangs on a few of the values alone. It is computed once for each choice of those, by the
/// interpreter with these guesses, and looked up from then on.
final class TriedTable {
  /// For each variable the number of the value that is tried; -1 while none is.
  var choice: [Int]

  private let table: DecisionTable
  private let variables: [Variable]
  private let values: [[Interpreter.Guess]]
  private let interpreter: Interpreter
  private var rows: [Part] = []
  private var atoms: [Atom: TriedAtom] = [:]

  private indirect enum Part {
    case constant(Bool)
    case not(Part)
    case all([Part])
    case any([Part])
    case atom(TriedAtom)
  }

  /// - Parameter values: for each variable those that are tried.
  init(
    _ table: DecisionTable, _ variables: [Variable], _ values: [[Interpreter.Guess]], _ interpreter: Interpreter
  ) {
    (self.table, self.variables, self.values, self.interpreter) = (table, variables, values, interpreter)
    choice = Array(repeating: -1, count: variables.count)
    rows = table.rows.map { part($0.condition) }
  }

  private func part(_ condition: Condition) -> Part {
    switch condition {
    case .constant(let value): .constant(value)
    case .not(let inner): .not(part(inner))
    case .all(let parts): .all(parts.map(part))
    case .any(let parts): .any(parts.map(part))
    case .atom(let atom): .atom(tried(atom))
    }
  }

  private func tried(_ atom: Atom) -> TriedAtom {
    if let known = atoms[atom] { return known }
    let facts = atom.factsRead
    let tried = TriedAtom(atom, variables.indices.filter { variables[$0].tells(on: atom, reading: facts) }, values)
    atoms[atom] = tried
    return tried
  }

  /// What the table comes to with the values chosen.
  var ending: Interpreter.Ending { Interpreter.ending(of: table, rows.lazy.map(truth)) }

  private func truth(_ part: Part) -> Truth {
    switch part {
    case .constant(let value): Truth(value)
    case .not(let inner): truth(inner).negated
    case .all(let parts): Truth.joined(parts.lazy.map(truth), ending: false)
    case .any(let parts): Truth.joined(parts.lazy.map(truth), ending: true)
    case .atom(let atom): truth(atom)
    }
  }

  private func truth(_ tried: TriedAtom) -> Truth {
    if let known = tried.answer(for: choice) { return known }
    var guessing = interpreter
    for variable in tried.variables where choice[variable] >= 0 {
      guessing.guesses[variables[variable]] = values[variable][choice[variable]]
    }
    let truth = guessing.truth(tried.atom)
    tried.keep(truth, for: choice)
    return truth
  }
}

/// An atom with the answers that were computed so far.
private final class TriedAtom {
  /// The most answers kept of one atom; one that hangs on more values is computed anew each time.
  private static let mostAnswers = 4096

  let atom: Atom
  /// The variables that its answer hangs on.
  let variables: [Int]
  /// How far apart answers stand whose choices differ by one in a variable.
  private var strides: [Int] = []
  /// For each choice the number of its answer; -1 where it was not asked for yet.
  private var places: [Int32] = []
  private var answers: [Truth] = []

  init(_ atom: Atom, _ variables: [Int], _ values: [[Interpreter.Guess]]) {
    (self.atom, self.variables) = (atom, variables)
    var count = 1
    for variable in variables {
      strides.append(count)
      count *= values[variable].count + 1
      guard count <= TriedAtom.mostAnswers else { return }
    }
    places = Array(repeating: -1, count: count)
  }

  private func place(of choice: [Int]) -> Int {
    var place = 0
    for number in variables.indices { place += (choice[variables[number]] + 1) * strides[number] }
    return place
  }

  func answer(for choice: [Int]) -> Truth? {
    guard !places.isEmpty else { return nil }
    let number = places[place(of: choice)]
    return number < 0 ? nil : answers[Int(number)]
  }

  func keep(_ answer: Truth, for choice: [Int]) {
    guard !places.isEmpty else { return }
    places[place(of: choice)] = Int32(answers.count)
    answers.append(answer)
  }
}

extension Variable {
  /// Whether a guess about it may change the answer of an atom that reads `facts`.
  fileprivate func tells(on atom: Atom, reading facts: Set<String>) -> Bool {
    // What is said of the atoms of a condition inside a list tells on the whole of it.
    let isList = if case .anyItem = atom { true } else { false }
    return switch self {
    case .fact(let path): facts.contains(path)
    case .member(let path, let word): atom == .member(path, word) || isList && facts.contains(path)
    case .answer(let other, nil, _): atom == other
    case .answer(_, .some, let open): isList && facts.isSuperset(of: open)
    }
  }
}
