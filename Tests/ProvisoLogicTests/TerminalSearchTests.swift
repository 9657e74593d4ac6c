import ProvisoLogic
import ProvisoTestSupport
import Testing

/// A search finds a wanted terminal when, and only when, some permitted assignment leads to one.
@Suite struct TerminalSearchTests {
  private static let domains = DiagramTests.domains

  /// Whether an assignment that `possible` permits makes `condition` come out as `wanted`: all of them are tried.
  private static func isReachable(_ condition: RandomCondition, _ wanted: Bool, _ possible: [UInt64]) -> Bool {
    DiagramTests.assignments.contains { assignment in
      assignment.indices.allSatisfy { possible[$0] >> UInt64(assignment[$0]) & 1 == 1 }
        && condition.holds(assignment) == wanted
    }
  }

  private static func possible(_ random: inout SeededRandom) -> [UInt64] {
    domains.map { UInt64.random(in: 1...Diagram.all($0), using: &random) }
  }

  private static func search(_ condition: RandomCondition) throws -> (search: TerminalSearch, root: Reference) {
    var builder = DiagramBuilder(domains: domains, limit: 10_000)
    let root = try condition.build(&builder)
    let diagram = builder.freeze([root])
    return (TerminalSearch(diagram), diagram.roots[0])
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `it finds what some permitted assignment reaches`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let condition = RandomCondition(domains: Self.domains, depth: 5, &random)
    var (search, root) = try Self.search(condition)
    // The memory of one search serves the next ones.
    for _ in 0..<8 {
      let possible = Self.possible(&random)
      for wanted in [true, false] {
        search.begin(at: root)
        let event = possible.withUnsafeBufferPointer {
          search.advance($0, canAnswer: { _ in false }, wanted: { $0 == (wanted ? 1 : 0) })
        }
        let expected = Self.isReachable(condition, wanted, possible)
        #expect(event == (expected ? .found : .exhausted), "seed \(seed), \(possible), \(wanted)")
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `what it asks for is open, and the answers decide what it finds`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let condition = RandomCondition(domains: Self.domains, depth: 5, &random)
    var (search, root) = try Self.search(condition)
    for _ in 0..<8 {
      var possible = Self.possible(&random)
      search.begin(at: root)
      var event = TerminalSearch.Event.exhausted
      for _ in 0...Self.domains.count {
        event = possible.withUnsafeBufferPointer {
          search.advance($0, canAnswer: { $0 % 2 == 0 }, wanted: { $0 == 1 })
        }
        guard case .asks(let variable) = event else { break }
        #expect(variable % 2 == 0 && possible[variable].nonzeroBitCount > 1, "seed \(seed)")
        let values = (0..<Self.domains[variable]).filter { possible[variable] >> UInt64($0) & 1 == 1 }
        possible[variable] = 1 << UInt64(try #require(values.randomElement(using: &random)))
      }
      #expect(event == (Self.isReachable(condition, true, possible) ? .found : .exhausted), "seed \(seed)")
    }
  }

  @Test func `a variable without a class that fits is found, to be looked at exactly`() throws {
    var builder = DiagramBuilder(domains: Self.domains, limit: 100)
    let root = try builder.test(0, values: 0b001)
    let diagram = builder.freeze([root])
    var search = TerminalSearch(diagram)
    var possible = diagram.nothingKnown
    possible[0] = 0
    search.begin(at: diagram.roots[0])
    #expect(
      possible.withUnsafeBufferPointer { search.advance($0, canAnswer: { _ in true }, wanted: { _ in false }) }
        == .found)
  }
}
