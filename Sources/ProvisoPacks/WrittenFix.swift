import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// How to mend what a rule finds, as it was written.
struct WrittenFix: Sendable {
  let advice: ExpressionSource
  /// Nil for advice alone.
  let applicability: Fix.Applicability?
  /// In the order of the file.
  let changes: [WrittenChange]
}

/// A text that a fix puts into drafts.
enum WrittenText: Sendable {
  /// Written out in the fix itself.
  case own(TextInLanguages, Span, file: String)
  /// One of `texts`, by its name.
  case named(String, Span, file: String)
}

/// A change of a draft whose texts are not looked up yet.
enum WrittenChange: Sendable {
  case append(Remedy.Part, WrittenText)
  case prepend(Remedy.Part, WrittenText)
  case surround(before: WrittenText, after: WrittenText)
  case addButton(kind: String, WrittenText)
  /// One that has no texts.
  case complete(Remedy.Change)

  /// The change with its texts; nil where `look` does not find one.
  func meant(by look: (WrittenText) -> TextInLanguages?) -> Remedy.Change? {
    switch self {
    case .append(let part, let text): look(text).map { .append(part, $0) }
    case .prepend(let part, let text): look(text).map { .prepend(part, $0) }
    case .surround(let before, let after):
      look(before).flatMap { before in look(after).map { .surround(before: before, after: $0) } }
    case .addButton(let kind, let text): look(text).map { .addButton(kind: kind, $0) }
    case .complete(let change): change
    }
  }
}
