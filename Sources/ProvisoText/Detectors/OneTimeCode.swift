extension Detector {
  /// One-time codes: four to eight digits beside a word for such a code, in the same sentence.
  ///
  /// Years, prices, percentages and the codes of orders, promotions, places and products do not count.
  public static let oneTimeCode = Detector(
    name: "one-time-code",
    candidates: [
      #"\b(?:codes?|codigos?|codice|codici|otp|pin|passcode)\b"#,
      #"\b(?:bestatigungs|sicherheits|verifizierungs|einmal|zugangs|freigabe|anmelde)-?(?:code|passwort|kennwort)"#,
    ]
  ) { text, candidate in
    guard !isOtherCode(text, candidate) else { return nil }
    return text.firstWord(near: candidate, before: 48, after: 40) { start in
      guard let range = code(text, start) else { return nil }
      let between =
        range.lowerBound > candidate.lowerBound
        ? candidate.upperBound..<range.lowerBound : range.upperBound..<max(range.upperBound, candidate.lowerBound)
      return endsSentence(text, between) ? nil : range
    }
  }

  private static let otherKinds: [StaticString] = [
    "promo", "discount", "coupon", "voucher", "order", "zip", "postal", "post", "area", "qr", "bar", "product", "item",
    "dress", "sconto", "descuento", "desconto", "pedido", "booking", "reserva", "tracking", "source", "country", "sort",
    "swift", "prize", "preis", "claim", "barras", "produto", "producto", "article", "referral", "gift", "indica",
  ]

  /// Whether the word before or after (`order code`, `código postal`) makes it a code of another kind.
  private static func isOtherCode(_ text: DetectorText, _ word: Range<Int>) -> Bool {
    let before = text.word(at: max(0, word.lowerBound - 2))
    var next = word.upperBound + 1
    // One small word may stand between: `código de barras`, `codice di sconto`.
    if text.equals(text.word(at: next), anyOf: ["de", "di", "do", "of"]) { next = text.word(at: next).upperBound + 1 }
    return otherKinds.contains { text.has($0, at: before.lowerBound) || text.has($0, at: next) }
  }

  /// The code at `start`: digits with at most one hyphen or space in the middle, standing alone.
  private static func code(_ text: DetectorText, _ start: Int) -> Range<Int>? {
    var start = start
    // `G-123456`: the letter belongs to the sender's spelling, not to the code.
    if text.isLetter(start), text[start + 1] == 0x2D { start += 2 }
    guard let run = text.digits(at: start, separators: "- ", most: 8) ?? nil, 4...8 ~= run.digits.count,
      run.groups.count == 1 || (run.groups.count == 2 && run.groups[1] * 2 == run.digits.count),
      !text.isWord(run.range.upperBound), !isPriceOrNumber(text, run.range)
    else { return nil }
    let isYear = run.digits.count == 4 && 1900...2099 ~= run.number(0..<4)
    return isYear ? nil : run.range
  }

  private static func isPriceOrNumber(_ text: DetectorText, _ range: Range<Int>) -> Bool {
    let before = text[range.lowerBound - 1] == 0x20 ? text[range.lowerBound - 2] : text[range.lowerBound - 1]
    let after = text[range.upperBound] == 0x20 ? text[range.upperBound + 1] : text[range.upperBound]
    // Currency signs beyond ASCII begin or end with a byte of at least 0x80.
    if before == 0x24 || before == 0x23 || before >= 0x80 || after == 0x24 || after == 0x25 || after >= 0x80 {
      return true
    }
    let joinsDigits =
      (text[range.upperBound] == 0x2E || text[range.upperBound] == 0x2C) && text.isDigit(range.upperBound + 1)
    let window = max(0, range.lowerBound - 12)..<range.lowerBound
    return joinsDigits
      || text.hasWord(startingWith: ["order", "pedido", "nr", "bestell", "eur", "usd", "brl"], in: window)
  }

  private static func endsSentence(_ text: DetectorText, _ range: Range<Int>) -> Bool {
    range.contains { offset in
      let byte = text[offset]
      return byte == 0x21 || byte == 0x3F || (byte == 0x2E && text[offset + 1] == 0x20)
    }
  }
}
