public import ProvisoSource

/// A text that is no usable document: what is wrong with it, and where.
public struct DocumentFailure: Error {
  /// The problems in reading order; never empty.
  public let diagnostics: [Diagnostic]

  init(_ first: Diagnostic, _ others: [Diagnostic] = []) {
    diagnostics = ([first] + others).inReadingOrder()
  }
}
