extension Detector {
  /// National insurance numbers of the United Kingdom: two letters, six digits, one letter, of a prefix in use.
  public static let britishInsuranceNumber = Detector(
    name: "uk-nino", candidates: [#"\b[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]"#]
  ) { text, candidate in
    let prefix = candidate.lowerBound..<candidate.lowerBound + 2
    guard text.standsAlone(candidate), !text.equals(prefix, anyOf: ["bg", "gb", "nk", "kn", "tn", "nt", "zz"]) else {
      return nil
    }
    return candidate
  }
}
