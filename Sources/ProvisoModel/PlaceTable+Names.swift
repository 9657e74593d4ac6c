import ProvisoSource

/// A word that should name a place and does not.
public struct UnknownPlace: Error, Hashable {
  /// The word.
  public let word: String
  /// What is wrong, in one sentence.
  public let message: String
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
        let help = suggestion(for: word.uppercased(), in: codes).map { ", \($0)" } ?? ""
        throw UnknownPlace(word: word, message: "unknown place `\(word)`\(help)")
      }
      all.formUnion(leaves)
    }
    return all.sorted()
  }
}
