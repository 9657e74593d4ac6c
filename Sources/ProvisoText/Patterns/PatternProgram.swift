/// A regular expression as steps that a `PatternFinder` takes.
struct PatternProgram: Sendable {
  enum Step: Hashable, Sendable {
    /// One character of the set of this number.
    case scalar(Int32)
    case place(PatternNode.Assertion)
    /// Goes on with the next step and with this one.
    case fork(Int32)
    case jump(Int32)
    case match
  }

  /// The most steps; more would make each character of a text dear.
  private static let mostSteps = 30_000

  private(set) var steps: [Step] = []
  private(set) var sets: [ScalarSet] = []
  /// For each set two words with a bit for each scalar of ASCII.
  private(set) var bits: [UInt64] = []
  /// The bytes of UTF-8 with which a match can begin.
  private(set) var firstBytes: [Bool] = []
  private var numbers: [ScalarSet: Int32] = [:]

  /// The steps of an expression.
  init(_ expression: String) throws(PatternError) {
    try add(try PatternParser.parse(expression))
    try append(.match)
    numbers = [:]
    bits = sets.flatMap { [$0.low, $0.high] }
    firstBytes = try first
  }

  /// Whether a set has a scalar.
  @inline(__always)
  func permits(_ scalar: UInt32, _ set: Int32) -> Bool {
    scalar < 128
      ? bits[Int(set) * 2 + Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1 : sets[Int(set)].contains(scalar)
  }

  private mutating func append(_ step: Step) throws(PatternError) {
    guard steps.count < PatternProgram.mostSteps else {
      throw PatternError(.tooLarge, "the expression is too large; use smaller repetitions")
    }
    steps.append(step)
  }

  private mutating func add(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .scalar(let set):
      let number = numbers[set] ?? Int32(sets.count)
      if numbers.updateValue(number, forKey: set) == nil { sets.append(set) }
      try append(.scalar(number))
    case .place(let assertion): try append(.place(assertion))
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let choices):
      var jumps: [Int] = []
      for choice in choices.dropLast() {
        let fork = steps.count
        try append(.fork(0))
        try add(choice)
        jumps.append(steps.count)
        try append(.jump(0))
        steps[fork] = .fork(Int32(steps.count))
      }
      if let last = choices.last { try add(last) }
      for jump in jumps { steps[jump] = .jump(Int32(steps.count)) }
    case .repeated(let part, let least, let most):
      for _ in 0..<least {
        let before = steps.count
        try add(part)
        // Nothing stays nothing, however often.
        if steps.count == before { return }
      }
      if let most { try addOptional(part, most - least) } else { try addLoop(part) }
    }
  }

  private mutating func addOptional(_ part: PatternNode, _ count: Int) throws(PatternError) {
    var forks: [Int] = []
    for _ in 0..<count {
      forks.append(steps.count)
      try append(.fork(0))
      try add(part)
    }
    for fork in forks { steps[fork] = .fork(Int32(steps.count)) }
  }

  private mutating func addLoop(_ part: PatternNode) throws(PatternError) {
    let fork = steps.count
    try append(.fork(0))
    try add(part)
    try append(.jump(Int32(fork)))
    steps[fork] = .fork(Int32(steps.count))
  }

  /// What the steps before the first character permit, wherever they are taken.
  private var first: [Bool] {
    get throws(PatternError) {
      var bytes = [Bool](repeating: false, count: 256)
      var (seen, waiting) = (Set<Int32>([0]), [Int32(0)])
      func go(_ step: Int32) { if seen.insert(step).inserted { waiting.append(step) } }
      while let step = waiting.popLast() {
        switch steps[Int(step)] {
        case .scalar(let number):
          let set = sets[Int(number)]
          for byte in 0..<128 where set.contains(UInt32(byte)) { bytes[byte] = true }
          if set.reachesBeyondASCII { for byte in 0xC2...0xF4 { bytes[byte] = true } }
        case .place: go(step + 1)
        case .fork(let other):
          go(step + 1)
          go(other)
        case .jump(let other): go(other)
        case .match: throw .matchesNothing
        }
      }
      return bytes
    }
  }
}
