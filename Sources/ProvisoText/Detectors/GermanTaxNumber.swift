extension Detector {
  /// The tax identification number of persons in Germany: eleven digits with a right check digit beside a word that
  /// begins with Steuer.
  public static let germanTaxNumber = Detector(
    name: "de-steuer-id", candidates: [#"\b(?:steuer|idnr)"#]
  ) { text, candidate in
    text.firstWord(near: candidate, before: 24, after: 48) { start in
      guard let run = text.digits(at: start, separators: " ", most: 11), run.digits.count == 11, run.digits[0] != 0,
        text.standsAlone(run.range), CheckDigits.satisfiesMod11And10(run.digits)
      else { return nil }
      return run.range
    }
  }
}
