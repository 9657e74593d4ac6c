extension Detector {
  /// CNPJ, the number of companies in Brazil: `12.345.678/0001-95`, or since July 2026 with letters in the first
  /// twelve places (`12.ABC.345/01DE-35`), with right check digits. Without punctuation only beside the word CNPJ.
  public static let brazilianCompanyNumber = Detector(
    name: "br-cnpj",
    candidates: [#"\b[a-z0-9]{2}\.[a-z0-9]{3}\.[a-z0-9]{3}/[a-z0-9]{4}-\d{2}"#, #"\bcnpj"#]
  ) { text, candidate in
    if !text.has("cnpj", at: candidate.lowerBound) { return companyNumber(text, candidate.lowerBound) }
    return text.firstWord(near: candidate, before: 24, after: 24) { companyNumber(text, $0) }
  }

  private static func companyNumber(_ text: DetectorText, _ start: Int) -> Range<Int>? {
    var values: [UInt8] = []
    var offset = start
    while values.count < 14 {
      if text.isDigit(offset) {
        values.append(text[offset] - 0x30)
      } else if text.isLetter(offset), values.count < 12 {
        // The value of a letter is that of the capital's code, counted from the digit 0.
        values.append(text[offset] - 0x20 - 0x30)
      } else if values.isEmpty || !isPunctuation(text[offset]) || !text.isAlphanumeric(offset + 1) {
        return nil
      }
      offset += 1
    }
    guard text.standsAlone(start..<offset), values.contains(where: { $0 != values[0] }),
      CheckDigits.brazilian(values[..<12], highest: 9) == values[12],
      CheckDigits.brazilian(values[..<13], highest: 9) == values[13]
    else { return nil }
    return start..<offset
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool { 0x2D...0x2F ~= byte }
}
