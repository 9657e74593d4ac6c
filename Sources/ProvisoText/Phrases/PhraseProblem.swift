/// Why a phrase of a vocabulary cannot be used.
public enum PhraseProblem: Error, Hashable, Sendable {
  /// It holds no word, number or symbol.
  case empty
  /// It holds wildcards only, and would be found nearly everywhere.
  case onlyWildcards
  /// It has more than `Phrase.longest` words, symbols and gaps, or more than `Phrase.mostGaps` gaps.
  case tooLong
  /// A star stands alone or inside a word; it may only begin or end one.
  case misplacedStar
  /// It begins or ends with `…`.
  case gapAtEdge
}

extension PhraseProblem: CustomStringConvertible {
  /// The problem as a pack author is told it.
  public var description: String {
    switch self {
    case .empty: "the phrase has no words"
    case .onlyWildcards: "the phrase has wildcards only"
    case .tooLong: "the phrase has more than \(Phrase.longest) words, or more than \(Phrase.mostGaps) gaps"
    case .misplacedStar: "a `*` may only begin or end a word"
    case .gapAtEdge: "a phrase may not begin or end with `…`"
    }
  }
}
