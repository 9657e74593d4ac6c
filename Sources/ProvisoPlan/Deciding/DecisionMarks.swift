import ProvisoLanguage
import ProvisoModel

/// Collects what rules say of one draft, audience after audience.
struct DecisionMarks {
  private(set) var marks: [Decision.Mark] = []
  private(set) var open: [RuleDecision] = []
  private(set) var shared: [[Int32]] = []

  /// Makes room for a number of further marks.
  mutating func reserve(_ count: Int) {
    marks.reserveCapacity(marks.count + count)
  }

  /// Notes that a rule is broken.
  @inline(__always)
  mutating func addBroken(_ rule: Int, _ number: Int32, _ level: Level, _ audience: Int, isLocal: Bool) {
    if audience > 0, join(marks.firstIndex { $0.rule == rule && $0.broken == number && $0.detail < 0 }, audience) {
      return
    }
    marks.append(
      Decision.Mark(rule: rule, broken: number, audience: audience, level: level, isLocal: isLocal))
  }

  /// Notes that a rule is not decided, or that it is broken by a case that is not.
  ///
  /// - Parameter broken: the mildest case by which it is broken; -1 for a rule that is not decided.
  mutating func addOpen(
    _ rule: Int, _ decision: RuleDecision, broken: Int32 = -1, _ level: Level, _ audience: Int, isLocal: Bool
  ) {
    let same =
      audience == 0
      ? nil
      : marks.firstIndex {
        $0.rule == rule && $0.broken == broken && $0.detail >= 0 && open[Int($0.detail)] == decision
      }
    if join(same, audience) { return }
    marks.append(
      Decision.Mark(
        rule: rule, broken: broken, detail: open.count, audience: audience, level: level, isLocal: isLocal))
    self.open.append(decision)
  }

  /// Adds an audience to a mark that says the same of others; false where there is none.
  private mutating func join(_ place: Int?, _ audience: Int) -> Bool {
    guard let place else { return false }
    if marks[place].audiences < 0 {
      marks[place].audiences = Int32(shared.count)
      shared.append([marks[place].audience])
    }
    shared[Int(marks[place].audiences)].append(Int32(audience))
    return true
  }

  /// Puts the marks of several audiences into the order of the rules.
  mutating func sort() {
    let ordered = marks.enumerated().sorted { ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset) }
    marks = ordered.map(\.element)
  }
}
