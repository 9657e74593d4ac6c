import ProvisoLogic
import ProvisoTestSupport
import Testing

/// A random condition over numbered variables, evaluated directly: what a diagram must agree with.
indirect enum RandomCondition {
  case test(Int, UInt64)
  case not(RandomCondition)
  case and(RandomCondition, RandomCondition)
  case or(RandomCondition, RandomCondition)

  init(domains: [Int], depth: Int, _ random: inout SeededRandom) {
    switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &random) {
    case 1: self = .not(RandomCondition(domains: domains, depth: depth - 1, &random))
    case 2, 3:
      self = .and(
        RandomCondition(domains: domains, depth: depth - 1, &random),
        RandomCondition(domains: domains, depth: depth - 1, &random))
    case 4:
      self = .or(
        RandomCondition(domains: domains, depth: depth - 1, &random),
        RandomCondition(domains: domains, depth: depth - 1, &random))
    default:
      let variable = Int.random(in: 0..<domains.count, using: &random)
      self = .test(variable, UInt64.random(in: 0...Diagram.all(domains[variable]), using: &random))
    }
  }

  func holds(_ assignment: [Int]) -> Bool {
    switch self {
    case .test(let variable, let values): values >> UInt64(assignment[variable]) & 1 == 1
    case .not(let inner): !inner.holds(assignment)
    case .and(let left, let right): left.holds(assignment) && right.holds(assignment)
    case .or(let left, let right): left.holds(assignment) || right.holds(assignment)
    }
  }

  func build(_ builder: inout DiagramBuilder) throws(TooLarge) -> Reference {
    switch self {
    case .test(let variable, let values): return try builder.test(variable, values: values)
    case .not(let inner): return try builder.not(try inner.build(&builder))
    case .and(let left, let right): return try builder.and(try left.build(&builder), try right.build(&builder))
    case .or(let left, let right): return try builder.or(try left.build(&builder), try right.build(&builder))
    }
  }
}

@Suite struct DiagramTests {
  static let domains = [3, 2, 4, 2, 2]

  /// Every assignment of the variables in `domains`.
  static let assignments: [[Int]] = domains.reduce([[]]) { all, size in
    all.flatMap { one in (0..<size).map { one + [$0] } }
  }

