import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Fields of a template beside its texts.
extension EditPlanner {
  /// Gives a field a value; nil where it has that value, or the draft no place for it.
  func set(_ field: Remedy.Field, _ value: Remedy.FieldValue) -> PlannedEdits? {
    guard let (mapping, key) = place(of: field) else { return nil }
    guard let written = mapping[key] else {
      guard case .fixed(let word) = value, let entries = mapping.node.entries, !entries.isEmpty else { return nil }
      let index = entries.firstIndex { $0.key == "name" || $0.key == "type" } ?? entries.count - 1
      let edit = DocumentWriter(document).insert(key, field.node(word), behind: index, in: mapping.node)
      return plan([edit].compactMap(\.self))
    }
    let node = field == .language && written.node.entries != nil ? written["code"]?.node : written.node
    guard let node, let old = node.scalarText, let new = value.value(instead: old), new != old else { return nil }
    if node.text != nil {
      let whole = TextEdit(Span(0, old.utf8.count), new)
      let place = SourcePlace(pointer: written.pointer, map: node.textMap ?? SpanMap(startingAt: node.span.lower))
      return writer.edits([whole], of: old, at: place).flatMap { plan($0) }
    }
    return plan([FileEdit(node.span, new)])
  }

  /// The mapping that a field stands in, and its key there.
  private func place(of field: Remedy.Field) -> (NodeCursor, String)? {
    guard let root = document.root, root.node.entries != nil else { return nil }
    switch (document.shape, field) {
    case (.template, .name), (.template, .category), (.template, .language): return (root, field.rawValue)
    case (.template, .parameterFormat): return (root, "parameter_format")
    case (.template, .addSecurityRecommendation):
      return document.components(.body).first.map { ($0, "add_security_recommendation") }
    case (.template, .codeExpirationMinutes):
      return document.components(.footer).first.map { ($0, "code_expiration_minutes") }
    case (.ownForm, .category), (.ownForm, .language): return (root, field.rawValue)
    default: return nil
    }
  }
}

extension Remedy.Field {
  /// A value of this field, as the platform has it.
  fileprivate func node(_ value: String) -> NewNode {
    switch self {
    case .name, .category, .language, .parameterFormat: .text(value)
    case .addSecurityRecommendation, .codeExpirationMinutes: .word(value)
    }
  }
}

extension Remedy.FieldValue {
  /// The value in place of another; nil where there is none.
  func value(instead old: String) -> String? {
    switch self {
    case .fixed(let value): value
    case .form(let form): form.form(of: old)
    case .instead(let values):
      values.first { $0.key.lowercased() == old.lowercased() }.map { entry in
        old.contains(where: \.isUppercase) ? entry.value : entry.value.lowercased()
      }
    }
  }
}
