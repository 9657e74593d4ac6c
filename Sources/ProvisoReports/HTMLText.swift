extension String {
  /// The text as it stands between tags or in a quoted attribute; what a reader would not see is written out.
  package var html: String {
    var text = ""
    for character in visible {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.append(character)
      }
    }
    return text
  }

  /// The text as a link to `address`; as text alone where that is no address of a page.
  func htmlLink(to address: String) -> String {
    address.webAddress.map { "<a href=\"\($0.html)\">\(html)</a>" } ?? html
  }
}
