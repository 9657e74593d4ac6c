import ProvisoSource

/// The formats that drafts come in.
///
/// The content decides; the name of a file decides only where the content fits several formats. In this order:
///
/// 1. A file that begins with `{` or `[` is **JSON**, unless that begins a text: `{{name}}, …` or `[Shop] …`. Named
///    `.yaml` or `.yml` it is YAML, which has such brackets too. It is **JSON Lines** when it is named `.jsonl` or
///    `.ndjson`, or when most of its first lines look like a whole value each.
/// 2. A file that begins with header fields is an **e-mail**: `MailRecognition` says with which.
/// 3. A file whose first line is an entry `key: …` (or an item `- key: …`) and that has a key of Proviso's own form at
///    the left margin is **YAML**.
/// 4. Anything else goes by its name: `.json`, `.jsonl`, `.yaml`, `.eml`; without such a name it is **text**.
///
/// So a broken JSON, YAML or e-mail draft is read as what it was meant to be, and its mistake reported. It is never
/// checked as if it were a text.
enum DraftFormat: Hashable {
  case json, jsonLines, yaml, email, text

  init(recognising source: SourceFile) {
    let bytes = source.bytes
    let named = DraftFormat(name: source.name)
    if DraftFormat.beginsLikeJSON(bytes) {
      if named == .yaml {
        self = .yaml
      } else {
        self = named == .jsonLines || DraftFormat.hasLinesOfJSON(bytes) ? .jsonLines : .json
      }
    } else if MailRecognition.isMail(bytes) {
      self = .email
    } else if DraftFormat.beginsLikeOwnYAML(bytes) {
      self = .yaml
    } else {
      self = named ?? .text
    }
  }

  init?(name: String) {
    switch name.lowercased().split(separator: ".", omittingEmptySubsequences: false).last {
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "yaml", "yml": self = .yaml
    case "eml": self = .email
    default: return nil
    }
  }

  /// Whether a bracket opens a JSON value rather than a text.
  static func beginsLikeJSON(_ bytes: [UInt8]) -> Bool {
    let text = bytes[bytes.textStart...].drop(while: \.isWhiteSpace)
    let next = text.dropFirst().first { !$0.isWhiteSpace }
    switch text.first {
    case UInt8(ascii: "{"): return !text.starts(with: "{{".utf8)
    case UInt8(ascii: "["): return next.map { "{[]\"".utf8.contains($0) } ?? true
    default: return false
    }
  }

  /// Whether the first line that says something is a YAML entry, and some entry has a key of ours.
  private static func beginsLikeOwnYAML(_ bytes: [UInt8]) -> Bool {
    var isFirst = true
    var offset = bytes.textStart
    while offset < bytes.count {
      let span = TextLine(bytes, at: offset, before: bytes.count)
      offset = span.next
      let line = bytes[span.text.lower..<span.text.upper]
      let isRemark = line.allSatisfy(\.isWhiteSpace) || line.first == UInt8(ascii: "#")
      if isRemark || line.starts(with: "---".utf8) || line.first == UInt8(ascii: "%") { continue }
      let key = yamlKey(of: line)
      if isFirst, key == nil { return false }
      if let key, OwnForm.keys.contains(key) { return true }
      isFirst = false
    }
    return false
  }

  /// The key of a line `key: …`, `"key": …` or `- key: …` that begins at the left margin.
  private static func yamlKey(of line: ArraySlice<UInt8>) -> String? {
    var rest = line
    if rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2).drop { $0 == 0x20 } }
    guard let colon = rest.prefix(64).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == rest.endIndex || rest[colon + 1].isWhiteSpace
    else { return nil }
    var key = rest[..<colon]
    if let quote = key.first, "\"'".utf8.contains(quote), key.count > 1, key.last == quote {
      key = key.dropFirst().dropLast()
    }
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isDigit || "_-".utf8.contains($0) }) else { return nil }
    return String(decoding: key, as: UTF8.self)
  }
}
