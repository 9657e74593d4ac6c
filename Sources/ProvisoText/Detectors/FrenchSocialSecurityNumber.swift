extension Detector {
  /// NIR, the social security number of France: thirteen places (Corsica's 2A and 2B with a letter) and the key.
  public static let frenchSocialSecurityNumber = Detector(
    name: "fr-nir", candidates: [#"\b[12] ?\d{2} ?\d{2} ?\d[0-9ab] ?\d{3} ?\d{3} ?\d{2}"#]
  ) { text, candidate in
    guard text.standsAlone(candidate) else { return nil }
    var number = 0
    var digits: [Int] = []
    var deduction = 0
    for offset in candidate where text.isAlphanumeric(offset) {
      if text.isLetter(offset) {
        guard digits.last == 2 else { return nil }
        // 2A counts as 19 and 2B as 18.
        deduction = text[offset] == 0x61 ? 1_000_000 : 2_000_000
      }
      digits.append(text.isLetter(offset) ? 0 : Int(text[offset] - 0x30))
    }
    guard digits.count == 15 else { return nil }
    number = digits[..<13].reduce(0) { $0 * 10 + $1 } - deduction
    let month = digits[3] * 10 + digits[4]
    guard 1...12 ~= month || 20...42 ~= month || month >= 50 else { return nil }
    return 97 - number % 97 == digits[13] * 10 + digits[14] ? candidate : nil
  }
}
