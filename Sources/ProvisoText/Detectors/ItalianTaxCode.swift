extension Detector {
  /// The codice fiscale of persons in Italy, with the letters that may stand for digits, and a right check letter.
  public static let italianTaxCode = Detector(
    name: "it-codice-fiscale",
    candidates: [#"\b[a-z]{6}[0-9l-np-v]{2}[a-ehlmprst][0-9l-np-v]{2}[a-z][0-9l-np-v]{3}[a-z]"#]
  ) { text, candidate in
    guard text.standsAlone(candidate), candidate.count == 16 else { return nil }
    var sum = 0
    for (index, offset) in candidate.dropLast().enumerated() {
      let isDigit = text.isDigit(offset)
      let value = Int(text[offset] - (isDigit ? 0x30 : 0x61))
      sum += index % 2 == 0 ? oddPlaceValues[value] : value
    }
    return Int(text[candidate.upperBound - 1]) - 0x61 == sum % 26 ? candidate : nil
  }

  /// The values in the first, third, fifth … place, of the digits as of the letters.
  private static let oddPlaceValues = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]
}
