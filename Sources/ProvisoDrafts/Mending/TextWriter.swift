import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Carries edits of a text over into the file that it stands in.
struct TextWriter {
  let document: DraftDocument

  /// The edits of the file; nil where it cannot be told how the format writes them.
  func edits(_ edits: [TextEdit], of text: String, at place: SourcePlace) -> [FileEdit]? {
    switch document.format {
    case .json, .jsonLines: return edits.map { FileEdit(place.map.source(of: $0.span), escaped($0.text)) }
    case .yaml: return yaml(edits, of: text, at: place)
    case .text, .email:
      // What is encoded, or stands between tags, does not stand in the file as it reads.
      let whole = place.map.source(of: Span(0, text.utf8.count))
      guard document.source.text(in: whole) == text else { return nil }
      return edits.map { FileEdit(place.map.source(of: $0.span), $0.text.replacing("\n", by: document.lineEnd)) }
    }
  }

  /// A text in quotes, for JSON, and for YAML too.
  func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// A text inside the quotes of JSON, which YAML reads the same way.
  func escaped(_ text: String) -> String {
    let isASCII = document.isASCII
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || isASCII && !scalar.isASCII:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  // MARK: YAML

  /// Edits of a block go into its lines; any other scalar is written anew in double quotes.
  private func yaml(_ edits: [TextEdit], of text: String, at place: SourcePlace) -> [FileEdit]? {
    guard let node = place.pointer.flatMap(document.node), node.span.length > 0 else { return nil }
    switch document.source.bytes[node.span.lower] {
    case UInt8(ascii: "|"):
      guard let indent = indentation(of: place) else { return nil }
      let lineEnd = document.lineEnd + indent
      return edits.map { FileEdit(place.map.source(of: $0.span), $0.text.replacing("\n", by: lineEnd)) }
    case UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"): return nil
    default: return [FileEdit(node.span, quoted(text.with(edits)))]
    }
  }

  /// The spaces in front of the first line of a block; nil where something else stands there.
  private func indentation(of place: SourcePlace) -> String? {
    let (bytes, first) = (document.source.bytes, place.map.source(of: Span(0, 1)).lower)
    let start = bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start..<first].allSatisfy { $0 == 0x20 } ? String(repeating: " ", count: first - start) : nil
  }
}

extension String {
  /// The text with another text for each `part` of one character.
  fileprivate func replacing(_ part: Character, by other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
