/// A place where a pattern matches.
public struct PatternHit: Hashable, Sendable {
  /// The pattern's number in its set.
  public let pattern: Int32
  /// The offset of the first byte.
  public internal(set) var start: Int32
  /// The offset behind the last byte.
  public internal(set) var end: Int32
}
