import ProvisoSource

/// A word that should name a place and does not.
public struct UnknownPlace: Error, Hashable {
  /// The word.
  public let word: String
  /// The code most likely meant; nil where none is near.
  public let nearest: String?

  /// What is wrong, in one sentence.
  public var message: String { "unknown place `\(word)`" + (nearest.map { ", did you mean `\($0)`?" } ?? "") }
}

extension PlaceTable {
  /// The leaves of places that are given by their codes, in any case, each once and in alphabetical order.
  ///
  /// - Throws: `UnknownPlace` for the first word that is no code. The name of a place leads to its code.
  public func leaves(of words: [String]) throws(UnknownPlace) -> [String] {
    var all: Set<String> = []
    for word in words {
      guard let leaves = leaves(of: word.uppercased()) else { throw unknown(word) }
      all.formUnion(leaves)
    }
    return all.sorted()
  }

  private func unknown(_ word: String) -> UnknownPlace {
    let named = codes.first { name(of: $0).lowercased() == word.lowercased() }
    return UnknownPlace(word: word, nearest: named ?? nearestName(to: word.uppercased(), in: codes))
  }

  /// A code with the number of leaves that it names in a summary.
  public struct Named: Hashable, Sendable {
    /// The code of a group, a country or a part of one.
    public let code: String
    /// How many leaves are named by it, and not by a code before it.
    public let places: Int
  }

  /// The fewest codes for some leaves: groups and countries that hold `least` of them or more and nothing else, the
  /// largest first, then the leaves that are left in alphabetical order.
  ///
  /// `[AT, BE, …, SE, BR]` with every country of the Union reads `[EU, BR]`.
  public func summary(of leaves: [String], least: Int = 3) -> [Named] {
    let all = Set(leaves)
    var rest = all
    var groups = codes.compactMap { code in
      self.leaves(of: code).flatMap { $0.count >= least && $0.isSubset(of: all) ? (code: code, leaves: $0) : nil }
    }
    groups.sort { ($1.leaves.count, $0.code) < ($0.leaves.count, $1.code) }
    var chosen: [Named] = []
    for group in groups {
      let named = group.leaves.intersection(rest).count
      guard named >= least else { continue }
      chosen.append(Named(code: group.code, places: named))
      rest.subtract(group.leaves)
    }
    return chosen + rest.sorted().map { Named(code: $0, places: 1) }
  }
}
