import ProvisoSource

/// A word that should name a place and does not.
public struct UnknownPlace: Error, Hashable {
  /// The word.
  public let word: String
  /// What is wrong, in one sentence.
  public let message: String
}

extension PlaceTable {
  /// The name or the code that somebody most likely meant who wrote a word that is neither; nil where none is near.
  public func nearest(to word: String) -> String? {
    let named = nearestName(to: word.lowercased(), in: allNames.map { $0.lowercased() })
    return named.flatMap { near in allNames.filter { $0.lowercased() == near }.min() }
      ?? nearestName(to: word.uppercased(), in: codes)
  }

  /// The leaves of places that are given by their codes, in any case, or their names, each once and in alphabetical
  /// order.
  ///
  /// - Throws: `UnknownPlace` for the first word that is neither.
  public func leaves(of words: [String]) throws(UnknownPlace) -> [String] {
    var all: Set<String> = []
    for word in words {
      guard let leaves = code(of: word).flatMap(leaves) else {
        let help = nearest(to: word).map { ", \(suggestion($0))" } ?? ""
        throw UnknownPlace(word: word, message: "unknown place `\(word)`\(help)")
      }
      all.formUnion(leaves)
    }
    return all.sorted()
  }
}
