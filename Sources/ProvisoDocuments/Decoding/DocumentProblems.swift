public import ProvisoSource

/// The problems found while a document of one file is decoded; shared by all who read parts of it.
///
/// Decoding goes on after a problem, so that an author sees all of them at once; what comes after the thousandth is
/// dropped.
public final class DocumentProblems {
  /// The file that the spans point into.
  public let file: String
  /// What was reported, in the order of reporting.
  public private(set) var diagnostics: [Diagnostic] = []

  /// No problems yet, for the file with the given name.
  public init(in file: String) {
    self.file = file
  }

  /// Adds a problem at `span`.
  public func report(
    _ id: String, _ message: String, at span: Span, severity: Diagnostic.Severity = .error,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    report(Diagnostic(id, message, in: file, at: span, severity: severity, notes: notes, help: help))
  }

  /// Adds a problem of the same file.
  public func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < 1_000 { diagnostics.append(diagnostic) }
  }
}
