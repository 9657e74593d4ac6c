import ProvisoLanguage
import ProvisoLogic
import ProvisoSource

/// Names the rules that may be broken or undetermined, from the facts and from what was found in the text.
///
/// Of every way through the diagram that ends in a failure it knows the facts, and what must be found in the text. Ways
/// that need nothing found are narrowed down together, as rows of bits; one that needs something is looked at only when
/// it was found. A rule none of whose ways is left is kept or does not apply, whatever the unknown facts turn out to be,
/// and costs nothing. A way that hangs on facts and on one find alone decides its rule by itself, once they are known.
struct Dispatch: Sendable {
  /// A fact that a way asks, with the values that lead along it.
  struct Step: BitwiseCopyable {
    let variable: Int
    /// A bit for each.
    let values: UInt64
  }

  /// Where a way ends: its rule, the case it breaks by itself or -1, and its facts, a stretch of `steps`.
  fileprivate struct WayEnd: BitwiseCopyable {
    let rule: Int32
    let broken: Int32
    let firstStep: Int32
    let endStep: Int32
  }

  /// Ways that a trigger leads to and that share a test: a stretch of `ways`, and the variable, or -1.
  private struct Stretch: BitwiseCopyable {
    let test: Int32
    let firstWay: Int32
    let endWay: Int32
  }

  /// For each way its rule, the case it breaks by itself or -1, and where its facts begin in `steps`. Those that need
  /// nothing found stand first, behind them those that need each trigger, one trigger after the other: what is looked at
  /// together stands together.
  private let ways: FlatArray<WayEnd>
  private let steps: FlatArray<Step>
  /// How many ways need nothing found, and what facts permit of them.
  private let untriggered: Int
  private let rows: WayRows
  private let stretches: FlatArray<Stretch>
  /// For each trigger, numbered by `TextTables`, where its stretches begin in `stretches`, and one entry more.
  private let triggerStarts: FlatArray<Int32>

  /// The ways of all rules.
  ///
  /// - Parameter isSettledFirst: for each variable whether it is settled before any rule is looked at.
  init(
    _ diagram: Diagram, _ rules: [CompiledRules.Entry], _ table: VariableTable, _ tests: TextTests,
    isSettledFirst: [Bool], _ texts: TextTables
  ) {
    let finder = WayFinder(diagram, table, tests, isSettledFirst, texts.vocabularies.commonness)
    let ways = rules.indices.flatMap { finder.ways(of: $0, rules[$0]) }
    let silent = ways.filter { $0.triggers.isEmpty }
    var triggered = [[WayFinder.Way]](repeating: [], count: texts.triggerCount)
    for way in ways { for trigger in way.triggers { triggered[trigger].append(way) } }
    var stretches: [Stretch] = []
    var starts: [Int32] = [0]
    var first = Int32(silent.count)
    for trigger in triggered.indices {
      triggered[trigger].sort { $0.test < $1.test }
      for way in triggered[trigger] {
        let begins = stretches.count == Int(starts[trigger]) || stretches.last?.test != way.test
        let firstWay = begins ? first : stretches.removeLast().firstWay
        stretches.append(Stretch(test: way.test, firstWay: firstWay, endWay: first + 1))
        first += 1
      }
      starts.append(Int32(stretches.count))
    }
    (self.stretches, triggerStarts) = (FlatArray(stretches), FlatArray(starts))
    var steps: [Step] = []
    let ends = (silent + triggered.joined()).map { way in
      let first = Int32(steps.count)
      steps += way.steps
      return WayEnd(rule: Int32(way.rule), broken: way.broken, firstStep: first, endStep: Int32(steps.count))
    }
    (self.ways, self.steps, untriggered) = (FlatArray(ends), FlatArray(steps), silent.count)
    rows = WayRows(silent.map(\.steps), table.domains)
  }

  /// Memory for looking up candidates.
  struct Memory {
    /// One bit for each rule of the plan, set for those to look at, and for those that are broken.
    fileprivate(set) var candidates: [UInt64], broken: [UInt64]
    /// For each broken rule the number of the case.
    fileprivate(set) var cases: [Int32]

    init(rules: Int) {
      candidates = Array(repeating: 0, count: (rules + 63) / 64)
      broken = candidates
      cases = Array(repeating: 0, count: rules)
    }
  }

  /// Sorts out the rules that are broken, and those to look at.
  ///
  /// - Parameters:
  ///   - possible: what is known of each variable.
  ///   - tests: what finds say of variables.
  ///   - found: what was found in the text.
  ///   - isPlain: whether what was found counts for the whole text.
  func sort(
    _ possible: [UInt64], _ domains: [Int], _ tests: TextTests, found: TriggerSet, isPlain: Bool,
    _ memory: inout Memory
  ) {
    let count = memory.candidates.count
    memory.candidates.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    memory.broken.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    guard count > 0 else { return }
    possible.withUnsafeBufferPointer { possible in
      ways.withUnsafeBufferPointer { ways in
        steps.withUnsafeBufferPointer { steps in
          memory.withSorter(possible, ways, steps) { sorter in
            sortUntriggered(possible, domains, sorter)
            sortTriggered(found, tests, isPlain: isPlain, sorter)
          }
        }
      }
    }
  }

