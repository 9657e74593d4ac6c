/// A regular expression as it is meant: what is sugar is gone.
indirect enum PatternNode: Hashable, Sendable {
  /// A place, not a character.
  enum Assertion: Hashable, Sendable {
    case start, end
    /// The end, or in front of a line's end there.
    case endOrLastLine
    case lineStart, lineEnd
    case wordEdge, noWordEdge
  }

  case scalar(ScalarSet)
  case place(Assertion)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// So many times; without a limit where `most` is nil.
  case repeated(PatternNode, least: Int, most: Int?)
}
