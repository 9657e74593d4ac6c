import ProvisoSource

/// The character sets that e-mails are read in.
enum Charset {
  private static let unicode: Set = ["utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", ""]
  private static let western: Set = ["iso-8859-1", "iso8859-1", "latin1", "l1", "windows-1252", "cp1252", "x-cp1252"]
  private static let westernWithEuro: Set = ["iso-8859-15", "iso8859-15", "latin9", "l9"]

  /// The same text in UTF-8.
  ///
  /// Messages that call themselves ASCII and are UTF-8 are so common that both are one here; so are ISO 8859-1 and
  /// windows-1252, as on the web.
  static func decode(_ raw: TracedBytes, from name: String) throws(MailFailure) -> TracedBytes {
    if raw.isEmpty { return raw }
    let label = name.lowercased()
    if unicode.contains(label) {
      guard let offset = raw.bytes.firstInvalidUTF8 else { return raw }
      throw MailFailure(.notInCharset(name.isEmpty ? "utf-8" : name), at: raw.span(at: min(offset, raw.count - 1)))
    }
    guard western.contains(label) || westernWithEuro.contains(label) else {
      throw MailFailure(.unknownCharset(name), at: raw.span(from: 0, to: raw.count))
    }
    let special = western.contains(label) ? windows1252 : iso8859_15
    var result = TracedBytes()
    for (index, byte) in raw.bytes.enumerated() {
      if byte < 0x80 {
        result.append(byte, for: raw.span(at: index))
      } else {
        result.append(special[byte] ?? Unicode.Scalar(byte), for: raw.span(at: index))
      }
    }
    return result
  }

  /// What windows-1252 has at 0x80 to 0x9F; where it has nothing, the control character stays.
  static let windows1252: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
    0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
  ]

  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let iso8859_15: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]
}
