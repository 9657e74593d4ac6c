import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Reads how drafts are mended: advice for people, and changes that a machine can make.
extension PackReader {
  /// The most characters of a text that is put into drafts.
  private static let longestText = 500

  func fix(_ rule: inout MappingReader) -> WrittenFix? {
    guard var reader = rule.mapping("fix") else { return nil }
    let advice = reader.requiredNode("advice").flatMap(text)
    let apply = reader.node("apply")
    let applicability: Fix.Applicability? = apply.flatMap { problems.word($0, among: [.safe, .suggested]) }
    let changes = changes(&reader)
    reader.finish()
    if let apply, changes.isEmpty {
      problems.report("fix.nothing-to-apply", "`apply` needs a change beside it, such as `append`", at: apply.span)
    } else if let first = changes.first, apply == nil {
      problems.report(
        "key.missing", "the key `apply` is missing", at: first.span,
        help: "`safe` for what changes no meaning, `suggested` for what somebody should read")
    }
    return advice.map { WrittenFix(advice: $0, applicability: applicability, changes: changes.compactMap(\.change)) }
  }

  /// The changes in the order of the file; nil for one that has a problem.
  private func changes(_ reader: inout MappingReader) -> [(span: Span, change: WrittenChange?)] {
    let written: [(node: DocumentNode?, read: (DocumentNode) -> WrittenChange?)] = [
      (reader.node("append"), append), (reader.node("prepend"), prepend), (reader.node("surround"), surround),
      (reader.node("add-button"), addButton), (reader.node("set"), set), (reader.node("rewrite"), rewrite),
      (reader.node("mask-found"), maskFound),
    ]
    return written.compactMap { written in written.node.map { ($0.span, written.read($0)) } }
      .sorted { $0.span < $1.span }
  }

  private func append(_ node: DocumentNode) -> WrittenChange? {
    placed(node, [.footer, .body]).map { .append($0, $1) }
  }

  private func prepend(_ node: DocumentNode) -> WrittenChange? {
    placed(node, [.subject, .body]).map { .prepend($0, $1) }
  }

  private func placed(_ node: DocumentNode, _ parts: [Remedy.Part]) -> (Remedy.Part, WrittenText)? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let part = reader.requiredNode("to").flatMap { problems.word($0, among: parts) }
    let text = reader.requiredNode("text").flatMap(insertedText)
    reader.finish()
    return part.flatMap { part in text.map { (part, $0) } }
  }

  private func surround(_ node: DocumentNode) -> WrittenChange? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let before = reader.requiredNode("before").flatMap(insertedText)
    let after = reader.requiredNode("after").flatMap(insertedText)
    reader.finish()
    return before.flatMap { before in after.map { .surround(before: before, after: $0) } }
  }

  private func addButton(_ node: DocumentNode) -> WrittenChange? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let kind = reader.requiredText("type")
    let text = reader.requiredNode("text").flatMap(insertedText)
    reader.finish()
    return kind.flatMap { kind in text.map { .addButton(kind: kind, $0) } }
  }

  private func set(_ node: DocumentNode) -> WrittenChange? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let field: Remedy.Field? = reader.requiredNode("field").flatMap { problems.word($0) }
    let (fixed, form, instead) = (reader.node("to"), reader.node("by"), reader.node("instead"))
    reader.finish()
    var value: Remedy.FieldValue?
    switch (fixed, form, instead) {
    case (let fixed?, nil, nil): value = problems.scalar(fixed)?.scalarText.map { .fixed($0) }
    case (nil, let form?, nil): value = problems.word(form).map { .form($0) }
    case (nil, nil, let instead?): value = .instead(values(instead))
    default: problems.report("fix.value", "a field has exactly one of `to`, `by` and `instead`", at: node.span)
    }
    return field.flatMap { field in value.map { .complete(.set(field, $0)) } }
  }

  private func values(_ node: DocumentNode) -> [String: String] {
    var values: [String: String] = [:]
    for entry in problems.entries(node) ?? [] { values[entry.key] = problems.scalar(entry.value)?.scalarText }
    return values
  }

  private func rewrite(_ node: DocumentNode) -> WrittenChange? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let parts: [Remedy.Part] = reader.requiredNode("in").flatMap(problems.texts)?.compactMap { problems.word($0) } ?? []
    let form: Remedy.Rewriting? = reader.requiredNode("by").flatMap { problems.word($0) }
    reader.finish()
    return parts.isEmpty ? nil : form.map { .complete(.rewrite(parts, $0)) }
  }

  private func maskFound(_ node: DocumentNode) -> WrittenChange? {
    guard let isWanted = problems.truth(node) else { return nil }
    if !isWanted { problems.report("fix.value", "leave `mask-found` out where nothing is masked", at: node.span) }
    return .complete(.maskFound)
  }

  // MARK: Texts

  /// A text by its name, or written out by language.
  private func insertedText(_ node: DocumentNode) -> WrittenText? {
    if let name = node.text { return .named(name, node.span, file: source.name) }
    return node.entries == nil
      ? problems.text(node).map { .named($0, node.span, file: source.name) }
      : .own(translations(node), node.span, file: source.name)
  }

  /// A text in several languages.
  func translations(_ node: DocumentNode) -> TextInLanguages {
    var texts: [String: String] = [:]
    for entry in problems.entries(node) ?? [] {
      guard isLanguageCode(entry.key) else {
        problems.report("text.language", "expected a language code, found `\(entry.key)`", at: entry.keySpan)
        continue
      }
      guard let text = problems.text(entry.value) else { continue }
      if !(1...PackReader.longestText).contains(text.unicodeScalars.count) {
        problems.report(
          "text.length", "a text that is put into drafts has 1 to \(PackReader.longestText) characters",
          at: entry.value.span)
      }
      texts[entry.key] = text
    }
    return TextInLanguages(texts)
  }
}
