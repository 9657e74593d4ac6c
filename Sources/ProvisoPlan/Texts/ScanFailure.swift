import ProvisoText

/// A text could not be scanned, which takes a lack of memory.
public struct ScanFailure: Error, Hashable, Sendable {
  /// One sentence for people, lower case, without a full stop.
  public let message: String

  init(_ error: PatternError) {
    message = error.message
  }
}
