/// One problem of a text that somebody wrote: what is wrong, where, and what might help.
///
/// A diagnostic says "your text has a problem". A call that cannot be carried out at all throws instead.
public struct Diagnostic: Hashable, Sendable {
  /// How much a problem matters.
  public enum Severity: String, Sendable {
    /// The text cannot be used.
    case error
    /// The text can be used; its author should look at it.
    case warning
  }

  /// A second place that explains the problem ("first defined here").
  public struct Note: Hashable, Sendable {
    /// One sentence, lower case, without a full stop.
    public let message: String
    /// The place, in the same file as the diagnostic.
    public let span: Span

    /// A note at `span`.
    public init(_ message: String, at span: Span) {
      self.message = message
      self.span = span
    }
  }

  /// A stable name such as `name.unknown`; never reused for another problem.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// One sentence, lower case, without a full stop; the user's own text stands in back-ticks.
  public let message: String
  /// The file the span points into.
  public let file: String
  /// Where the problem is; empty where something is missing.
  public let span: Span
  /// Further places.
  public let notes: [Note]
  /// What might mend it, as one sentence.
  public let help: String?

  /// A problem at `span` of the file named `file`.
  public init(
    _ id: String, _ message: String, in file: String, at span: Span, severity: Severity = .error, notes: [Note] = [],
    help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.file = file
    self.span = span
    self.notes = notes
    self.help = help
  }
}

extension Sequence<Diagnostic> {
  /// The same problems ordered by file, place and id, each once.
  public func inReadingOrder() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }
      .sorted { ($0.file, $0.span, $0.id) < ($1.file, $1.span, $1.id) }
  }
}
