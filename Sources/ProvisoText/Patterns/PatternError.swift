/// Why a regular expression cannot be used, or a set of them not be built.
public struct PatternError: Error, Hashable, Sendable {
  /// What kind of problem it is.
  public enum Reason: Hashable, Sendable {
    /// The expression is not well-formed, or asks for what takes more than linear time (look-around, back references).
    case unsupported
    /// The expression matches the empty text.
    case matchesNothing
    /// The expression needs too much memory once compiled.
    case tooLarge
    /// The expression holds a NUL or ends before it should.
    case malformed
    /// Saved bytes are damaged, or were made by another version or for another processor.
    case unreadable
    /// The library refused for a reason of its own, such as a lack of memory.
    case failed(code: Int)
  }

  /// What kind of problem it is.
  public let reason: Reason
  /// One sentence for people, lower case, without a full stop.
  public let message: String
  /// Where in the expression, in UTF-8 bytes, if the place is known.
  public let offset: Int?

  init(_ reason: Reason, _ message: String, at offset: Int? = nil) {
    self.reason = reason
    self.message = message
    self.offset = offset
  }

  static let matchesNothing = PatternError(
    .matchesNothing, "the expression matches the empty text; ask for at least one character")
}
