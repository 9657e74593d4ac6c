import ProvisoModel

/// A table while values of its unknown facts are tried, thousands of times for one rule.
///
/// The answer of an atom hangs on a few of the values alone. It is computed once for each choice of those, by the
/// interpreter with these guesses, and looked up from then on.
struct TriedTable {
  /// For each variable the number of the value that is tried; -1 while none is.
  var choice: [Int]

  private typealias Tried = Answered<Void, Int>

  private enum Part {
    case constant(Bool)
    /// The number of a part, or a stretch of `members`.
    case not(Int)
    case all(Range<Int>)
    case any(Range<Int>)
    case atom(Int)
  }

  /// Where the answers of an atom stand.
  private struct Place {
    /// The variables that it hangs on, a stretch of `hooks`.
    let hooks: Range<Int>
    /// The first of its answers; nil where there would be too many to keep.
    let first: Int?
  }

  /// The most answers kept of one atom.
  private static let mostAnswers = 1024

  private let table: DecisionTable
  private let variables: [Variable]
  private let values: [[Interpreter.Guess]]
  private let interpreter: Interpreter
  private var parts: [Part] = []
  private var members: [Int] = []
  private var rows: [Int] = []
  private var atoms: [Atom] = []
  private var numbers: [Atom: Int] = [:]
  private var places: [Place] = []
  /// Variables, and how far apart answers stand whose choices differ by one in them.
  private var hooks: [(variable: Int, stride: Int)] = []
  /// The answers that were computed so far; of a failure the number of its error.
  private var answers: [Tried?] = []
  private var errors: [EvaluationError] = []

  /// - Parameter values: for each variable those that are tried.
  init(
    _ table: DecisionTable, _ variables: [Variable], _ values: [[Interpreter.Guess]], _ interpreter: Interpreter
  ) {
    (self.table, self.variables, self.values, self.interpreter) = (table, variables, values, interpreter)
    choice = Array(repeating: -1, count: variables.count)
    for row in table.rows { rows.append(add(row.condition)) }
  }

  private mutating func add(_ condition: Condition) -> Int {
    let part: Part =
      switch condition {
      case .constant(let value): .constant(value)
      case .not(let inner): .not(add(inner))
      case .all(let parts): .all(add(parts))
      case .any(let parts): .any(add(parts))
      case .atom(let atom): .atom(add(atom))
      }
    parts.append(part)
    return parts.count - 1
  }

  private mutating func add(_ conditions: [Condition]) -> Range<Int> {
    var added: [Int] = []
    for condition in conditions { added.append(add(condition)) }
    members += added
    return members.count - added.count..<members.count
  }

  private mutating func add(_ atom: Atom) -> Int {
    if let known = numbers[atom] { return known }
    let facts = atom.factsRead
    let start = hooks.count
    var count = 1
    for variable in variables.indices where variables[variable].tells(on: atom, reading: facts) {
      hooks.append((variable, count))
      count = min(count * (values[variable].count + 1), TriedTable.mostAnswers + 1)
    }
    let isKept = count <= TriedTable.mostAnswers
    places.append(Place(hooks: start..<hooks.count, first: isKept ? answers.count : nil))
    if isKept { answers += Array(repeating: nil, count: count) }
    numbers[atom] = atoms.count
    atoms.append(atom)
    return atoms.count - 1
  }

  /// What the table comes to with the values chosen.
  mutating func ending() -> DecisionTable.Ending<EvaluationError> {
    let (table, rows) = (table, rows)
    return switch table.ending({ truth(rows[$0]) }) {
    case .decided(let result): .decided(result)
    case .open: .open
    case .failed(let number): .failed(errors[number])
    }
  }

  private mutating func truth(_ part: Int) -> Tried {
    switch parts[part] {
    case .constant(let value): Tried(value)
    case .not(let inner): truth(inner).negated
    case .all(let stretch): Tried.joined(stretch, ending: false) { truth(members[$0]) }
    case .any(let stretch): Tried.joined(stretch, ending: true) { truth(members[$0]) }
    case .atom(let atom): answer(of: atom)
    }
  }

  private mutating func answer(of atom: Int) -> Tried {
    let place = places[atom]
    guard var slot = place.first else { return computed(atom, place) }
    for number in place.hooks {
      let hook = hooks[number]
      slot += (choice[hook.variable] + 1) * hook.stride
    }
    if let known = answers[slot] { return known }
    let answer = computed(atom, place)
    answers[slot] = answer
    return answer
  }

  private mutating func computed(_ atom: Int, _ place: Place) -> Tried {
    var guessing = interpreter
    for hook in hooks[place.hooks] where choice[hook.variable] >= 0 {
      guessing.guesses[variables[hook.variable]] = values[hook.variable][choice[hook.variable]]
    }
    switch guessing.truth(atoms[atom]) {
    case .yes: return .yes
    case .no: return .no
    case .open: return .open(())
    case .failed(let error):
      errors.append(error)
      return .failed(errors.count - 1)
    }
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
