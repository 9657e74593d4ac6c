extension String {
  /// The text with everything a terminal would obey, or a reader would not see, written out: `\u{1B}`.
  ///
  /// Written out are control characters, line and paragraph separators, and invisible format characters (zero-width
  /// spaces, reordering marks). The joiners and selectors inside emoji and other combined characters stay.
  package var visible: String {
    if utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return self }
    return map(\.visible).joined()
  }

  /// The same on one line: line breaks and other white space become single spaces.
  var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").visible
  }
}

extension Character {
  /// The character as it may be shown; see ``Swift/String/visible``.
  var visible: String {
    if let value = asciiValue { return 0x20..<0x7F ~= value ? String(self) : escape(unicodeScalars.prefix(2)) }
    // A thousand accents on one letter are an attack on the reader's screen, not a letter.
    let scalars = unicodeScalars.prefix(Character.longest)
    var text = ""
    var previous: Unicode.Scalar?
    for scalar in scalars {
      if scalar.isShown(after: previous) {
        text.unicodeScalars.append(scalar)
      } else {
        text += escape([scalar])
      }
      previous = scalar
    }
    return text
  }

  /// The most scalars shown of one character; the longest emoji in use have ten.
  private static var longest: Int { 16 }

  private func escape(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.map { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether a scalar may go to a terminal as it is, behind `previous` in the same character.
  fileprivate func isShown(after previous: Unicode.Scalar?) -> Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return false
    case .format: break
    default: if !properties.isDefaultIgnorableCodePoint { return true }
    }
    switch value {
    // Joiners and selectors mean something behind another scalar only.
    case 0x200C, 0x200D, 0xFE00...0xFE0F: return previous != nil
    // Tags spell the region in the flags of England, Scotland and Wales.
    case 0xE0020...0xE007F: return previous.map { $0.value == 0x1F3F4 || $0.value >= 0xE0020 } ?? false
    default: return false
    }
  }
}
