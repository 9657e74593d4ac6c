public import ProvisoSource

/// The text of one expression and where it stands in its file.
public struct ExpressionSource: Hashable, Sendable {
  /// The name of the file, for diagnostics.
  public let file: String
  /// The expression.
  public let text: String
  /// From the bytes of `text` to the bytes of the file.
  public let map: SpanMap

  /// An expression inside a file.
  public init(file: String, text: String, map: SpanMap) {
    self.file = file
    self.text = text
    self.map = map
  }

  /// An expression that is a file of its own, such as a command-line argument.
  public init(_ text: String, file: String = "<expression>") {
    self.init(file: file, text: text, map: SpanMap(copying: text.utf8.count, from: 0))
  }

  /// A diagnostic about `span` of this expression, placed in the file.
  func diagnostic(
    _ id: String, _ message: String, at span: Span, severity: Diagnostic.Severity = .error,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(id, message, in: file, at: map.source(of: span), severity: severity, notes: notes, help: help)
  }
}
