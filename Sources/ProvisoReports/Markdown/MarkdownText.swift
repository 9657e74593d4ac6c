extension String {
  /// The text on one line as GitHub's and GitLab's Markdown shows it: no mark, tag, link, mention or reference in it
  /// has any effect.
  var markdown: String { markdown(isCode: false) }

  /// The same in the type of code.
  var markdownCode: String { "<code>\(markdown(isCode: true))</code>" }

  /// The same as a link, if `address` is one of the web.
  func markdown(linkedTo address: String) -> String { address.webAddress.map { "[\(markdown)](<\($0)>)" } ?? markdown }

  private func markdown(isCode: Bool) -> String {
    var text = ""
    var before = ""
    for scalar in onOneLine.unicodeScalars {
      // Within code sites find addresses only; everything else there may be copied as it is.
      let isReference = scalar.endsReference(before) && (!isCode || "@:w".contains(before.last ?? " "))
      if isReference { text += "&#8203;" }
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ";", ":", ".", "?", "'", "\"", "(", ")", "/", "=", "-", "+":
        text.unicodeScalars.append(scalar)
      // An entity is never a mark of Markdown; the others are marks only where a line begins.
      case _ where scalar.isASCII: text += "&#\(scalar.value);"
      default: text.unicodeScalars.append(scalar)
      }
      before = String(before.suffix(2)) + String(scalar).lowercased()
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether a site would link what begins before this character: a mention, a reference or an address. Sites look for
  /// them after Markdown was read, so that only a space of no width keeps them from it.
  fileprivate func endsReference(_ before: String) -> Bool {
    switch before.last {
    case "@", "#", "!", "$", "~", "%", "&", "^": return self != " "
    case ":": return self == "/"
    default: return self == "-" && before.hasSuffix("gh") || self == "." && before.hasSuffix("www")
    }
  }
}
