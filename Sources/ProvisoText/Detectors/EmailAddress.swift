extension Detector {
  /// E-mail addresses with a domain of at least two parts.
  public static let emailAddress = Detector(name: "email-address", candidates: [#"@[a-z0-9]"#]) { text, candidate in
    let at = candidate.lowerBound
    var lower = at
    while at - lower < 64, text.isWord(lower - 1) || isLocalPunctuation(text[lower - 1]) { lower -= 1 }
    while lower < at, !text.isWord(lower) { lower += 1 }
    guard lower < at, text.isWord(at - 1) || text[at - 1] == 0x2B || text[at - 1] == 0x2D,
      let upper = domainEnd(text, at + 1)
    else { return nil }
    return lower..<upper
  }

  /// `.`, `%`, `+`, `-`
  private static func isLocalPunctuation(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x25 || byte == 0x2B || byte == 0x2D
  }

  /// Where the domain ends that begins at `start`; nil where it has no top-level part of letters.
  private static func domainEnd(_ text: DetectorText, _ start: Int) -> Int? {
    var end: Int?
    var offset = start
    while offset - start < 253 {
      let label = offset
      while text.isAlphanumeric(offset) || text[offset] == 0x2D { offset += 1 }
      guard offset > label, offset - label <= 63 else { break }
      if label > start, text.isLetter(label), offset - label >= 2 { end = offset }
      guard text[offset] == 0x2E else { break }
      offset += 1
    }
    return end
  }
}
