import ProvisoModel

extension Evaluator {
  /// What a value comes to, in words: `47`, `“Hello”`, `[email, sms]`, `none`, or what it depends on.
  public func description(of term: Term) -> String {
    let interpreter = Interpreter(situation)
    switch interpreter.value(term) {
    case .known(.text(let text)): return isWord(term) ? text : "“\(text)”"
    case .known(.words(let words)): return "[\(words.joined(separator: ", "))]"
    case .known(let operand): return operand.description
    case .absent: return "none"
    case .open:
      let facts = Condition.atom(.exists(term)).factsRead.filter(interpreter.isOpen).map(declaredFact)
      return "unknown, depends on \(Set(facts).sorted().joined(separator: ", "))"
    case .failed(let error): return "cannot be computed: \(error.message)"
    }
  }

  /// Whether a text of the value is a word of the language and not somebody's own.
  private func isWord(_ term: Term) -> Bool {
    switch term {
    case .weekday: true
    case .fact(let path): situation.schema[path]?.type != .text
    default: false
    }
  }
}
