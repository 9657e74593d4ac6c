extension PlaceTable {
  /// A code with the number of leaves that it names in a summary.
  public struct Named: Hashable, Sendable {
    /// The code of a group, a country or a part of one.
    public let code: String
    /// The few leaves of it that are not meant, in alphabetical order.
    public let except: [String]
    /// How many leaves are named by it, and not by a code before it.
    public let places: Int

    /// How many codes it takes to write.
    fileprivate var words: Int { 1 + except.count }
  }

  /// The most places that a group is named without.
  private static let mostExceptions = 2

  /// The fewest codes for some leaves: groups and countries that hold `least` of them or more and few others, which are
  /// named too, the largest first, then the leaves that are left in alphabetical order.
  ///
  /// `[AT, BE, …, SE, BR]` with every country of the Union reads `EU, BR`, and without Italy `EU except IT, BR`.
  public func summary(of leaves: [String], least: Int = 3) -> [Named] {
    let all = Set(leaves)
    let groups = codes.compactMap { code in self.leaves(of: code).map { (code: code, leaves: $0) } }
      .filter { $0.leaves.count >= least }
      .sorted { ($1.leaves.count, $0.code) < ($0.leaves.count, $1.code) }
    var best = PlaceTable.summary(of: all, by: groups, least, exceptions: 0)
    for exceptions in 1...PlaceTable.mostExceptions {
      let next = PlaceTable.summary(of: all, by: groups, least, exceptions: exceptions)
      if PlaceTable.words(next) < PlaceTable.words(best) { best = next }
    }
    return best
  }

  private static func words(_ summary: [Named]) -> Int { summary.reduce(0) { $0 + $1.words } }

  /// The summary that takes the largest groups first.
  ///
  /// - Parameter exceptions: the most places that a group is named without.
  private static func summary(
    of all: Set<String>, by groups: [(code: String, leaves: Set<String>)], _ least: Int, exceptions: Int
  ) -> [Named] {
    var rest = all
    var chosen: [Named] = []
    for group in groups {
      let except = group.leaves.subtracting(all)
      let named = group.leaves.intersection(rest).count
      // A group must name more than its exceptions cost.
      guard except.count <= exceptions, named >= least + except.count else { continue }
      chosen.append(Named(code: group.code, except: except.sorted(), places: named))
      rest.subtract(group.leaves)
    }
    return chosen + rest.sorted().map { Named(code: $0, except: [], places: 1) }
  }
}
