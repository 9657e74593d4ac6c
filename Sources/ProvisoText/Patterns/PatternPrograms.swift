import Synchronization

/// The patterns of a set each by itself, ready to say where a match begins. They are made when they are first needed.
final class PatternPrograms: Sendable {
  let expressions: [String]
  private let made: Mutex<[PatternProgram?]>

  init(_ expressions: [String]) {
    self.expressions = expressions
    made = Mutex(Array(repeating: nil, count: expressions.count))
  }

  /// One pattern.
  func program(_ number: Int) throws(PatternError) -> PatternProgram {
    try made.withLock { (made) throws(PatternError) in
      if let known = made[number] { return known }
      let program = try PatternProgram(expressions[number])
      made[number] = program
      return program
    }
  }
}
