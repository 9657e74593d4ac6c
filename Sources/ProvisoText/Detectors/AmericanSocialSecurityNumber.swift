extension Detector {
  /// Social security numbers of the United States: `123-45-6789`, in other spellings only beside the words.
  public static let americanSocialSecurityNumber = Detector(
    name: "us-ssn", candidates: [#"\b\d{3}-\d{2}-\d{4}"#, #"\b(?:ssn|social security)"#]
  ) { text, candidate in
    if text.isDigit(candidate.lowerBound) { return socialSecurityNumber(text, candidate.lowerBound, "-") }
    return text.firstWord(near: candidate, before: 24, after: 24) { socialSecurityNumber(text, $0, "- ") }
  }

  private static func socialSecurityNumber(
    _ text: DetectorText, _ start: Int, _ separators: StaticString
  ) -> Range<Int>? {
    guard let run = text.digits(at: start, separators: separators, most: 9), run.digits.count == 9,
      run.groups == [0, 3, 5] || run.groups == [0], text.standsAlone(run.range)
    else { return nil }
    let area = run.number(0..<3)
    guard area != 0, area != 666, area < 900, run.number(3..<5) != 0, run.number(5..<9) != 0 else { return nil }
    return run.range
  }
}
