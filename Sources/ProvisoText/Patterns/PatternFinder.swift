/// Finds one pattern in texts, in time linear in the text: all ways through the pattern are followed at once, in the
/// order of where they began. Keeps its memory between texts.
struct PatternFinder {
  /// A step that waits for the next character, with the place where its match would begin.
  private struct Thread: BitwiseCopyable {
    let step: Int32, start: Int32
  }

  private let program: PatternProgram
  /// The threads before and behind a character, those that began earliest first.
  private var lists: ([Thread], [Thread]) = ([], [])
  /// For each step the last round in which it was reached.
  private var reached: [Int]
  private var round = 0
  private var stack: [Int32] = []

  init(_ program: PatternProgram) {
    self.program = program
    reached = Array(repeating: 0, count: program.steps.count)
  }

  /// Calls `body` with every place where a match ends, in their order, and the earliest at which one of those begins.
  ///
  /// - Parameter text: well-formed UTF-8.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int32, _ end: Int32) -> Void) {
    var (waiting, following) = lists
    lists = ([], [])
    waiting.removeAll(keepingCapacity: true)
    var (place, before) = (0, UInt32?.none)
    while true {
      if waiting.isEmpty {
        let start = place
        while place < text.count, !program.firstBytes[Int(text[place])] { place += 1 }
        if place > start { before = PatternFinder.scalar(before: place, in: text) }
      }
      guard place < text.count else { break }
      let (scalar, end) = PatternFinder.scalar(at: place, in: text)
      if program.firstBytes[Int(text[place])] {
        // A match may begin here, behind all that began before.
        round += 1
        for thread in waiting { reached[Int(thread.step)] = round }
        let edge = Edge(place: place, before: before, after: scalar, end: text.count)
        reach(Thread(step: 0, start: Int32(place)), edge, &waiting) { _, _ in }
      }
      // Most beginnings end right here.
      if waiting.isEmpty {
        (place, before) = (end, scalar)
        continue
      }
      round += 1
      following.removeAll(keepingCapacity: true)
      let edge = Edge(
        place: end, before: scalar, after: end < text.count ? PatternFinder.scalar(at: end, in: text).scalar : nil,
        end: text.count)
      for thread in waiting {
        guard case .scalar(let set) = program.steps[Int(thread.step)], program.permits(scalar, set) else { continue }
        reach(Thread(step: thread.step + 1, start: thread.start), edge, &following, body)
      }
      swap(&waiting, &following)
      (place, before) = (end, scalar)
    }
    lists = (waiting, following)
  }

  /// Notes the steps that can be reached from one without a further character.
  private mutating func reach(
    _ first: Thread, _ edge: Edge, _ list: inout [Thread], _ matched: (_ start: Int32, _ end: Int32) -> Void
  ) {
    stack.append(first.step)
    while let step = stack.popLast() {
      guard reached[Int(step)] != round else { continue }
      reached[Int(step)] = round
      switch program.steps[Int(step)] {
      case .scalar: list.append(Thread(step: step, start: first.start))
      case .place(let assertion): if edge.fulfils(assertion) { stack.append(step + 1) }
      case .fork(let other):
        stack.append(other)
        stack.append(step + 1)
      case .jump(let other): stack.append(other)
      case .match: if edge.place > first.start { matched(first.start, Int32(edge.place)) }
      }
    }
  }

  /// A place between two characters.
  private struct Edge {
    let place: Int
    /// The characters around it; nil at the ends of the text.
    let before: UInt32?, after: UInt32?
    /// The end of the text.
    let end: Int

    func fulfils(_ assertion: PatternNode.Assertion) -> Bool {
      func isWord(_ scalar: UInt32?) -> Bool {
        guard let scalar, scalar < 128 else { return false }
        return 0x61...0x7A ~= scalar || 0x30...0x39 ~= scalar || 0x41...0x5A ~= scalar || scalar == 0x5F
      }
      switch assertion {
      case .start: return before == nil
      case .end: return after == nil
      case .endOrLastLine: return after == nil || after == 0x0A && place + 1 == end
      case .lineStart: return before == nil || before == 0x0A
      case .lineEnd: return after == nil || after == 0x0A
      case .wordEdge: return isWord(before) != isWord(after)
      case .noWordEdge: return isWord(before) == isWord(after)
      }
    }
  }

  private static func scalar(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> (scalar: UInt32, end: Int) {
    let first = text[place]
    if first < 0x80 { return (UInt32(first), place + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard place + length <= text.count else { return (0xFFFD, text.count) }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in place + 1..<place + length { scalar = scalar << 6 | UInt32(text[next] & 0x3F) }
    return (scalar, place + length)
  }

  private static func scalar(before place: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, in: text).scalar
  }
}
