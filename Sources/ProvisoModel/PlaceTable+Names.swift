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
  /// The leaves of places that are given by their codes, in any case, or their names, each once and in alphabetical
  /// order.
  ///
  /// - Throws: `UnknownPlace` for the first word that is neither.
  public func leaves(of words: [String]) throws(UnknownPlace) -> [String] {
    var all: Set<String> = []
    for word in words {
      guard let leaves = code(of: word).flatMap(leaves) else {
        throw UnknownPlace(word: word, nearest: nearestName(to: word.uppercased(), in: codes))
      }
      all.formUnion(leaves)
    }
    return all.sorted()
  }
}
