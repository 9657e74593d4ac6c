import ProvisoModel

/// What is known of a condition: its answer, or why it has none.
enum Answered<Open, Failure> {
  case yes
  case no
  /// It depends on something unknown, and perhaps on more.
  case open(Open)
  case failed(Failure)

  init(_ value: Bool) { self = value ? .yes : .no }

  /// Whether it is yes or no; nil for anything else.
  var isYes: Bool? {
    switch self {
    case .yes: true
    case .no: false
    case .open, .failed: nil
    }
  }

  /// What is known of the condition that holds where this one does not.
  var negated: Answered {
    switch self {
    case .yes: .no
    case .no: .yes
    case .open, .failed: self
    }
  }

  /// The first `ending` decides, whatever is open or failed before it; without one, the first that is open, since it may
  /// still end the matter; else the first that failed.
  ///
  /// - Parameter truth: what is known of a part; it is not asked for parts behind the end.
  static func joined<Parts: Sequence>(
    _ parts: Parts, ending: Bool, _ truth: (Parts.Element) -> Answered
  ) -> Answered {
    var open: Answered?
    var failed: Answered?
    for part in parts {
      let truth = truth(part)
      switch truth {
      case .yes: if ending { return truth }
      case .no: if !ending { return truth }
      case .open: if open == nil { open = truth }
      case .failed: if failed == nil { failed = truth }
      }
    }
    return open ?? failed ?? Answered(!ending)
  }
}

/// What is known of a condition, with the first variable it depends on.
typealias Truth = Answered<Variable, EvaluationError>

/// Something unknown that a condition depends on.
enum Variable: Hashable {
  /// The value of a fact.
  case fact(String)
  /// Whether a set-valued fact holds a word.
  case member(String, String)
  /// The answer of an atom that cannot be split further, for one item of a list or for the whole draft, with the
  /// unknown facts it depends on.
  case answer(Atom, item: DraftItem?, facts: [String])

  /// The facts that would settle it.
  var facts: [String] {
    switch self {
    case .fact(let path), .member(let path, _): [path]
    case .answer(_, _, let facts): facts
    }
  }
}

/// Why a condition has no answer although everything is known.
public enum EvaluationError: Error, Hashable, Sendable {
  /// A result is out of range.
  case overflow
  case divisionByZero
  /// A parameter has no value on the day.
  case noValueInForce(parameter: String)

  /// One sentence, lower case, without a full stop.
  public var message: String {
    switch self {
    case .overflow: "a number or date in this rule is out of range"
    case .divisionByZero: "this rule divides by zero"
    case .noValueInForce(let parameter): "`\(parameter)` has no value on this day"
    }
  }
}
