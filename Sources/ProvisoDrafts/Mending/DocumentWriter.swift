import ProvisoDocuments
import ProvisoSource

/// Puts values into a JSON or YAML document in the style of their neighbours. Whatever stands there stays as it is.
struct DocumentWriter {
  let document: DraftDocument
  private var bytes: [UInt8] { document.source.bytes }
  private var writer: TextWriter { TextWriter(document: document) }

  init(_ document: DraftDocument) { self.document = document }

  /// Puts an item behind another of a list in brackets, laid out as that one; nil where the list has no brackets.
  func insert(_ node: NewNode, behind index: Int, in sequence: DocumentNode) -> FileEdit? {
    guard let items = sequence.items, items.indices.contains(index), bytes[sequence.span.lower] == UInt8(ascii: "["),
      let style = NodeStyle(of: items[index], in: bytes)
    else { return nil }
    let spans = items.map { (lower: $0.span.lower, upper: $0.span.upper) }
    let separator = separator(spans, from: sequence.span.lower + 1, style)
    return FileEdit(
      at: items[index].span.upper, separator + style.print(node, indent: style.indent, quoted: writer.quoted))
  }

  /// Puts an entry behind another of a mapping.
  func insert(_ key: String, _ node: NewNode, behind index: Int, in mapping: DocumentNode) -> FileEdit? {
    guard let entries = mapping.entries, entries.indices.contains(index) else { return nil }
    guard let style = NodeStyle(of: mapping, in: bytes) else {
      return insertLine(key, node, behind: index, in: mapping)
    }
    let spans = entries.map { (lower: $0.keySpan.lower, upper: $0.value.span.upper) }
    let separator = separator(spans, from: mapping.span.lower + 1, style)
    let value = style.print(node, indent: style.indent + (style.unit ?? ""), quoted: writer.quoted)
    let name = style.quotesKeys ? writer.quoted(key) : key
    return FileEdit(at: entries[index].value.span.upper, separator + name + style.colon + value)
  }

  /// What stands between two neighbours; where there is one alone, what stands in front of it tells.
  private func separator(_ spans: [(lower: Int, upper: Int)], from start: Int, _ style: NodeStyle) -> String {
    if spans.count > 1 {
      let between = String(decoding: bytes[spans[0].upper..<spans[1].lower], as: UTF8.self)
      // A comment between them is about them.
      if between.allSatisfy({ $0.isWhitespace || $0 == "," }), between.contains(",") { return between }
    }
    let gap = String(decoding: bytes[start..<max(start, spans[0].lower)], as: UTF8.self)
    guard let indent = NodeStyle.indentation(gap) else { return style.comma }
    return "," + style.lineEnd + indent
  }

  // MARK: YAML in lines

  /// Puts a line `key: value` into a mapping without braces.
  private func insertLine(_ key: String, _ node: NewNode, behind index: Int, in mapping: DocumentNode) -> FileEdit? {
    guard document.format == .yaml, let entries = mapping.entries else { return nil }
    let (entry, lineEnd) = (entries[index], document.lineEnd)
    let start = bytes[..<entry.keySpan.lower].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard bytes[start..<entry.keySpan.lower].allSatisfy({ $0 == 0x20 }) else { return nil }
    let indent = String(repeating: " ", count: entry.keySpan.lower - start)
    let line = "\(key): \(flow(node))"
    if entry.value.scalarText != nil, !"|>".utf8.contains(bytes[entry.value.span.lower]) {
      var end = bytes[entry.value.span.upper...].firstIndex(of: 0x0A) ?? bytes.count
      if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
      return FileEdit(at: end, lineEnd + indent + line)
    }
    // The end of a block or a list is where the next key begins.
    if index + 1 < entries.count { return FileEdit(at: entries[index + 1].keySpan.lower, line + lineEnd + indent) }
    return FileEdit(at: bytes.count, (bytes.last == 0x0A ? "" : lineEnd) + indent + line + lineEnd)
  }

  private func flow(_ node: NewNode) -> String {
    switch node {
    case .text(let text): writer.quoted(text)
    case .word(let word): word
    case .mapping(let entries): "{ \(entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ")) }"
    case .sequence(let items): "[\(items.map(flow).joined(separator: ", "))]"
    }
  }
}

extension FileEdit {
  /// Puts `text` in at an offset.
  init(at offset: Int, _ text: String) { self.init(Span(offset, offset), text) }
}
