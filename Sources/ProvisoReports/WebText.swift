import ProvisoModel

extension String {
  /// The text with every byte that `isKept` does not allow written as `%XX`.
  private func percentEncoded(keeping isKept: (UInt8) -> Bool) -> String {
    var text = ""
    for byte in utf8 {
      if isKept(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += byte < 16 ? "%0" : "%"
        text += String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// The address as a URI that may stand in any document; nil where it is not one of the web.
  package var webAddress: String? {
    guard hasPrefix("https://") || hasPrefix("http://") else { return nil }
    let bytes = Array(utf8)
    // A percent sign that encodes nothing would make the whole address invalid.
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
      let digits = bytes[(index + 1)...].prefix(2)
      guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    }
    return percentEncoded { $0.isUnreserved || ":/?#@!$&*+,;=%".utf8.contains($0) }
  }

  /// The path as a URI reference: without `.` and doubled slashes, and with everything encoded that is no name.
  var pathReference: String {
    let parts = split(separator: "/").filter { $0 != "." }.map { String($0).percentEncoded(keeping: \.isUnreserved) }
    return parts.joined(separator: "/")
  }
}

extension UInt8 {
  /// Whether the byte stands for itself anywhere in a URI (RFC 3986, section 2.3).
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(self)
    }
  }
}
