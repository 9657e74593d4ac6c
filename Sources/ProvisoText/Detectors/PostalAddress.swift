extension Detector {
  /// Postal addresses of Europe and Brazil: a street with a house number shortly before a postal code.
  public static let postalAddress = Detector(
    name: "postal-address",
    candidates: [
      #"\b\d{5}-\d{3}"#, #"\b\d{5} [a-z]"#, #"\b\d{4}-\d{3}"#, #"[,\n] ?\d{4} [a-z]{2}"#,
      #"\b[a-z]{1,2}\d[a-z0-9]? \d[a-z]{2}"#,
    ]
  ) { text, candidate in
    var code = candidate
    while !text.isWord(code.lowerBound) { code = code.lowerBound + 1..<code.upperBound }
    // In three of the forms the candidate shows the beginning of the town, which is no part of the code.
    let isBritish = text.isLetter(code.lowerBound)
    if !isBritish, let space = text.bytes[code].firstIndex(of: 0x20) { code = code.lowerBound..<space }
    guard !text.isWord(code.upperBound), let start = europeanStreet(text, before: code.lowerBound) else { return nil }
    return start..<code.upperBound
  }

  private static let streetWords: [StaticString] = [
    "rua", "av", "avenida", "travessa", "alameda", "praca", "rodovia", "estrada", "calle", "plaza", "paseo", "via",
    "viale", "piazza", "corso", "largo", "rue", "boulevard", "bd", "place", "chemin", "allee", "impasse", "quai",
    "cours", "street", "st", "road", "rd", "lane", "close", "avenue", "ave", "drive", "terrace", "gardens", "court",
    "square", "way",
  ]

  /// Endings of street names written as one word.
  private static let streetEndings: [StaticString] = [
    "strasse", "str", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer", "straat", "laan", "gatan", "vej",
  ]

  /// Where the street begins that stands within 80 bytes before `end`, with a house number before or behind its name.
  private static func europeanStreet(_ text: DetectorText, before end: Int) -> Int? {
    var street: Int?
    var number: Int?
    for offset in max(0, end - 80)..<end where text.isWordStart(offset) {
      let word = text.word(at: offset)
      if text.isDigit(offset), word.count <= 5 {
        if let street { return min(street, number ?? street) }
        number = offset
      } else if isStreet(text, word) {
        street = street ?? offset
        if let number, offset - number <= 32 { return number }
      }
    }
    return nil
  }

  private static func isStreet(_ text: DetectorText, _ word: Range<Int>) -> Bool {
    text.equals(word, anyOf: streetWords)
      || streetEndings.contains {
        word.count > $0.utf8CodeUnitCount && text.has($0, at: word.upperBound - $0.utf8CodeUnitCount)
      }
  }
}
