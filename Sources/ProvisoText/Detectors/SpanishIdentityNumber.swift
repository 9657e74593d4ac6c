extension Detector {
  /// DNI and NIE of Spain: eight digits, or X, Y or Z and seven, and the letter that the number demands.
  public static let spanishIdentityNumber = Detector(
    name: "es-dni",
    candidates: [#"\b\d{8}-?[a-z]"#, #"\b\d{2}\.\d{3}\.\d{3}-?[a-z]"#, #"\b[xyz]-?\d{7}-?[a-z]"#]
  ) { text, candidate in
    guard text.standsAlone(candidate) else { return nil }
    var number = 0
    for offset in candidate {
      switch text[offset] {
      case 0x30...0x39: number = number * 10 + Int(text[offset] - 0x30)
      case 0x78...0x7A where offset == candidate.lowerBound: number = Int(text[offset] - 0x78)
      default: break
      }
    }
    return text[candidate.upperBound - 1] == checkLetters[number % 23] ? candidate : nil
  }

  private static let checkLetters = Array("trwagmyfpdxbnjzsqvhlcke".utf8)
}
