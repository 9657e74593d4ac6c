extension Diagnostic {
  /// The problem as a person reads it: one line that editors can jump to, the line of text, a caret under the span.
  ///
  /// - Parameter source: the file that the spans point into; its lines are shown.
  public func drawn(in source: SourceFile) -> String {
    let index = LineIndex(source)
    var lines = [headline(index)]
    lines += excerpt(of: span, in: source, index)
    for note in notes {
      let position = index.position(of: note.span.lower)
      lines.append("\(file):\(position.line):\(position.column): note: \(note.message)")
      lines += excerpt(of: note.span, in: source, index)
    }
    if let help { lines.append("  help: \(help)") }
    return lines.joined(separator: "\n")
  }

  private func headline(_ index: LineIndex) -> String {
    let position = index.position(of: span.lower)
    return "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message) [\(id)]"
  }

  private func excerpt(of span: Span, in source: SourceFile, _ index: LineIndex) -> [String] {
    let line = index.line(holding: span.lower)
    let number = String(index.position(of: span.lower).line)
    let gutter = String(repeating: " ", count: number.count)
    // A very long line (a minified file) is shown around the place only.
    let from = max(line.lower, source.characterBoundary(atOrBefore: span.lower - 60))
    let to = min(line.upper, source.characterBoundary(atOrBefore: span.lower + 100))
    let shown = source.text(in: Span(from, to)).map { $0 == "\t" ? " " : $0 }
    let before = index.characters(from: from, to: max(from, min(span.lower, to)))
    let under = max(1, index.characters(from: min(span.lower, to), to: max(min(span.lower, to), min(span.upper, to))))
    return [
      "  \(number) | \(String(shown))",
      "  \(gutter) | \(String(repeating: " ", count: before))^\(String(repeating: "~", count: under - 1))",
    ]
  }
}

extension SourceFile {
  /// The nearest offset at or before `offset` where a character begins.
  func characterBoundary(atOrBefore offset: Int) -> Int {
    var offset = min(max(0, offset), bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
