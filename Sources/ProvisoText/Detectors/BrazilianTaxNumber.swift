extension Detector {
  /// CPF, the tax number of persons in Brazil: `123.456.789-09` with right check digits.
  ///
  /// Without its full stops it looks like a mobile number, and counts only beside the word CPF.
  public static let brazilianTaxNumber = Detector(
    name: "br-cpf", candidates: [#"\b\d{3}\.\d{3}\.\d{3}-\d{2}"#, #"\bcpf"#]
  ) { text, candidate in
    if text.isDigit(candidate.lowerBound) { return personalTaxNumber(text, candidate.lowerBound) }
    return text.firstWord(near: candidate, before: 24, after: 24) { personalTaxNumber(text, $0) }
  }

  private static func personalTaxNumber(_ text: DetectorText, _ start: Int) -> Range<Int>? {
    guard let run = text.digits(at: start, separators: ".- ", most: 11), run.digits.count == 11, !run.isUniform,
      text.standsAlone(run.range),
      CheckDigits.brazilian(run.digits[..<9], highest: 11) == run.digits[9],
      CheckDigits.brazilian(run.digits[..<10], highest: 11) == run.digits[10]
    else { return nil }
    return run.range
  }
}
