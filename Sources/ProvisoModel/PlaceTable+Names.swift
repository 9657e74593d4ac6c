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
}