  /// Sorts the rules of the ways that need nothing found.
  private func sortUntriggered(_ possible: UnsafeBufferPointer<UInt64>, _ domains: [Int], _ sorter: Sorter) {
    let words = (untriggered + 63) / 64
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, 2 * words)) { working in
      working.initialize(repeating: .max)
      let open = UnsafeMutableBufferPointer(rebasing: working[..<words])
      let certain = UnsafeMutableBufferPointer(rebasing: working[words...])
      if untriggered & 63 != 0 { open[words - 1] = 1 << UInt64(untriggered & 63) - 1 }
      rows.narrow(open, certain, possible, domains)
      for word in 0..<words {
        var rest = open[word]
        while rest != 0 {
          let bit = rest & ~(rest &- 1)
          sorter.note(sorter.ways[word << 6 + rest.trailingZeroBitCount], isCertain: certain[word] & bit != 0)
          rest ^= bit
        }
      }
    }
  }

  /// Sorts the rules of the ways that need something that was found.
  private func sortTriggered(_ found: TriggerSet, _ tests: TextTests, isPlain: Bool, _ sorter: Sorter) {
    triggerStarts.withUnsafeBufferPointer { starts in
      stretches.withUnsafeBufferPointer { stretches in
        for trigger in found.numbers {
          for number in Int(starts[Int(trigger)])..<Int(starts[Int(trigger) + 1]) {
            let stretch = stretches[number]
            if stretch.test >= 0, tests.isSilent(Int(stretch.test), found) { continue }
            for way in Int(stretch.firstWay)..<Int(stretch.endWay) { sorter.look(at: way, isFound: isPlain) }
          }
        }
      }
    }
  }

  /// Sorts the rule of one way after the other.
  fileprivate struct Sorter {
    let possible: UnsafeBufferPointer<UInt64>
    let ways: UnsafeBufferPointer<WayEnd>
    let steps: UnsafeBufferPointer<Step>
    let candidates: UnsafeMutableBufferPointer<UInt64>
    let broken: UnsafeMutableBufferPointer<UInt64>
    let cases: UnsafeMutableBufferPointer<Int32>

    /// Notes the rule of a way, unless what is known rules the way out: as broken, if the way shows that alone and its
    /// facts are known, else as one to look at.
    ///
    /// - Parameter isFound: whether what the way needs was found for certain.
    @inline(__always)
    func look(at way: Int, isFound: Bool) {
      let end = ways[way]
      var isCertain = isFound
      for number in Int(end.firstStep)..<Int(end.endStep) {
        let step = steps[number]
        let values = possible[step.variable]
        if values & step.values == 0 { return }
        if values & ~step.values != 0 { isCertain = false }
      }
      note(end, isCertain: isCertain)
    }

    /// Notes the rule of a way that is open: as broken, if the way is certain and shows that alone.
    @inline(__always)
    func note(_ end: WayEnd, isCertain: Bool) {
      let (word, bit) = (Int(end.rule) >> 6, UInt64(1) << UInt64(end.rule & 63))
      if isCertain, end.broken >= 0 {
        broken[word] |= bit
        cases[Int(end.rule)] = end.broken
      } else {
        candidates[word] |= bit
      }
    }
  }
}

extension Dispatch.Memory {
  fileprivate mutating func withSorter(
    _ possible: UnsafeBufferPointer<UInt64>, _ ways: UnsafeBufferPointer<Dispatch.WayEnd>,
    _ steps: UnsafeBufferPointer<Dispatch.Step>, _ body: (Dispatch.Sorter) -> Void
  ) {
    candidates.withUnsafeMutableBufferPointer { candidates in
      broken.withUnsafeMutableBufferPointer { broken in
        cases.withUnsafeMutableBufferPointer { cases in
          body(
            Dispatch.Sorter(
              possible: possible, ways: ways, steps: steps, candidates: candidates, broken: broken, cases: cases))
        }
      }
    }
  }
}

extension Dispatch {
  /// Its arrays as they are.
  func store(in writer: inout ByteWriter) {
    writer.write(untriggered)
    writer.write(ways)
    writer.write(steps)
    rows.store(in: &writer)
    writer.write(stretches)
    writer.write(triggerStarts)
  }

  /// What `store` wrote.
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    untriggered = try reader.read()
    ways = try reader.read()
    steps = try reader.read()
    rows = try WayRows(from: &reader)
    stretches = try reader.read()
    triggerStarts = try reader.read()
  }
}
