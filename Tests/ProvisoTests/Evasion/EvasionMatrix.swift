import Foundation
import ProvisoTestSupport

/// How many examples of each rule are caught behind each transformation.
struct EvasionMatrix {
  struct Count {
    var caught = 0, tried = 0
  }

  private var counts: [String: [Transformation: Count]] = [:]
  /// What was missed, for people.
  private(set) var misses: [String] = []

  mutating func add(_ rule: String, _ transformation: Transformation, isCaught: Bool, text: String) {
    counts[rule, default: [:]][transformation, default: Count()].tried += 1
    if isCaught {
      counts[rule, default: [:]][transformation, default: Count()].caught += 1
    } else {
      misses.append("\(rule) \(transformation): \(text)")
    }
  }

  /// Everything together, or one transformation.
  func total(_ transformation: Transformation? = nil) -> Count {
    counts.values.flatMap(\.self).filter { transformation == nil || $0.key == transformation }
      .reduce(into: Count()) {
        $0.caught += $1.value.caught
        $0.tried += $1.value.tried
      }
  }

  /// One line a rule, one column a transformation, the totals below.
  var description: String {
    let columns = Transformation.allCases
    let width = (counts.keys.map(\.count).max() ?? 0) + 2
    func cell(_ count: Count?) -> String {
      let text = count.map { "\($0.caught)/\($0.tried)" } ?? "-"
      return String(repeating: " ", count: max(1, 10 - text.count)) + text
    }
    func line(_ name: String, _ cells: [String]) -> String {
      name.padding(toLength: width, withPad: " ", startingAt: 0) + cells.joined()
    }
    let heading = columns.map { String(repeating: " ", count: max(1, 10 - $0.rawValue.count)) + $0.rawValue.prefix(9) }
    let rules = counts.keys.sorted().map { rule in line(rule, columns.map { cell(counts[rule]?[$0]) }) }
    return ([line("", heading)] + rules + [line("all", columns.map { cell(total($0)) })]).joined(separator: "\n")
  }
}
