import ProvisoModel
import ProvisoSource

/// Example values by placeholder name; positional ones by their number.
struct Examples {
  var byName: [String: Example] = [:]
}

/// The placeholders of a text: `{{1}}`, `{{first_name}}`, also with spaces inside the braces.
///
/// Whatever stands between two pairs of braces on one line is a placeholder's name, since other tools than WhatsApp
/// have other names; whether a name is good is for rules to say. A longer stretch is not a name but text.
func placeholders(in text: String, examples: Examples) -> [Placeholder] {
  let longestName = 256
  let bytes = Array(text.utf8)
  var found: [Placeholder] = []
  var index = 0
  while index + 4 < bytes.count {
    guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
      index += 1
      continue
    }
    let inner = bytes[(index + 2)...].prefix(longestName).prefix { !"{}\n\r".utf8.contains($0) }
    let name = trimmed(inner)
    if bytes[inner.endIndex...].starts(with: "}}".utf8), !name.isEmpty {
      let name = String(decoding: name, as: UTF8.self)
      found.append(
        Placeholder(name: name, span: Span(index, inner.endIndex + 2), example: examples.byName[name]))
      index = inner.endIndex + 2
    } else {
      index += 1
    }
  }
  return found
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes.drop(while: \.isWhiteSpace)
  while bytes.last?.isWhiteSpace == true { bytes.removeLast() }
  return bytes
}
