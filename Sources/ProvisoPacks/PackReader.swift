import ProvisoDocuments
import ProvisoLanguage
import ProvisoModel
public import ProvisoSource

/// Reads a file of a pack: YAML to `WrittenFile`. Knows the keys, not what expressions mean.
public struct PackReader {
  let source: SourceFile
  let problems: DocumentProblems

  /// Reads a main file or a part, with all problems of its shape.
  public static func read(_ source: SourceFile) -> WrittenFile {
    do throws(DocumentFailure) {
      let reader = PackReader(source: source, problems: DocumentProblems(in: source.name))
      let (node, duplicates) = try YAMLReader.readKeepingFirstKeys(source)
      var file = reader.file(node)
      for duplicate in duplicates {
        reader.problems.report(duplicate)
        if !file.contents.contains(where: { $0.contains(duplicate.span) }) { file.hasAllNames = false }
      }
      file.diagnostics = reader.problems.diagnostics.inReadingOrder()
      for number in file.rules.indices {
        let extent = file.rules[number].extent
        file.rules[number].isSound = !file.diagnostics.contains { extent.contains($0.span) && $0.severity == .error }
      }
      return file
    } catch {
      return WrittenFile(source: source, diagnostics: error.diagnostics)
    }
  }

  private func file(_ node: DocumentNode) -> WrittenFile {
    var file = WrittenFile(source: source)
    guard var reader = MappingReader(node, problems) else { return file }
    file.contents = ["metadata", "sources", "vocabularies", "rules"].compactMap { node[$0]?.span }
    expect(reader.requiredNode("apiVersion"), "proviso/v1")
    let kind = reader.requiredNode("kind")
    if kind?.text == "PolicyPackPart" {
      file.pack = reader.requiredNode("pack").flatMap { node in problems.text(node).map { named($0, node.span, ()) } }
    } else {
      expect(kind, "PolicyPack", "PolicyPackPart")
      let header = header(&reader)
      file.header = header
      if !header.id.isEmpty { file.pack = named(header.id, Span(0, 0), ()) }
    }
    readContents(&reader, of: file.pack?.name ?? "", into: &file)
    let known = problems.diagnostics.count
    reader.finish()
    file.hasAllNames = file.hasAllNames && problems.diagnostics.count == known && file.pack != nil
    return file
  }

  /// What a main file and a part have in common.
  private func readContents(_ reader: inout MappingReader, of pack: String, into file: inout WrittenFile) {
    let known = problems.diagnostics.count
    file.parameters = reader.entries("parameters").map { named($0.key, $0.keySpan, parameter($0.value)) }
    file.tables = reader.entries("tables").map { named($0.key, $0.keySpan, table($0.value)) }
    file.definitions = reader.entries("define").compactMap { entry in
      expression(entry.value).map { named(entry.key, entry.keySpan, $0) }
    }
    file.texts = reader.entries("texts").map { named($0.key, $0.keySpan, translations($0.value)) }
    file.hasAllNames = problems.diagnostics.count == known
    for entry in reader.entries("vocabularies") {
      let id = "\(pack)/\(entry.key)"
      file.vocabularies.append(named(entry.key, entry.keySpan, vocabulary(entry.value, id: id, &file.languages)))
    }
    file.rules = reader.items("rules").compactMap(rule)
  }

  private func header(_ reader: inout MappingReader) -> WrittenHeader {
    let metadata = reader.requiredNode("metadata").flatMap(self.metadata)
    var places: [(code: String, span: Span)] = []
    let sources = legalSources(reader.entries("sources"), &places)
    return WrittenHeader(
      id: metadata?.id ?? "", title: metadata?.title ?? "", version: metadata?.version ?? "",
      languages: metadata?.languages ?? [], verified: metadata?.verified ?? CalendarDate(day: 0),
      review: metadata?.review ?? Period(0, .days), sources: sources, places: places,
      imports: reader.texts("imports").map { named($0.text ?? "", $0.span, ()) })
  }

  private func named<Content>(_ name: String, _ span: Span, _ content: Content) -> WrittenFile.Named<Content> {
    WrittenFile.Named(name: name, file: source.name, span: span, content: content)
  }

  private func expect(_ node: DocumentNode?, _ words: String...) {
    guard let node, !words.contains(node.text ?? "") else { return }
    let expected = words.map { "`\($0)`" }.joined(separator: " or ")
    problems.report("pack.header", "expected \(expected)", at: node.span)
  }

  private struct Metadata {
    var id, title, version: String
    var languages: [String]
    var verified: CalendarDate?
    var review: Period?
  }

