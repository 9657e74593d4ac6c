import ProvisoModel
import ProvisoSource

/// What is wrong with a declared fact.
enum FactProblem: Hashable {
  case unknownFact(String, near: String?)
  case notAGroup(String)
  case oneByOne(String, each: String)
  case declaredTwice(String, first: Span)
  case cannotBeAbsent(String)
  case notSingle(String)
  case hasNoParts(String)
  case wrongDate(String, String)
  case wrongValue(String, String, expected: String, near: String?)
  case unknownPlace(String, near: String?)
  case notAFact
  case noAudiences
  case noAssignment

  func diagnostic(in source: SourceFile, at span: Span) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    if case .declaredTwice(_, let first) = self { notes = [.init("first declared here", at: first)] }
    return Diagnostic(id, message, in: source.name, at: span, notes: notes, help: help)
  }

  private var id: String {
    switch self {
    case .unknownFact: "fact.unknown"
    case .notAGroup, .hasNoParts, .notAFact, .noAudiences: "fact.shape"
    case .oneByOne: "fact.each"
    case .declaredTwice: "fact.twice"
    case .cannotBeAbsent: "fact.absent"
    case .notSingle, .wrongDate, .wrongValue: "fact.value"
    case .unknownPlace: "fact.place"
    case .noAssignment: "fact.assignment"
    }
  }

  private var message: String {
    switch self {
    case .unknownFact(let path, _): "unknown fact `\(path.shown)`"
    case .notAGroup(let path): "`\(path.shown)` is a group of facts and has no value of its own"
    case .oneByOne(let path, _): "`\(path)` is looked at one place at a time and cannot be declared"
    case .declaredTwice(let path, _): "`\(path)` is declared twice"
    case .cannotBeAbsent(let path): "`\(path)` cannot be `null`: there is always an answer"
    case .notSingle(let path): "`\(path)` has one value, not a list"
    case .hasNoParts(let path): "`\(path)` has no parts: a word, a number or a list of them is expected"
    case .wrongDate(let path, let value): "`\(path)`: \(CalendarDate.problem(of: value.shown))"
    case .wrongValue(let path, let value, let expected, _):
      "`\(path)` cannot be `\(value.shown)`: it must be \(expected)"
    case .unknownPlace(let code, _): "unknown place `\(code.shown)`"
    case .notAFact: "facts are a mapping of names to values"
    case .noAudiences: "audiences are a list of places, each with the facts that hold there"
    case .noAssignment: "this is no `fact=value`"
    }
  }

  private var help: String? {
    switch self {
    case .unknownFact(_, let near), .unknownPlace(_, let near), .wrongValue(_, _, _, let near):
      near.map(suggestion)
    case .oneByOne(_, let each): "declare `\(each)`"
    case .cannotBeAbsent: "leave it out, or write `unknown`, when it is not known"
    case .noAudiences:
      "write `[{ regions: [DE], consent.status: none }]`; a place alone, such as `DE`, has no facts of its own"
    default: nil
    }
  }
}
