public import ProvisoSource

/// What was read from one file: its drafts, and what is wrong with the file.
///
/// A draft with an error is not among the drafts, so a broken message is never checked in part and passed.
public struct DraftReading: Sendable {
  /// The drafts that can be checked, in the order of the file.
  public var drafts: [Draft]
  /// Errors and warnings, in the order of the file. With no error there is at least one draft.
  public let diagnostics: [Diagnostic]

  /// The drafts of a file and its problems.
  public init(drafts: [Draft], diagnostics: [Diagnostic]) {
    self.drafts = drafts
    self.diagnostics = diagnostics
  }
}
