import ProvisoLogic
import Testing

/// The sets of names that settle a function of many variables.
@Suite struct DecidingSetsTests {
  /// What settles `x0 or x1 or …`, where nothing is known.
  private static func sets(settlingAnyOf count: Int, naming name: (Int) -> String) throws -> [Set<String>] {
    var builder = DiagramBuilder(domains: Array(repeating: 2, count: count), limit: 10_000)
    var any = Reference.no
    for variable in (0..<count).reversed() { any = try builder.or(builder.test(variable, values: 0b10), any) }
    let diagram = builder.freeze([any])
    return diagram.nothingKnown.withUnsafeBufferPointer { possible in
      Restriction(diagram, diagram.roots[0], possible).decidingSets { [name($0)] }
    }
  }

  @Test func `sets come in the order of their names, and not more than sixteen of them`() throws {
    let sets = try DecidingSetsTests.sets(settlingAnyOf: 100) { "fact\(100 + $0)" }
    #expect(sets == (100..<116).map { ["fact\($0)"] })
  }

  @Test func `variables of one name are settled together`() throws {
    #expect(try DecidingSetsTests.sets(settlingAnyOf: 3) { _ in "all" } == [["all"]])
  }

  @Test(arguments: [(128, 16), (129, 0)]) func `of a function with too many names no set is told`(
    _ count: Int, _ told: Int
  ) throws {
    #expect(try DecidingSetsTests.sets(settlingAnyOf: count) { "fact\(1000 + $0)" }.count == told)
  }
}
