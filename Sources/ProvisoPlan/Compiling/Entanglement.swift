import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// Finds facts on which the answers of several variables hang in ways that a diagram does not know.
///
/// To the diagram every answer is a variable of its own. The interpreter knows that one value of a fact stands behind
/// all of them.
enum Entanglement {
  /// The entangled facts of a rule with these variables.
  static func facts(of variables: [VariableTable.Variable], _ schema: FactSchema) -> Set<String> {
    var answers: [String: Int] = [:]
    var others: Set<String> = []
    var places: Set<String> = []
    var divided: Set<String> = []
    for variable in variables {
      switch variable {
      case .answer(let atom):
        for fact in valued(atom.value, schema) { answers[fact, default: 0] += 1 }
        // The places held may be all there are, and what is left open is then settled.
        if case .placeIn(let path, _) = atom.value { places.insert(path) }
      // Of a fact in several parts the diagram knows each part, and not what they have to do with each other.
      case .fact(let path, _): if !others.insert(path).inserted { divided.insert(path) }
      case .member: break
      }
    }
    return places.union(divided).union(answers.filter { $0.value > 1 || others.contains($0.key) }.keys)
  }

  /// The facts of an atom of which the interpreter tries the values.
  private static func valued(_ atom: Atom, _ schema: FactSchema) -> Set<String> {
    switch atom {
    case .truth(let path), .symbol(let path, _), .place(let path, _), .present(let path): [path]
    case .compared, .wordAmong: atom.factsRead.filter { schema[$0]?.type.isOrdered == true }
    case .placeIn, .member, .memberPlace, .exists, .field, .fieldAmong, .text, .anyItem: []
    }
  }
}
