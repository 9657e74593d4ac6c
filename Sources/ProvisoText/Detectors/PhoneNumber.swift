extension Detector {
  /// Telephone numbers: `+` and 8 to 15 digits, national numbers in clear groups, and others beside a word for phone.
  public static let phoneNumber = Detector(
    name: "phone-number",
    candidates: [
      #"\+\d"#, #"\(\d{2,4}\) ?\d"#, #"\b[2-9]\d{2}[-.][2-9]\d{2}[-.]\d{4}"#, #"\b0\d{1,4}[ /-]\d"#,
      #"\b(?:tel|telefone|telefono|telephone|phone|fone|whatsapp|zap|celular|handy|mobil|mobile|movil|cel)\b"#,
    ]
  ) { text, candidate in
    let start = candidate.lowerBound
    switch text[start] {
    case UInt8(ascii: "+"):
      guard !text.isWord(start - 1), text[start + 1] != 0x30 else { return nil }
      return phoneNumber(text, at: start + 1, digits: 8...15).map { start..<$0.upperBound }
    case UInt8(ascii: "("):
      guard !text.isWord(start - 1) else { return nil }
      return phoneNumber(text, at: start + 1, digits: 9...12).map { start..<$0.upperBound }
    case 0x30: return phoneNumber(text, at: start, digits: 9...12)
    case 0x31...0x39: return phoneNumber(text, at: start, digits: 10...10)
    default:
      return text.firstWord(near: candidate, before: 0, after: 24) { phoneNumber(text, at: $0, digits: 8...13) }
    }
  }

  private static func phoneNumber(_ text: DetectorText, at start: Int, digits: ClosedRange<Int>) -> Range<Int>? {
    guard let run = text.digits(at: start, separators: " .-()/", width: 2, most: digits.upperBound),
      digits.contains(run.digits.count), text.standsAlone(run.range), text[run.range.upperBound] != 0x3A,
      text[run.range.upperBound] != 0x25
    else { return nil }
    return run.range
  }
}
