public import ProvisoModel
import ProvisoDocuments
import ProvisoSource

/// Plans how a change is written into the file of one draft.
///
/// What cannot be written for sure has no plan. Whether a plan is any good is for others to say: the draft is read and
/// judged again.
public struct EditPlanner {
  let draft: Draft
  let document: DraftDocument

  /// A planner for a draft that is alone in its file; nil where the file cannot be edited.
  public init?(_ draft: Draft) {
    guard let document = DraftDocument(draft.source) else { return nil }
    self.draft = draft
    self.document = document
  }

  /// The ways to carry out a change, the better first.
  ///
  /// - Parameters:
  ///   - found: the places in the file that the rule speaks of.
  ///   - languages: the languages of the draft; a change that needs a text in another one has no plan.
  public func plans(for change: Remedy.Change, found: [TextLocation], languages: [String]) -> [PlannedEdits] {
    switch change {
    case .append(let part, let text):
      guard let text = text.text(in: languages) else { return [] }
      return (part == .footer ? [newFooter(text)] : []).compactMap(\.self) + [endOfBody(text)].compactMap(\.self)
    case .prepend(let part, let text):
      return [text.text(in: languages).flatMap { front(of: part, $0) }].compactMap(\.self)
    case .surround(let before, let after):
      guard let before = before.text(in: languages), let after = after.text(in: languages) else { return [] }
      return [surround(before, after)].compactMap(\.self)
    case .addButton(let kind, let label):
      return [label.text(in: languages).flatMap { newButton(kind, $0) }].compactMap(\.self)
    case .set(let field, let value): return [set(field, value)].compactMap(\.self)
    case .rewrite(let parts, let rewriting): return [rewrite(parts, rewriting)].compactMap(\.self)
    case .maskFound: return [mask(found)].compactMap(\.self)
    }
  }

  var writer: TextWriter { TextWriter(document: document) }

  /// A plan of edits that leave the texts as they are, with further texts; nil without an edit.
  func plan(_ edits: [FileEdit], adding added: [PlannedEdits.Text] = []) -> PlannedEdits? {
    edits.isEmpty ? nil : PlannedEdits(edits: edits, texts: PlannedEdits.texts(of: draft) + added)
  }

  /// A plan of edits of some segments, by their number; nil where one cannot be written, and without an edit.
  func plan(_ edits: [Int: [TextEdit]], besides others: [FileEdit] = []) -> PlannedEdits? {
    var (all, texts) = (others, PlannedEdits.texts(of: draft))
    for (number, edits) in edits where !edits.isEmpty {
      let segment = draft.segments[number]
      guard let written = writer.edits(edits, of: segment.text, at: segment.place) else { return nil }
      all += written
      texts[number] = PlannedEdits.Text(role: segment.role, text: segment.text.with(edits))
    }
    return all.isEmpty ? nil : PlannedEdits(edits: all, texts: texts)
  }

  /// Whether the texts are values for a template that the platform keeps; to those nothing can be added.
  var isFilledTemplate: Bool { draft.facts["draft.kind"] == .known(.symbol("whatsapp-template-message")) }

  /// The channel, where it is known.
  var channel: String? {
    if case .known(.symbol(let word))? = draft.facts["draft.channel"] { word } else { nil }
  }
}
