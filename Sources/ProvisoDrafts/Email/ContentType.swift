/// What a part of an e-mail holds: `text/html; charset="utf-8"` (RFC 2045).
struct ContentType {
  /// Type and subtype in lower case.
  let name: String
  /// The parameters by name in lower case.
  let parameters: [String: String]

  /// Reads a `Content-Type` field; without one a part is plain text.
  init(_ field: String?) {
    let pieces = ContentType.split(field ?? "text/plain", at: ";")
    name = pieces[0].lowercased()
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      let halves = piece.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { continue }
      parameters[ContentType.trimmed(halves[0]).lowercased()] = ContentType.unquoted(ContentType.trimmed(halves[1]))
    }
    self.parameters = parameters
  }

  private static func unquoted(_ value: String) -> String {
    guard value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 else { return value }
    return String(value.dropFirst().dropLast())
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The pieces between separators that do not stand in quotes, trimmed; at least one.
  static func split(_ text: String, at separator: Character) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    var isEscaped = false
    for letter in text {
      if letter == separator, !isQuoted {
        pieces.append(trimmed(piece))
        piece = ""
        continue
      }
      if letter == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = letter == "\\" && !isEscaped
      piece.append(letter)
    }
    return pieces + [trimmed(piece)]
  }
}