  static func possible(_ assignment: [Int], knowing known: Set<Int>) -> [UInt64] {
    assignment.indices.map { known.contains($0) ? 1 << UInt64(assignment[$0]) : Diagram.all(domains[$0]) }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func agreesWithTheConditionUnderEveryAssignment(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let condition = RandomCondition(domains: DiagramTests.domains, depth: 5, &random)
    var builder = DiagramBuilder(domains: DiagramTests.domains, limit: 10_000)
    let root = try condition.build(&builder)
    let diagram = builder.freeze([root])
    #expect(diagram.violation() == nil)
    for assignment in DiagramTests.assignments {
      let end = DiagramTests.possible(assignment, knowing: [0, 1, 2, 3, 4])
        .withUnsafeBufferPointer { diagram.follow(diagram.roots[0], $0) }
      #expect(end == .terminal(condition.holds(assignment) ? 1 : 0), "seed \(seed), \(assignment)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func restrictionIsExact(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let condition = RandomCondition(domains: DiagramTests.domains, depth: 5, &random)
    var builder = DiagramBuilder(domains: DiagramTests.domains, limit: 10_000)
    let root = try condition.build(&builder)
    let diagram = builder.freeze([root])
    let fixed = DiagramTests.assignments.randomElement(using: &random) ?? []
    let known = Set((0..<5).filter { _ in Bool.random(using: &random) })
    let restriction = DiagramTests.possible(fixed, knowing: known)
      .withUnsafeBufferPointer { Restriction(diagram, diagram.roots[0], $0) }
    let matching = DiagramTests.assignments.filter { one in known.allSatisfy { one[$0] == fixed[$0] } }

    let outcomes = Set(matching.map { condition.holds($0) ? 1 : 0 })
    #expect(restriction.terminals == outcomes.sorted())
    #expect(restriction.terminal == (outcomes.count == 1 ? outcomes.first : nil))
    let support = (0..<5).filter { variable in
      matching.contains { one in
        (0..<DiagramTests.domains[variable]).contains { value in
          var other = one
          other[variable] = value
          return !known.contains(variable) && condition.holds(one) != condition.holds(other)
        }
      }
    }
    #expect(restriction.variables == support)
    #expect(
      Set(restriction.decidingSets { [String($0)] }) == DiagramTests.decidingSets(condition, matching, open: support))
  }

  /// By trying: the minimal sets of open variables of which some values leave one outcome.
  static func decidingSets(_ condition: RandomCondition, _ matching: [[Int]], open: [Int]) -> Set<Set<String>> {
    var found: [Set<Int>] = []
    let subsets = (0..<(1 << open.count)).map { bits in
      Set(open.indices.filter { bits >> $0 & 1 == 1 }.map { open[$0] })
    }
    for set in subsets.sorted(by: { $0.count < $1.count }) where !found.contains(where: { $0.isSubset(of: set) }) {
      let groups = Dictionary(grouping: matching) { one in set.sorted().map { one[$0] } }
      if groups.values.contains(where: { Set($0.map(condition.holds)).count == 1 }) { found.append(set) }
    }
    return Set(found.map { Set($0.map(String.init)) })
  }

  @Test func `of very many names some sets are found, and none that is wrong`() throws {
    let count = 80
    var builder = DiagramBuilder(domains: Array(repeating: 2, count: count), limit: 10_000)
    var any = Reference.no
    for variable in 0..<count { any = try builder.or(any, try builder.test(variable, values: 0b10)) }
    let diagram = builder.freeze([any])
    let nothing = [UInt64](repeating: 0b11, count: count)
    let sets = nothing.withUnsafeBufferPointer { possible in
      Restriction(diagram, diagram.roots[0], possible).decidingSets { ["x\($0)"] }
    }
    // One that holds is enough; that none does takes all of them.
    #expect(sets.count == 16 && sets.allSatisfy { $0.count == 1 })
    #expect(sets == sets.sorted { ($0.first ?? "") < ($1.first ?? "") })
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func everyAssignmentGoesAlongOnePath(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let condition = RandomCondition(domains: DiagramTests.domains, depth: 4, &random)
    var builder = DiagramBuilder(domains: DiagramTests.domains, limit: 10_000)
    let root = try condition.build(&builder)
    let diagram = builder.freeze([root])
    let paths = try #require(diagram.paths(from: diagram.roots[0], limit: 1000) { $0 == 1 })
    for assignment in DiagramTests.assignments {
      let along = paths.filter { path in path.steps.allSatisfy { $0.values >> UInt64(assignment[$0.variable]) & 1 == 1 }
      }
      #expect(along.count == (condition.holds(assignment) ? 1 : 0))
    }
    // With one value left of a variable, the rest goes along the same ways, and nothing is asked of it.
    let known = DiagramTests.domains.indices.map { $0 == 0 ? UInt64(1) : Diagram.all(DiagramTests.domains[$0]) }
    let left = try #require(diagram.paths(from: diagram.roots[0], limit: 1000, among: known) { $0 == 1 })
    #expect(!left.flatMap(\.steps).contains { $0.variable == 0 })
    for assignment in DiagramTests.assignments where assignment[0] == 0 {
      let along = left.count { $0.steps.allSatisfy { $0.values >> UInt64(assignment[$0.variable]) & 1 == 1 } }
      #expect(along == (condition.holds(assignment) ? 1 : 0))
    }
  }

  @Test func equalConditionsAreOneReference() throws {
    var builder = DiagramBuilder(domains: [2, 2, 3], limit: 100)
    let a = try builder.test(0, values: 0b10)
    let b = try builder.test(1, values: 0b10)
    let both = try builder.and(a, b)
    let notEither = try builder.not(try builder.or(try builder.not(a), try builder.not(b)))
    #expect(both == notEither)
    #expect(try builder.or(a, try builder.not(a)) == .yes)
    // An enumerated variable has one value.
    #expect(try builder.and(try builder.test(2, values: 0b001), try builder.test(2, values: 0b110)) == .no)
  }

  @Test func tooManyNodesAreRefused() throws {
    // The sum of n pairs needs 2ⁿ nodes when the pairs are asked apart.
    var builder = DiagramBuilder(domains: Array(repeating: 2, count: 40), limit: 1000)
    #expect(throws: TooLarge.self) {
      var all = Reference.no
      for pair in 0..<20 {
        let left = try builder.test(pair, values: 0b10)
        let right = try builder.test(pair + 20, values: 0b10)
        all = try builder.or(all, try builder.and(left, right))
      }
    }
  }

  @Test func freezingKeepsOnlyWhatIsReached() throws {
    var builder = DiagramBuilder(domains: [2, 2], limit: 100)
    let a = try builder.test(0, values: 0b10)
    _ = try builder.and(a, try builder.test(1, values: 0b10))
    #expect(builder.freeze([a]).dump == "root 0: n0\nn0: x0 ? #0 #1")
  }
}
