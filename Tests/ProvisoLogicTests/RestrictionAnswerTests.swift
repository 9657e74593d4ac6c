import ProvisoLogic
import ProvisoTestSupport
import Testing

@Suite struct RestrictionAnswerTests {
  private static let domains = [2, 3, 2, 4, 2, 3]

  /// A function of all variables, put together at random.
  private static func diagram(_ random: inout SeededRandom) throws -> Diagram {
    var builder = DiagramBuilder(domains: domains, limit: 10_000)
    var parts: [Reference] = []
    for variable in Array(domains.indices) + Array(domains.indices) {
      let values = UInt64.random(in: 1..<Diagram.all(domains[variable]), using: &random)
      parts.append(try builder.test(variable, values: values))
    }
    while parts.count > 1 {
      let left = parts.remove(at: Int.random(in: 0..<parts.count, using: &random))
      let right = parts.remove(at: Int.random(in: 0..<parts.count, using: &random))
      parts.append(
        Bool.random(using: &random) ? try builder.and(left, right) : try builder.or(try builder.not(left), right))
    }
    return builder.freeze(parts)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func `what is left after an answer is what is left when it is known`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let diagram = try Self.diagram(&random)
    var known = diagram.nothingKnown
    // One variable is known in part: answers count its remaining values only.
    known[3] = [0b1111, 0b1010, 0b0110].randomElement(using: &random) ?? 0b1111
    let rest = known.withUnsafeBufferPointer { Restriction(diagram, diagram.roots[0], $0) }
    var search = AnswerSearch(rest)
    for first in Self.domains.indices {
      for (index, value) in (0..<Self.domains[first]).filter({ known[first] >> UInt64($0) & 1 == 1 }).enumerated() {
        for second in [nil, 0, 4] as [Int?] where second != first {
          var answered = known
          answered[first] = 1 << UInt64(value)
          var values = [first: index]
          if let second {
            answered[second] = 0b10
            values[second] = 1
          }
          let expected = answered.withUnsafeBufferPointer { Restriction(diagram, diagram.roots[0], $0).variables }
          var left: Set<Int> = []
          let variables = search.variables
          search.forEachVariable(after: variables.map { Int32(values[$0] ?? -1) }) { left.insert(variables[$0]) }
          #expect(left.sorted() == expected, "seed \(seed), \(values)")
        }
      }
    }
  }
}
