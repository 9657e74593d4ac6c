public import ProvisoSource

extension TextLocation {
  /// The place of a span of bytes.
  ///
  /// - Parameters:
  ///   - index: the lines of `source`.
  ///   - role: the part of the message; empty where it is no part of one.
  public init(
    _ span: Span, in source: SourceFile, _ index: LineIndex, pointer: String? = nil, role: String = "",
    readAs: String? = nil
  ) {
    let (lower, upper) = (span.lower, span.upper)
    let start = index.position(of: lower)
    let end = index.position(of: upper)
    self.init(
      pointer: pointer, role: role, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column, byteOffset: source.start.bytes + lower, byteLength: span.length,
      utf16Offset: source.start.utf16Units + index.utf16Units(from: 0, to: lower),
      utf16Length: index.utf16Units(from: lower, to: upper),
      charOffset: source.start.characters + index.characters(from: 0, to: lower),
      charLength: index.characters(from: lower, to: upper),
      lineText: source.text(in: index.line(holding: lower)), matched: source.text(in: span), readAs: readAs)
  }
}
