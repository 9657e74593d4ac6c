import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// Turns spans of a draft's file into places with lines, columns and offsets in every unit.
final class Locator {
  private let source: SourceFile
  /// Made when the first place is shown, which in most drafts never happens.
  private lazy var index = LineIndex(source)

  init(_ draft: Draft) { source = draft.source }

  func location(_ found: FoundText) -> TextLocation {
    let (lower, upper) = (found.span.lower, found.span.upper)
    let start = index.position(of: lower)
    let end = index.position(of: upper)
    return TextLocation(
      pointer: found.pointer, role: found.role.rawValue, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column, byteOffset: source.start.bytes + lower, byteLength: found.span.length,
      utf16Offset: source.start.utf16Units + index.utf16Units(from: 0, to: lower),
      utf16Length: index.utf16Units(from: lower, to: upper),
      charOffset: source.start.characters + index.characters(from: 0, to: lower),
      charLength: index.characters(from: lower, to: upper),
      lineText: source.text(in: index.line(holding: lower)), matched: source.text(in: found.span),
      readAs: found.readAs)
  }
}
