extension Detector {
  /// NHS numbers: ten digits with a right check digit beside the word NHS.
  public static let britishHealthNumber = Detector(name: "uk-nhs", candidates: [#"\bnhs"#]) { text, candidate in
    text.firstWord(near: candidate, before: 34, after: 20) { start in
      guard let run = text.digits(at: start, separators: " -", most: 10), run.digits.count == 10, !run.isUniform,
        text.standsAlone(run.range)
      else { return nil }
      let sum = (0..<9).reduce(0) { $0 + Int(run.digits[$1]) * (10 - $1) }
      return (11 - sum % 11) % 11 == Int(run.digits[9]) ? run.range : nil
    }
  }
}
