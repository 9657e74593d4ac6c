import ProvisoModel

/// What is known of a condition.
enum Truth: Hashable {
  case yes
  case no
  /// It depends on this variable, and perhaps on more.
  case open(Variable)
  case failed(EvaluationError)

  init(_ value: Bool) { self = value ? .yes : .no }

  /// What is known of the condition that holds where this one does not.
  var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .open, .failed: self
    }
  }

  /// The first `ending` decides, whatever is open or failed before it; without one, the first that is not settled.
  static func joined(_ parts: some Sequence<Truth>, ending: Bool) -> Truth {
    var unsettled: Truth?
    for part in parts {
      switch (part, ending) {
      case (.yes, true), (.no, false): return part
      case (.yes, false), (.no, true): continue
      case (.failed, _): if unsettled == nil { unsettled = part }
      case (.open, _): unsettled = openFirst(unsettled, part)
      }
    }
    return unsettled ?? Truth(!ending)
  }

  /// What is open may still end the matter, so it comes before what failed.
  private static func openFirst(_ earlier: Truth?, _ open: Truth) -> Truth {
    if case .open = earlier { return earlier ?? open }
    return open
  }
}

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
