extension String {
  /// The text as it stands between tags or in a quoted attribute; what a reader would not see is written out.
  var html: String {
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
    let isPage = address.hasPrefix("https://") || address.hasPrefix("http://")
    return isPage ? "<a href=\"\(address.html)\">\(html)</a>" : html
  }
}
