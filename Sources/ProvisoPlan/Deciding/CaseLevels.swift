import ProvisoModel
import ProvisoPacks

/// How grave each case of each rule is, in one array.
struct CaseLevels: Sendable {
  /// For each rule where its cases begin in `levels`.
  private let starts: [Int32]
  private let levels: [Level]

  init(_ rules: [PlannedRule]) {
    var starts: [Int32] = []
    var levels: [Level] = []
    for rule in rules {
      starts.append(Int32(levels.count))
      levels += rule.levels
    }
    (self.starts, self.levels) = (starts, levels)
  }

  @inline(__always)
  func level(of rule: Int, _ number: Int) -> Level { levels[Int(starts[rule]) + number] }
}
