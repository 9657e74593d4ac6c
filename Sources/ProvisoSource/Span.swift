/// A stretch of a source text, as UTF-8 offsets: `lower` is inside, `upper` is just behind it.
public struct Span: Hashable, Sendable, Comparable {
  /// The offset of the first byte.
  public let lower: Int
  /// The offset behind the last byte; equal to `lower` when the span is empty.
  public let upper: Int

  /// The span from `lower` up to `upper`; an `upper` before `lower` is taken as `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The number of bytes covered.
  public var length: Int { upper - lower }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: Span) -> Bool { lower < other.upper && other.lower < upper }

  /// Whether every byte of `other` lies in this span.
  public func contains(_ other: Span) -> Bool { lower <= other.lower && other.upper <= upper }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span { Span(min(lower, other.lower), max(upper, other.upper)) }

  /// Orders by start, then by end.
  public static func < (left: Span, right: Span) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}
