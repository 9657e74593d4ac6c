import ProvisoLanguage
import ProvisoLogic
import ProvisoModel
import ProvisoSource

/// The variables of a plan's diagram, and how each atom reads from one of them.
///
/// What is known about facts is built into the variables: a fact with one value is one variable with many values, and
/// numbers and dates are cut into the intervals that rules can tell apart. So no path of the diagram is impossible.
struct VariableTable: Sendable {
  /// What a variable stands for.
  enum Variable: Hashable, Sendable, Storable {
    /// The value of a fact, by the class of values that rules cannot tell apart. A fact with more classes than a word
    /// has bits is asked in several parts.
    case fact(String, part: Int)
    /// Whether a set-valued fact holds a word.
    case member(String, String)
    /// The answer of any other atom.
    case answer(Deferred<Atom>)
  }

  /// The variables in the order the diagram asks them.
  let variables: [Variable]
  /// For each variable the number of its values.
  let domains: [Int]
  /// For each fact-valued variable how values fall into classes, part after part.
  let classes: [String: [ValueClasses]]
  /// The variables that hang on each fact, for binding what is declared.
  let variablesByFact: [String: [Int]]

  /// Lays out the variables for `tables`.
  ///
  /// The order puts first what splits most: the place, then the facts with a few values that many rules ask, then
  /// dates and numbers, then members of sets, and last what must be computed from the draft, the text behind the rest.
  /// It keeps diagrams small, since rules that speak of one place share no node with those of another, and it lets a
  /// walk end before anything dear is computed. Ties go to the more used, then to the earlier rule, so that the same
  /// packs always give the same order.
  ///
  /// - Parameter asWritten: whether variables are asked in the order of the rules' text instead.
  init(_ tables: [DecisionTable], _ schema: FactSchema, asWritten: Bool = false) {
    var layout = VariableLayout(schema)
    for table in tables { layout.add(table) }
    (classes, parts) = layout.classes()
    variables = layout.ordered(parts, asWritten: asWritten)
    domains = variables.map { [classes] variable in
      if case .fact(let path, let part) = variable { classes[path]?[part].count ?? 1 } else { 2 }
    }
    variablesByFact = VariableTable.byFact(variables)
  }

  /// In which part of its fact's classes each atom is told apart; empty in a plan that was read back.
  let parts: [Atom: Int]

  private static func byFact(_ variables: [Variable]) -> [String: [Int]] {
    var byFact: [String: [Int]] = [:]
    for (number, variable) in variables.enumerated() {
      switch variable {
      case .fact(let path, _), .member(let path, _): byFact[path, default: []].append(number)
      case .answer: break
      }
    }
    return byFact
  }

  /// The number of each variable.
  var numbers: [Variable: Int] { Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1, $0) }) }
}

extension VariableTable.Variable {
  /// The variable that decides an atom; `part` says in which part of a fact's classes the atom is told apart.
  init(_ atom: Atom, _ schema: FactSchema, part: (Atom) -> Int?) {
    switch atom {
    case .truth(let path), .symbol(let path, _), .place(let path, _), .present(let path):
      self = part(atom).map { .fact(path, part: $0) } ?? .answer(Deferred(atom))
    case .member(let path, let word): self = .member(path, word)
    case .compared:
      if let threshold = Threshold(atom, schema), let part = part(atom) {
        self = .fact(threshold.fact, part: part)
      } else {
        self = .answer(Deferred(atom))
      }
    case .placeIn, .memberPlace, .wordAmong, .exists, .field, .fieldAmong, .text, .anyItem:
      self = .answer(Deferred(atom))
    }
  }
}

extension VariableTable {
  /// The variables, their domains and the classes of values.
  func store(in writer: inout ByteWriter) {
    writer.write(variables, domains, classes.count)
    for (path, classes) in classes.sorted(by: { $0.key < $1.key }) {
      writer.write(path, classes.count)
      for part in classes { part.store(in: &writer) }
    }
  }

  /// What `store` wrote.
  init(from reader: inout ByteReader, _ schema: FactSchema) throws(DamagedBytes) {
    variables = try reader.read()
    domains = try reader.read()
    var classes: [String: [ValueClasses]] = [:]
    for _ in 0..<(try reader.readCount()) {
      let path = try reader.read(String.self)
      for _ in 0..<(try reader.readCount()) {
        classes[path, default: []].append(try ValueClasses(from: &reader, schema.places))
      }
    }
    self.classes = classes
    variablesByFact = VariableTable.byFact(variables)
    parts = [:]
  }
}

extension VariableTable.Variable {
  func store(in writer: inout ByteWriter) {
    switch self {
    case .fact(let path, let part): writer.write(UInt8(0), path, part)
    case .member(let path, let word): writer.write(UInt8(1), path, word)
    case .answer(let atom): writer.write(UInt8(2), atom)
    }
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .fact(try reader.read(), part: try reader.read())
    case 1: self = .member(try reader.read(), try reader.read())
    case 2: self = .answer(try reader.read())
    default: throw DamagedBytes()
    }
  }
}
