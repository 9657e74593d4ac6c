import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// Turns spans of a draft's file into places with lines, columns and offsets in every unit.
struct Locator {
  private let source: SourceFile
  private let index: LineIndex

  init(_ draft: Draft) {
    source = draft.source
    index = LineIndex(draft.source.bytes)
  }

  func location(_ found: FoundText) -> TextLocation {
    let (lower, upper) = (found.span.lower, found.span.upper)
    let start = index.position(of: lower)
    let end = index.position(of: upper)
    return TextLocation(
      pointer: found.pointer, role: found.role.rawValue, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column, byteOffset: lower, byteLength: found.span.length,
      utf16Offset: index.utf16Units(from: 0, to: lower), utf16Length: index.utf16Units(from: lower, to: upper),
      charOffset: index.characters(from: 0, to: lower), charLength: index.characters(from: lower, to: upper),
      lineText: source.text(in: index.line(holding: lower)), matched: source.text(in: found.span),
      readAs: found.readAs)
  }
}
