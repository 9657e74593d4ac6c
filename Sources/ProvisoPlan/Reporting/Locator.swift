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
    TextLocation(
      found.span, in: source, index, pointer: found.pointer, role: found.role.rawValue, readAs: found.readAs)
  }
}