  private func metadata(_ node: DocumentNode) -> Metadata? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let metadata = Metadata(
      id: reader.requiredText("id") ?? "", title: reader.requiredText("title") ?? "",
      version: reader.requiredNode("version").flatMap(version) ?? "",
      languages: reader.texts("languages").compactMap(\.text),
      verified: reader.requiredNode("verified").flatMap(date),
      review: reader.requiredNode("review").flatMap { node in
        let period = node.scalarText.flatMap { Period($0) }
        if period == nil { problems.report("value.period", "expected a period such as `12 months`", at: node.span) }
        return period
      })
    reader.finish()
    return metadata
  }

  private func legalSources(
    _ entries: [DocumentNode.Entry], _ places: inout [(code: String, span: Span)]
  ) -> [String: LegalSource] {
    var sources: [String: LegalSource] = [:]
    for entry in entries {
      guard var reader = MappingReader(entry.value, problems) else { continue }
      sources[entry.key] = LegalSource(
        title: reader.requiredText("title") ?? "", url: reader.requiredNode("url").flatMap(address) ?? "",
        places: reader.texts("in").compactMap { node in
          guard let code = node.text else { return nil }
          places.append((code, node.span))
          return code
        })
      reader.finish()
    }
    return sources
  }

  private func parameter(_ node: DocumentNode) -> [(from: CalendarDate, value: ExpressionSource)] {
    (problems.entries(node) ?? []).compactMap { entry in
      guard let from = CalendarDate(entry.key) else {
        problems.report(
          "parameter.date", CalendarDate.problem(of: entry.key), at: entry.keySpan,
          help: "it is the first day the value is in force: write `{ 2018-05-25: 2 days }`")
        return nil
      }
      return expression(entry.value).map { (from, $0) }
    }
  }

  private func table(_ node: DocumentNode) -> [(key: String, value: ExpressionSource?)] {
    (problems.entries(node) ?? []).compactMap { entry in
      if case .null = entry.value.content { return (entry.key, nil) }
      return expression(entry.value).map { (entry.key, $0) }
    }
  }

  private func vocabulary(
    _ node: DocumentNode, id: String, _ languages: inout [WrittenFile.Named<Void>]
  ) -> Vocabulary {
    var phrases: [Vocabulary.Phrase] = []
    var exceptions: [Vocabulary.Phrase] = []
    var spacing = Vocabulary.Spacing.loose
    var spelling = Vocabulary.Spelling.exact
    for entry in problems.entries(node) ?? [] {
      switch entry.key {
      case "except":
        for inner in problems.entries(entry.value) ?? [] { exceptions += self.phrases(inner, &languages) }
      case "spacing":
        spacing = problems.word(entry.value) ?? spacing
      case "spelling":
        spelling = problems.word(entry.value) ?? spelling
      default: phrases += self.phrases(entry, &languages)
      }
    }
    if let entries = node.entries, !entries.contains(where: { !["except", "spacing", "spelling"].contains($0.key) }) {
      problems.report("vocabulary.empty", "this vocabulary has no phrase", at: node.span)
    }
    return Vocabulary(
      id: id, phrases: phrases, exceptions: exceptions, spacing: spacing, spelling: spelling, file: source.name)
  }

  private func phrases(
    _ entry: DocumentNode.Entry, _ languages: inout [WrittenFile.Named<Void>]
  ) -> [Vocabulary.Phrase] {
    guard entry.key == "any" || isLanguageCode(entry.key) else {
      problems.report(
        "vocabulary.language",
        "expected a language code, `any`, `except`, `spacing` or `spelling`, found `\(entry.key)`",
        at: entry.keySpan)
      return []
    }
    if entry.key != "any" { languages.append(named(entry.key, entry.keySpan, ())) }
    if entry.value.items?.isEmpty == true {
      problems.report("vocabulary.empty", "`\(entry.key)` has no phrase", at: entry.value.span)
    }
    let nodes = (entry.value.items ?? [entry.value]).compactMap(problems.scalar)
    return nodes.map { .init(text: $0.scalarText ?? "", language: entry.key, span: $0.span) }
  }

  /// Whether a key has the shape of a language code, such as `pt`.
  func isLanguageCode(_ key: String) -> Bool { 2...3 ~= key.utf8.count && key.utf8.allSatisfy { 97...122 ~= $0 } }

  // MARK: Values

  /// The text of a scalar as an expression with its place; a sequence in brackets is the set it looks like.
  func expression(_ node: DocumentNode) -> ExpressionSource? {
    if node.items != nil, source.bytes[node.span.lower] == UInt8(ascii: "[") {
      let map = SpanMap(copying: node.span.length, from: node.span.lower)
      return ExpressionSource(file: source.name, text: source.text(in: node.span), map: map)
    }
    guard let scalar = problems.scalar(node), let text = scalar.scalarText else { return nil }
    return ExpressionSource(
      file: source.name, text: text, map: scalar.textMap ?? SpanMap(startingAt: scalar.span.lower))
  }

  /// Numbers with dots between them, and perhaps what SemVer allows behind them.
  private func version(_ node: DocumentNode) -> String? {
    guard let text = problems.scalar(node)?.scalarText else { return nil }
    let numbers = text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
    if 1...3 ~= numbers.count, numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }) {
      return text
    }
    problems.report("value.version", "expected a version such as `1.2.0`", at: node.span)
    return nil
  }

  /// An address on the web.
  private func address(_ node: DocumentNode) -> String? {
    guard let text = problems.text(node) else { return nil }
    let host = ["https://", "http://"].first(where: text.hasPrefix).map {
      text.dropFirst($0.count).prefix { $0 != "/" }
    }
    if let host, !host.isEmpty, !text.contains(where: \.isWhitespace) { return text }
    problems.report("value.url", "expected an address such as `https://example.org/law`", at: node.span)
    return nil
  }

  func date(_ node: DocumentNode) -> CalendarDate? {
    guard let text = problems.scalar(node)?.scalarText else { return nil }
    if let date = CalendarDate(text) { return date }
    problems.report("value.date", CalendarDate.problem(of: text), at: node.span)
    return nil
  }
}
