extension String {
  /// The text as XML holds it, in an element or a quoted attribute. What XML cannot hold, or a terminal would obey, is
  /// written out as in ``visible``; line feeds stay.
  var xml: String {
    var text = ""
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.startIndex != startIndex { text += "\n" }
      for scalar in String(line).visible.unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        // No character at all, and the only ones of these that are not written out already.
        case "\u{FFFE}", "\u{FFFF}": text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }
}
