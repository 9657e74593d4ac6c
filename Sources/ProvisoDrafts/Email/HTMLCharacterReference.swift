/// A character reference: `&eacute;`, `&#233;`, `&#xE9;`.
struct HTMLCharacterReference {
  let scalar: Unicode.Scalar
  /// The number of bytes, ampersand and semicolon included.
  let length: Int

  /// The reference that begins at the `&` at `start`; nil where the text only looks like one.
  init?(_ html: [UInt8], at start: Int) {
    let reach = html[(start + 1)...].prefix(32)
    if reach.first == UInt8(ascii: "#") {
      let isHex = reach.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
      let digits = reach.dropFirst(isHex ? 2 : 1).prefix { isHex ? $0.isHexDigit : $0.isDigit }
      guard let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10) else { return nil }
      // As on the web: old texts number the characters of windows-1252, and zero is no character.
      let western = UInt8(exactly: number).flatMap { Charset.windows1252[$0] }
      scalar = number == 0 ? "\u{FFFD}" : western ?? Unicode.Scalar(number) ?? "\u{FFFD}"
      length = digits.endIndex - start + (html.hasSemicolon(at: digits.endIndex) ? 1 : 0)
    } else {
      let name = reach.prefix { $0.isLetter || $0.isDigit }
      guard let found = HTMLCharacterReference.named[String(decoding: name, as: UTF8.self)],
        html.hasSemicolon(at: name.endIndex)
      else { return nil }
      scalar = found
      length = name.endIndex + 1 - start
    }
  }

  /// The names that texts use: those of Latin-1 in the order of the characters, then single ones.
  static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for (offset, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
      table[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    for (name, scalar) in others { table[name] = scalar }
    return table
  }()

  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
    middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
    Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc
    Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
    iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """

  private static let others: [String: Unicode.Scalar] = [
    "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "QUOT": "\"", "apos": "'",
    "Tab": "\t", "NewLine": "\n", "excl": "!", "num": "#", "dollar": "$", "percnt": "%", "lpar": "(", "rpar": ")",
    "ast": "*", "plus": "+", "comma": ",", "period": ".", "sol": "/", "colon": ":", "semi": ";", "equals": "=",
    "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]", "rbrack": "]", "Hat": "^",
    "lowbar": "_", "grave": "`", "lcub": "{", "lbrace": "{", "verbar": "|", "vert": "|", "rcub": "}", "rbrace": "}",
    "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
    "lrm": "\u{200E}", "rlm": "\u{200F}", "NoBreak": "\u{2060}", "ndash": "–", "mdash": "—", "lsquo": "‘",
    "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†", "Dagger": "‡", "bull": "•",
    "hellip": "…", "permil": "‰", "prime": "′", "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€",
    "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "minus": "−", "infin": "∞",
    "asymp": "≈", "ne": "≠", "le": "≤", "ge": "≥", "check": "✓", "cross": "✗", "star": "☆", "starf": "★",
    "hearts": "♥", "phone": "☎", "zwsp": "\u{200B}", "ZeroWidthSpace": "\u{200B}", "hyphen": "‐", "dash": "‐",
  ]
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { isDigit || 0x61...0x66 ~= self | 0x20 }
}

extension [UInt8] {
  fileprivate func hasSemicolon(at index: Int) -> Bool {
    index < count && self[index] == UInt8(ascii: ";")
  }
}
